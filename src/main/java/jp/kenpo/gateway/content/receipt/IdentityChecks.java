package jp.kenpo.gateway.content.receipt;

import java.util.Optional;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.member.InsurerNumber;
import jp.kenpo.gateway.member.MemberIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Checks whose receipt it is: payers, eligibility, insurer of the folder (F06, F17, F18, R11, R16, R19, N01), and says
 * which member it concerns.
 */
final class IdentityChecks {

    /** 資格確認 and what came with it exist from this treatment month on. Source: 記録条件仕様. */
    private static final int ELIGIBILITY_SINCE = 202109;

    private final Findings findings;
    private final Society society;
    private final @Nullable String folderInsurer;
    private final RepeatedText payers = new RepeatedText();
    private final RepeatedText symbols = new RepeatedText();
    private String insurerNumber = "";
    private String symbol = "";
    private String number = "";
    private String branch = "";
    private long insurerLine;
    private boolean transferred;

    IdentityChecks(Findings findings, Society society, Arrival arrival) {
        this.findings = findings;
        this.society = society;
        this.folderInsurer = arrival.insurerNumber();
    }

    void begin() {
        insurerNumber = "";
        symbol = "";
        number = "";
        branch = "";
        insurerLine = 0;
        transferred = false;
    }

    void insurer(Line line, RecordItems items, Receipt receipt) {
        insurerNumber = checkPayer(line, items, receipt);
        symbol = symbols.of(line, items.at(CheckedItem.SYMBOL));
        number = line.text(items.at(CheckedItem.NUMBER));
        insurerLine = line.number;
    }

    /** A receipt of public payers only is known by the first of them. */
    void publicPayer(Line line, RecordItems items, Receipt receipt) {
        String payer = checkPayer(line, items, receipt);
        if (!receipt.insurer && receipt.publicPayers == 1) {
            insurerNumber = payer;
            number = line.text(items.at(CheckedItem.NUMBER));
        }
    }

    /** Returns the number of the payer, whatever is wrong with it. */
    private String checkPayer(Line line, RecordItems items, Receipt receipt) {
        int place = items.at(CheckedItem.PAYER_NUMBER);
        String payer = payers.of(line, place);
        if (payer.strip().length() == InsurerNumber.LENGTH && !InsurerNumber.isValid(payer)) {
            findings.add(Rule.INSURER_CHECK_DIGIT, line.number, items.label(place));
        }
        int days = line.number(items.at(CheckedItem.DAYS));
        if (receipt.treatmentMonth > 0 && days > ReceiptDates.lengthOf(receipt.treatmentMonth)) {
            findings.add(Rule.DAYS_OF_MONTH, line.number, items.label(items.at(CheckedItem.DAYS)));
        }
        return payer.strip();
    }

    /** Reads {@code SN}: the branch number, and the identity that the fund corrected (確認区分 04, 05, 09). */
    void eligibility(Line line, RecordItems items, Receipt receipt) {
        sinceEligibility(line, receipt);
        payerKind(line, items, receipt);
        int kind = line.number(Places.SN_KIND);
        String recorded = line.text(Places.SN_BRANCH);
        if (!recorded.isEmpty() && (line.number(Places.SN_BRANCH) < 0 || recorded.length() != 2)) {
            findings.add(Rule.ELIGIBILITY, line.number, items.label(Places.SN_BRANCH));
        }
        if (kind != 1) {
            return;
        }
        int check = line.number(Places.SN_CHECK);
        transferred |= check == 4 || check == 5;
        branch = recorded.isEmpty() ? branch : recorded;
        if ((check == 4 || check == 5 || check == 9) && line.has(Places.SN_NUMBER)) {
            symbol = line.text(Places.SN_SYMBOL);
            number = line.text(Places.SN_NUMBER);
        }
    }

    /** Checks {@code JD}: its payer is on the receipt, and its days are days of the month. */
    void visitDays(Line line, RecordItems items, Receipt receipt) {
        sinceEligibility(line, receipt);
        payerKind(line, items, receipt);
        int first = items.at(CheckedItem.FIRST_DAY);
        for (int day = 31; receipt.treatmentMonth > 0 && day > ReceiptDates.lengthOf(receipt.treatmentMonth); day--) {
            if (line.has(first + day - 1)) {
                findings.item(Rule.DAYS_OF_MONTH, line, items, first + day - 1);
            }
        }
    }

    private void payerKind(Line line, RecordItems items, Receipt receipt) {
        int kind = line.number(Places.SN_KIND);
        if (kind < 1 || kind > 5 || (receipt.payers() >> (kind - 1) & 1) == 0) {
            findings.add(Rule.ELIGIBILITY, line.number, items.label(Places.SN_KIND));
        }
    }

    /** Checks that {@code SN}, {@code JD}, {@code MF} are not on a claim from before they existed. */
    void sinceEligibility(Line line, Receipt receipt) {
        if (receipt.treatmentMonth > 0 && receipt.treatmentMonth < ELIGIBILITY_SINCE) {
            findings.add(Rule.ELIGIBILITY, line.number, Item.RECORD_ID.label());
        }
    }

    void operation(Line line) {
        transferred |= line.has(Places.EX_TRANSFER_TO);
    }

    /** Checks on the payer side whose receipt it is: a file holds the receipts of one society. */
    void end(String insurerField, Receipt receipt) {
        if (!receipt.insurer) {
            return;
        }
        if (!society.insurerNumbers().contains(insurerNumber)) {
            findings.add(transferred ? Rule.TRANSFERRED : Rule.FOREIGN_INSURER, insurerLine, insurerField);
        }
        if (folderInsurer != null && !folderInsurer.equals(insurerNumber)) {
            findings.add(transferred ? Rule.TRANSFERRED : Rule.INSURER_OF_FOLDER, insurerLine, insurerField);
        }
    }

    /** Digits 2 and 3 of レセプト種別 say whether there is an insurer, and how many public payers. */
    void payersFitType(long headerLine, RecordItems header, Receipt receipt) {
        if (receipt.type < 0) {
            return;
        }
        boolean publicOnly = receipt.typeDigit(2) == 2;
        int publicPayers = receipt.typeDigit(3) - (publicOnly ? 0 : 1);
        if (publicOnly == receipt.insurer || publicPayers != receipt.publicPayers) {
            findings.item(Rule.PAYERS_AND_TYPE, headerLine, header, header.at(CheckedItem.TYPE));
        }
    }

    /** Returns the member that the receipt concerns; empty if it says too little. */
    Optional<MemberIdentity> member(Receipt receipt) {
        if (number.isBlank()) {
            return Optional.empty();
        }
        if (!branch.isEmpty()) {
            return Optional.of(MemberIdentity.withBranch(insurerNumber, symbol, number, branch));
        }
        var birthDate = ReceiptDates.date(receipt.birthDate);
        return birthDate == null
                ? Optional.empty()
                : Optional.of(MemberIdentity.withoutBranch(insurerNumber, symbol, number, birthDate, receipt.sex));
    }
}
