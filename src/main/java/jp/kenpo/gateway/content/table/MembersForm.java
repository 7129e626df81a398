package jp.kenpo.gateway.content.table;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns that say which member (加入者) a row is about.
 *
 * @param insurerNumber 保険者番号; where left out, the first insurer number of the society
 * @param symbol 記号; where left out, the symbol is empty
 * @param number 番号
 * @param branch 枝番
 * @param birthDate 生年月日, which tells members apart where no branch number is recorded
 * @param sex 性別 as 1 or 2, beside the birth date
 */
public record MembersForm(
        @Nullable String insurerNumber,
        @Nullable String symbol,
        String number,
        @Nullable String branch,
        @Nullable String birthDate,
        @Nullable String sex) {

    /** @throws IllegalArgumentException if neither branch nor birth date and sex tell the members of a number apart */
    public MembersForm {
        if (branch == null && (birthDate == null || sex == null)) {
            throw new IllegalArgumentException("members need a branch, or birth-date and sex");
        }
    }

    Stream<String> columns() {
        return Stream.of(insurerNumber, symbol, number, branch, birthDate, sex).flatMap(Stream::ofNullable);
    }
}
