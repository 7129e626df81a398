package jp.kenpo.gateway.content;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import jp.kenpo.gateway.member.MemberPseudonyms;

/**
 * What a content may need beside its own layout.
 *
 * @param clock in Asia/Tokyo
 * @param schemasDir folder with the official XML schemas, which an installation brings itself; may not exist
 * @param forms every checked layout, by id
 */
public record LayoutSurroundings(
        Society society, MemberPseudonyms pseudonyms, Clock clock, Path schemasDir, Map<String, LayoutForm> forms) {

    /** Returns a layout that the check of the references has seen. */
    public LayoutForm form(String id) {
        return Objects.requireNonNull(forms.get(id), id);
    }
}
