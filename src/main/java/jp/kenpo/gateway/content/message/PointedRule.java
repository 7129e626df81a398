package jp.kenpo.gateway.content.message;

import java.util.Arrays;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Severity;
import org.jspecify.annotations.Nullable;

/** A rule of messages: its findings name a place by JSON pointer, and are errors. */
public interface PointedRule {

    String id();

    /** A message is right or it is not taken. */
    default Severity severity() {
        return Severity.ERROR;
    }

    /**
     * @param record what the place belongs to; null for the message
     * @param pointer JSON pointer to the place in the message
     */
    default Finding finding(@Nullable String record, String pointer, Object... arguments) {
        return new Finding(
                severity(),
                id(),
                0,
                record,
                pointer,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
