package jp.kenpo.gateway.content.receipt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of receipts, each in a file of its own. Source: names of レセ電コード情報ファイル, as seen; 点数表 of the format.
 */
enum FileKind {
    /** 医科. */
    MED("医科 MED"),
    /** DPC. */
    DPC("DPC"),
    /** 歯科. */
    DEN("歯科 DEN"),
    /** 調剤. */
    PHA("調剤 PHA"),
    /** 訪問看護. */
    NURSING("訪問看護"),
    UNKNOWN("?");

    private final String label;

    FileKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Returns the kind that a file name such as {@code 11_RECODEINFO_MED.CSV} says. */
    static FileKind ofName(@Nullable String fileName) {
        String name = fileName == null ? "" : fileName.toUpperCase(Locale.ROOT);
        for (var kind : new FileKind[] {MED, DPC, DEN, PHA}) {
            if (name.contains("RECODEINFO_" + kind.name())) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** Returns the kind that 点数表 says; medical may still turn out to be DPC. */
    static FileKind ofFeeTable(int feeTable) {
        return switch (feeTable) {
            case 1 -> MED;
            case 3 -> DEN;
            case 4 -> PHA;
            case 6 -> NURSING;
            default -> UNKNOWN;
        };
    }

    /** Returns whether a record id is one that only DPC receipts have. */
    static boolean isDpcRecord(String recordId) {
        return switch (recordId) {
            case "BU", "SB", "KK", "SK", "GA", "HH", "GT", "CD" -> true;
            default -> false;
        };
    }
}
