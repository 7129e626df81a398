package jp.kenpo.gateway.content.checkup;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one document (one person, one checkup or guidance) says, read from its XML. What is missing or malformed there is
 * null here; the findings tell it.
 *
 * @param entry name of the document in its archive, without folder
 * @param guidance whether it is guidance (hg08) and not a checkup (hc08)
 * @param category 報告区分 (.1001)
 * @param program 健診プログラム種別 (.1002)
 * @param fileDate day on which the document was made
 * @param performedOn 健診実施日, of guidance the day of the service event
 * @param institution number of the institution (健診機関番号, 10 digits) that performed it
 */
public record CheckupDocument(
        String entry,
        boolean guidance,
        @Nullable String category,
        @Nullable String program,
        @Nullable LocalDate fileDate,
        @Nullable LocalDate performedOn,
        @Nullable String institution,
        Person person,
        List<Observed> observations) {

    public CheckupDocument {
        observations = List.copyOf(observations);
    }

    /**
     * Who the document is about, with the texts as they stand there.
     *
     * @param insurerNumber 保険者番号, 8 digits
     * @param branchNumber 枝番, 2 digits
     * @param sex 1 male, 2 female
     */
    public record Person(
            @Nullable String insurerNumber,
            @Nullable String symbol,
            @Nullable String number,
            @Nullable String branchNumber,
            @Nullable String kana,
            @Nullable Integer sex,
            @Nullable LocalDate birthDate,
            @Nullable String postalCode,
            @Nullable String address) {

        @Override
        public String toString() {
            return "Person[masked]";
        }
    }
}
