package jp.kenpo.gateway.content.receipt;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Kinds of receipts, each in a file of its own. Source: names of レセ電コード情報ファイル, as seen; 点数表 of the format.
 */
enum FileKind {
    /** 医科. */
    MED("医科 MED", "medical", 1),
    /** DPC; 点数表 and receipt type are those of medical receipts. */
    DPC("DPC", "dpc", 1),
    /** 歯科. */
    DEN("歯科 DEN", "dental", 3),
    /** 調剤. */
    PHA("調剤 PHA", "pharmacy", 4),
    /** 訪問看護; how its file is called is not published. */
    NURSING("訪問看護", "nursing", 6),
    /** 点数表 says something else; read as medical, because it may be one damaged digit. */
    UNKNOWN("?", "", 0);

    private final String label;
    private final String key;
    private final int feeTable;

    FileKind(String label, String key, int feeTable) {
        this.label = label;
        this.key = key;
        this.feeTable = feeTable;
    }

    /** Returns the name for people. */
    String label() {
        return label;
    }

    /** Returns the name in a layout file. */
    String key() {
        return key;
    }

    /** Returns 点数表, which is also the first digit of レセプト種別. */
    int feeTable() {
        return feeTable;
    }

    RecordTable table() {
        return switch (this) {
            case MED, UNKNOWN -> RecordTable.MEDICAL;
            case DPC -> RecordTable.DPC;
            case DEN -> RecordTable.DENTAL;
            case PHA -> RecordTable.PHARMACY;
            case NURSING -> RecordTable.NURSING;
        };
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
        for (var kind : new FileKind[] {MED, DEN, PHA, NURSING}) {
            if (kind.feeTable == feeTable) {
                return kind;
            }
        }
        return UNKNOWN;
    }

    /** Returns the kind of that name in a layout file; {@link #UNKNOWN} if there is none. */
    static FileKind ofKey(String key) {
        for (var kind : values()) {
            if (kind.key.equals(key)) {
                return kind;
            }
        }
        return UNKNOWN;
    }
}
