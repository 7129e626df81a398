package jp.kenpo.gateway.content.mynumber;

import java.util.List;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/**
 * How a My Number (個人番号) is recognised. The texts stand in {@code messages/mynumber.properties}.
 *
 * <p>Source: 番号法 第19条・第20条 forbid to provide or keep one outside the cases named there; the check digit is that
 * of 平成26年総務省令第85号 第5条. How one is told from other twelve digits is ours: there is no public rule. Twelve digits at
 * random have the right check digit once in ten.
 */
enum GuardRule {
    /** The words 個人番号, マイナンバー, My Number stand beside it. */
    NAMED("G01"),
    /** Ten or more different candidates of one column, and at least 95 in 100 have the right check digit. */
    COLUMN("G02"),
    /** It has the form and the check digit and nothing tells what it is: a person decides. */
    ALONE("G03"),
    /** The layout declares the column as My Number. */
    DECLARED("G04"),
    /** As {@link #COLUMN}, in a column that is declared as another number: what it holds can't be masked one by one. */
    MISDECLARED("G05");

    private final String id;

    GuardRule(String id) {
        this.id = id;
    }

    /** A My Number where none is agreed is never passed over. */
    Severity severity() {
        return Severity.ERROR;
    }

    /** @param arguments figures only */
    Finding finding(long line, @Nullable String record, String column, long... arguments) {
        List<String> texts =
                java.util.Arrays.stream(arguments).mapToObj(Long::toString).toList();
        return new Finding(severity(), id, line, record, column, texts);
    }
}
