package jp.kenpo.gateway.content.archive;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The archive is not read on: it is damaged, not what it should be, or made to do harm. */
public final class ArchiveRefusedException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final int entry;
    private final transient List<Object> arguments;

    /**
     * @param rule id of the rule that the archive breaks, which is an error
     * @param entry ordinal of the entry from 1, 0 for the archive; its name may be anything and is not told
     */
    public ArchiveRefusedException(String rule, int entry, Object... arguments) {
        super(rule);
        this.rule = rule;
        this.entry = entry;
        this.arguments = List.of(arguments);
    }

    /** Returns the id of the rule. */
    public String rule() {
        return rule;
    }

    /** Returns what the text of the rule names. */
    public List<String> arguments() {
        return arguments.stream().map(String::valueOf).toList();
    }

    /** Returns what findings call the entry; null for the archive. */
    public @Nullable String label() {
        return entry == 0 ? null : label(entry);
    }

    /** Returns how an entry is called whose name is not to be told. */
    public static String label(int entry) {
        return "entry " + entry;
    }
}
