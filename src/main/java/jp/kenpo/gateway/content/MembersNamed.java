package jp.kenpo.gateway.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.member.MemberIdentity;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.purpose.PurposeRegister;

/**
 * Names the members whom a content concerns, for records that the law asks to keep by name. Everything else knows members
 * as pseudonyms only. Reads one content at a time.
 */
public final class MembersNamed {

    private final Set<MemberIdentity> seen = Collections.synchronizedSet(new LinkedHashSet<>());
    private final Layouts layouts;

    /**
     * Loads the layouts a second time; what is thrown is told at {@link Layouts#load}.
     *
     * @param schemasDir folder with the official XML schemas; may not exist
     */
    public MembersNamed(Path configDir, Path schemasDir, PurposeRegister purposes, Clock clock) {
        layouts = Layouts.load(configDir, schemasDir, purposes, MemberPseudonyms.telling(seen::add), clock);
    }

    /**
     * Returns the members in the order of the file, each once.
     *
     * @throws IOException if the content can't be read
     */
    public synchronized List<MemberIdentity> in(String layout, InputStream content) throws IOException {
        seen.clear();
        try {
            layouts.content(layout).read(content, Arrival.UNKNOWN);
            return List.copyOf(seen);
        } finally {
            seen.clear();
        }
    }
}
