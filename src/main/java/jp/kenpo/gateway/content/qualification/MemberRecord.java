package jp.kenpo.gateway.content.qualification;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jp.kenpo.gateway.member.MemberIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What is registered about a member (加入者情報), as far as one event says it: an absent part is null.
 *
 * <p>{@link #toString()} masks. The My Number (個人番号) is no part of it.
 *
 * @param key 保険者番号・記号・番号・枝番
 * @param dependant whether this is a family member (家族); null if the event does not say
 * @param sex 1 男, 2 女, 3 未設定
 * @param address as in the resident register (住民票)
 * @param lossReason 01 死亡, 02 生活保護, 03 他資格取得, 99 その他
 * @param certificates the certificates (証) that the event says something about
 * @param identityConfirmed outcome of the identity check (本人確認判定)
 */
public record MemberRecord(
        MemberIdentity key,
        @Nullable Boolean dependant,
        MemberNames names,
        @Nullable LocalDate birthDate,
        @Nullable String sex,
        @Nullable String postcode,
        @Nullable String address,
        @Nullable Validity validity,
        @Nullable LocalDate lostOn,
        @Nullable String lossReason,
        List<Certificate> certificates,
        @Nullable Boolean identityConfirmed) {

    private static final int AGE_OF_THE_ELDERLY = 75;
    private static final int AGE_OF_THE_SHARE = 70;

    public MemberRecord {
        certificates = List.copyOf(certificates);
    }

    /** Returns what the event says about a certificate; empty if nothing. */
    public Optional<Certificate> certificate(CertificateKind kind) {
        return certificates.stream().filter(each -> each.kind() == kind).findFirst();
    }

    /**
     * Returns the first day of the elderly person's share (高齢受給者): the first of the month behind the one in which the
     * age of 70 is reached, which is on the day before the birthday; empty if no birth date is known. Source: 健康保険法
     * 第74条, 年齢計算ニ関スル法律.
     */
    public Optional<LocalDate> elderlyShareFrom() {
        return Optional.ofNullable(birthDate)
                .map(born -> YearMonth.from(born.plusYears(AGE_OF_THE_SHARE).minusDays(1))
                        .plusMonths(1)
                        .atDay(1));
    }

    /**
     * Returns the 75th birthday, on which the qualification is lost to 後期高齢者医療; empty if no birth date is known.
     * Who is born on 29 February has it on 1 March. Source: 高齢者の医療の確保に関する法律 第52条, 健康保険法 第36条.
     */
    public Optional<LocalDate> elderlyFrom() {
        if (birthDate == null) {
            return Optional.empty();
        }
        LocalDate birthday = birthDate.plusYears(AGE_OF_THE_ELDERLY);
        return Optional.of(birthday.getDayOfMonth() == birthDate.getDayOfMonth() ? birthday : birthday.plusDays(1));
    }

    @Override
    public String toString() {
        return "MemberRecord[masked]";
    }
}
