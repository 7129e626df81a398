package jp.kenpo.gateway.content.checkup;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The archive is not read on: it is damaged, not what the standard says, or made to do harm. */
final class ArchiveRefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ArchiveRule rule;
    private final int entry;
    private final transient List<Object> arguments;

    /**
     * @param entry ordinal of the entry from 1, 0 for the archive; its name may be anything and is not told
     */
    ArchiveRefusedException(ArchiveRule rule, int entry, Object... arguments) {
        super(rule.id());
        this.rule = rule;
        this.entry = entry;
        this.arguments = List.of(arguments);
    }

    void addTo(CheckupFindings findings) {
        findings.begin(label());
        findings.add(rule.severity(), rule.id(), 0, null, arguments.toArray());
    }

    private @Nullable String label() {
        return entry == 0 ? null : label(entry);
    }

    /** Returns how an entry is called whose name is not to be told. */
    static String label(int entry) {
        return "entry " + entry;
    }
}
