package jp.kenpo.gateway.content.checkup;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.content.archive.ArchiveRefusedException;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong in one archive, file by file in its order. */
final class CheckupFindings {

    private final FindingCollector collected;
    private final Set<String> places = new HashSet<>();
    private @Nullable String record;
    private long errorsOfRecord;

    CheckupFindings(FindingCollector collected) {
        this.collected = collected;
    }

    /**
     * Begins the findings about a file of the archive.
     *
     * @param label its name without folder, if that is made as the standard says, else its ordinal: a name that
     *     somebody chose may be a person's; null for the archive as a whole
     */
    void begin(@Nullable String label) {
        record = label;
        errorsOfRecord = 0;
        places.clear();
    }

    /** Returns whether the file that was begun has errors so far. */
    boolean errorsInRecord() {
        return errorsOfRecord > 0;
    }

    /**
     * Adds a finding about the file that was begun.
     *
     * @param rule id of the rule
     * @param line line in that file from 1, 0 where the file as a whole is meant
     * @param field item or element that is meant
     * @param arguments what the text names: figures, names and codes of items, never a value of a person
     */
    void add(Severity severity, String rule, long line, @Nullable String field, Object... arguments) {
        if (severity == Severity.ERROR) {
            errorsOfRecord++;
        }
        concern(field, line);
        collected.add(new Finding(
                severity,
                rule,
                line,
                record,
                field,
                Arrays.stream(arguments).map(String::valueOf).toList()));
    }

    /** Adds why the archive is not read on. */
    void refused(ArchiveRefusedException refused) {
        begin(refused.label());
        add(Severity.ERROR, refused.rule(), 0, null, refused.arguments().toArray());
    }

    /** Says that something was found about an element, whatever the finding calls it. */
    void concern(@Nullable String element, long line) {
        places.add(element + ":" + line);
    }

    /** Adds what the schema objects to, unless a finding with a clearer text stands at the same place. */
    void add(XmlEvents events, XmlKind kind, Set<String> knownElements) {
        for (XmlEvents.Breach breach : events.breaches()) {
            if (!places.contains(breach.element() + ":" + breach.line())) {
                String element = knownElements.contains(breach.element()) ? breach.element() : null;
                add(
                        ArchiveRule.SCHEMA.severity(),
                        ArchiveRule.SCHEMA.id(),
                        breach.line(),
                        element,
                        breach.code(),
                        kind.schema());
            }
        }
    }
}
