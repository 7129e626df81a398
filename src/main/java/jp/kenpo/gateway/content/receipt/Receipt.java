package jp.kenpo.gateway.content.receipt;

import org.jspecify.annotations.Nullable;

/**
 * What the checks know of the receipt that is being read: one patient, one month, one provider. Reused for the next.
 *
 * <p>Months are YYYYMM and days YYYYMMDD as numbers, {@link ReceiptDates#NONE} where unknown.
 */
final class Receipt {

    /** Longest 検索番号 that the format knows. */
    private static final int MAX_NUMBER_DIGITS = 30;

    /** データ識別 1: the claim of the provider. */
    static final int ORIGIN_CLAIM = 1;

    /** データ識別 2: correction by the fund. */
    static final int ORIGIN_CORRECTION = 2;

    /** データ識別 6: correction by the fund's eligibility check. */
    static final int ORIGIN_ELIGIBILITY = 6;

    /** データ識別 86: as 6, in data that was returned. */
    static final int ORIGIN_ELIGIBILITY_RETURNED = 86;

    long ordinal;
    /** Lines so far, the present one included; also the position of the present line. */
    int lines;

    long fileLine;
    int origin;
    int claimMonth = ReceiptDates.NONE;
    int treatmentMonth;
    int type;
    int birthDate;
    int sex;
    /** Hash of prefecture, 点数表 and code of the provider; 0 if none is written. */
    long provider;

    /** Hash of the code of the institution that prescribed; 0 if none is written. */
    long prescriber;

    /** Hash of the name of the patient; 0 if none is written. */
    long name;

    /** Whether the number of the receipt has come before in the file. */
    boolean numberedTwice;

    boolean insurer;
    int publicPayers;
    /** Whether the lines are those of a detail of a DPC receipt (総括対象). */
    boolean inDetail;

    void begin(long number) {
        ordinal = number;
        lines = 0;
        treatmentMonth = ReceiptDates.NONE;
        type = -1;
        birthDate = ReceiptDates.NONE;
        sex = -1;
        prescriber = 0;
        name = 0;
        numberedTwice = false;
        insurer = false;
        publicPayers = 0;
        inDetail = false;
    }

    /** Begins a receipt that names its provider itself; on the provider side the head of the file does. */
    void forgetProvider() {
        claimMonth = ReceiptDates.NONE;
        provider = 0;
    }

    /** Moves to a line; one of the provider side, which has no データ識別, is part of the claim. */
    void moveTo(Line line) {
        lines++;
        fileLine = line.number;
        origin = line.firstPlace() > 0 ? ORIGIN_CLAIM : line.number(Line.DATA_ORIGIN);
    }

    boolean isClaim() {
        return origin == ORIGIN_CLAIM;
    }

    /** Returns whether the present line is a correction that the amount paid rests on. */
    boolean isCorrection() {
        return origin == ORIGIN_CORRECTION || origin == ORIGIN_ELIGIBILITY || origin == ORIGIN_ELIGIBILITY_RETURNED;
    }

    /** Returns whether the present line was added by a re-examination, its result included. */
    boolean isReview() {
        return origin > ORIGIN_CORRECTION
                && (origin == 3 || origin == 4 || (origin >= 7 && origin <= 9) || origin == 13 || origin == 14);
    }

    /** Returns whether the present line is a claim: as it is, before an eligibility check, or of an earlier round. */
    boolean isAnyClaim() {
        return origin == ORIGIN_CLAIM || origin == 5 || origin == 11 || origin == 15;
    }

    /** Returns the payers on the receipt as bits: insurer 1, first public payer 2, second 4 … */
    int payers() {
        return (insurer ? 1 : 0) | ((1 << publicPayers) - 1) << 1;
    }

    /** Returns a digit of レセプト種別, 1 to 4 from the left; -1 if the type is unknown. */
    int typeDigit(int number) {
        if (type < 0) {
            return -1;
        }
        int unit = number == 1 ? 1000 : number == 2 ? 100 : number == 3 ? 10 : 1;
        return type / unit % 10;
    }

    /** Returns how findings name the receipt: by its ordinal, and 検索番号 if it is a number. */
    static String label(long ordinal, @Nullable String searchNumber) {
        return "receipt " + ordinal + (searchNumber == null ? "" : " (" + searchNumber + ")");
    }

    /** Returns 検索番号 of a line {@code MN}; null if it is not digits, because then it may be anything. */
    static @Nullable String searchNumber(Line line, RecordItems items) {
        int place = items.at(CheckedItem.SEARCH_NO);
        boolean number =
                line.has(place) && line.kinds(place) == ShiftJis.DIGIT && line.length(place) <= MAX_NUMBER_DIGITS;
        return number ? line.text(place) : null;
    }
}
