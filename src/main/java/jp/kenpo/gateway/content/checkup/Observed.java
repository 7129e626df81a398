package jp.kenpo.gateway.content.checkup;

import org.jspecify.annotations.Nullable;

/**
 * One observation of a document, with the texts as they stand there.
 *
 * @param code 17 digits of the item (JLAC10), 10 digits in guidance; empty for a series (一連検査)
 * @param section code of the section (.1010): {@code 01010} results, {@code 01990} optional items
 * @param type {@code xsi:type} of the value without prefix: {@code PQ}, {@code CD}, {@code CO}, {@code ST}; null if
 *     there is no value
 * @param value {@code value@value} of PQ, {@code value@code} of CD and CO, the text of ST; null if there is none
 * @param unit unit of PQ (UCUM)
 * @param codeSystem OID of the code list of CD and CO
 * @param notDone 未実施: {@code negationInd="true"}
 * @param notMeasurable 測定不可能: {@code nullFlavor="NI"} on the value
 * @param limit {@code H} at or above what can be measured, {@code L} at or below; null inside the limits
 * @param method {@code methodCode@code} (.1007)
 * @param doctor text of the author's name inside the observation, as 9N511 carries it; null if there is none
 * @param line line in the document, from 1
 */
public record Observed(
        String code,
        String section,
        @Nullable String type,
        @Nullable String value,
        @Nullable String unit,
        @Nullable String codeSystem,
        boolean notDone,
        boolean notMeasurable,
        @Nullable String limit,
        @Nullable String method,
        @Nullable String doctor,
        int line) {

    /** Returns the same observation of another document: with its own texts, at another place. */
    Observed at(String otherSection, @Nullable String otherValue, @Nullable String otherDoctor, int otherLine) {
        return new Observed(
                code,
                otherSection,
                type,
                otherValue,
                unit,
                codeSystem,
                notDone,
                notMeasurable,
                limit,
                method,
                otherDoctor,
                otherLine);
    }

    @Override
    public String toString() {
        return "Observed[" + code + " in line " + line + "]";
    }
}
