package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an entry says that is known but for its free texts. */
final class KnownEntry {

    /** No XML holds this sign. */
    private static final char MARK = '\u0000';

    private static final int FIXED = -1;

    /**
     * One observation of it.
     *
     * @param observed its line counted from the begin of the entry
     * @param value which free text is its value; {@link #FIXED} if none is
     * @param doctor which free text is the name of the doctor
     */
    private record Template(Observed observed, int value, int doctor) {}

    private final List<Template> templates;

    private KnownEntry(List<Template> templates) {
        this.templates = templates;
    }

    /** Returns what stands for a free text while an entry is learnt. */
    static String mark(int text) {
        return MARK + Integer.toString(text);
    }

    /**
     * Learns an entry from its observations, in which marks stand for the free texts.
     *
     * @return null if a free text stands where none is expected
     */
    static @Nullable KnownEntry of(List<Observed> observed) {
        List<Template> templates = new ArrayList<>();
        for (Observed one : observed) {
            if (isMarked(one.code())
                    || isMarked(one.type())
                    || isMarked(one.unit())
                    || isMarked(one.codeSystem())
                    || isMarked(one.limit())
                    || isMarked(one.method())) {
                return null;
            }
            templates.add(new Template(one, marked(one.value()), marked(one.doctor())));
        }
        return new KnownEntry(List.copyOf(templates));
    }

    private static boolean isMarked(@Nullable String text) {
        return text != null && text.indexOf(MARK) >= 0;
    }

    private static int marked(@Nullable String text) {
        return text != null && text.indexOf(MARK) == 0 ? Integer.parseInt(text.substring(1)) : FIXED;
    }

    /**
     * Puts the observations into a document.
     *
     * @param firstText which of the free texts of the document is the first of this entry
     * @param line where the entry begins
     */
    void observations(PassageMatch match, int firstText, int line, DocumentBody body) {
        for (Template each : templates) {
            Observed one = each.observed();
            String value = each.value() == FIXED ? one.value() : match.text(firstText + each.value());
            String doctor = each.doctor() == FIXED ? one.doctor() : match.text(firstText + each.doctor());
            body.known(one.at(body.section(), value, doctor, line + one.line()));
        }
    }

    @Override
    public String toString() {
        return "KnownEntry[masked]";
    }
}
