package jp.kenpo.gateway.sandbox.receipt;

import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;

/**
 * Writes who claims for whom: IR, YK or HM, and RE.
 *
 * <p>Source: 記録条件仕様（医科用） April 2022; the other kinds as far as public readers show them.
 */
final class HeadWriter {

    private static final int CLAIM = 1;
    private static final String HIGH_COST = "29";

    private final RecordLines lines;

    HeadWriter(RecordLines lines) {
        this.lines = lines;
    }

    void provider(Receipt receipt) {
        Provider provider = receipt.provider();
        lines.begin(CLAIM, 0, recordOfProvider(receipt.kind()));
        lines.field(1).field(provider.prefecture()).field(provider.feeTable()).field(provider.code());
        switch (receipt.kind()) {
            case MEDICAL, DPC -> {
                lines.empty(1).field(provider.name()).field(receipt.claimMonth());
                lines.field("00").field(provider.phone());
            }
            case DENTAL ->
                lines.empty(1)
                        .field(receipt.claimMonth())
                        .field(provider.phone())
                        .empty(1);
            case PHARMACY -> {
                lines.field(provider.name()).field(receipt.claimMonth());
                lines.field("00").field(provider.phone());
            }
            case NURSING ->
                lines.field(provider.name()).field(receipt.claimMonth()).field(provider.phone());
        }
        lines.end();
    }

    private static String recordOfProvider(ReceiptKind kind) {
        return switch (kind) {
            case MEDICAL, DPC, DENTAL -> "IR";
            case PHARMACY -> "YK";
            case NURSING -> "HM";
        };
    }

    void header(Receipt receipt, Chance chance) {
        FictionalMember patient = receipt.patient();
        lines.begin(CLAIM, 0, "RE");
        lines.field(receipt.providerReceiptNumber()).field(receipt.type()).field(receipt.month());
        lines.field(patient.name());
        if (receipt.kind() == ReceiptKind.NURSING) {
            lines.field(patient.kana());
        }
        lines.field(patient.sexCode()).field(patient.birthDate());
        int chart = chance.between(10_000, 9_999_999);
        switch (receipt.kind()) {
            case MEDICAL -> medical(receipt, chart, chance.inPercent(70) ? "01" : "06");
            case DPC -> {
                admission(receipt);
                lines.empty(1).field(chart).empty(14);
                lines.field(patient.kana()).empty(1);
            }
            case DENTAL -> {
                lines.empty(8).field(chart).empty(9);
                lines.field(patient.kana()).empty(1);
            }
            case PHARMACY -> pharmacy(receipt, chart);
            case NURSING -> lines.empty(5).field(chart).empty(1);
        }
        lines.end();
    }

    private void medical(Receipt receipt, int chart, String department) {
        if (receipt.inpatient()) {
            admission(receipt);
            lines.field(120);
        } else {
            lines.empty(6);
        }
        lines.field(chart).empty(7);
        lines.field(receipt.inpatient() ? "" : department).empty(14);
        lines.field(receipt.patient().kana()).empty(1);
    }

    /** Items 8 to 12: rate, admission, ward, share, notes. */
    private void admission(Receipt receipt) {
        lines.empty(1)
                .field(receipt.month().atDay(receipt.days().first()))
                .empty(2)
                .field(HIGH_COST);
    }

    /** The prescriber, who has written all prescriptions of the receipt. */
    private void pharmacy(Receipt receipt, int chart) {
        Provider prescriber = Provider.clinic(receipt.providerReceiptNumber());
        lines.empty(2).field(prescriber.prefecture()).field(prescriber.feeTable());
        lines.field(prescriber.code()).field(prescriber.name()).field(prescriber.address());
        lines.field("架空医師").empty(20).field(chart).empty(5);
        lines.field(receipt.patient().kana());
    }
}
