package jp.kenpo.gateway.sandbox.receipt;

import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.any;
import static jp.kenpo.gateway.sandbox.receipt.ReceiptMistake.medical;

import java.util.List;
import jp.kenpo.gateway.sandbox.society.Chance;
import org.jspecify.annotations.Nullable;

/** Mistakes in how the lines of a receipt follow each other and what frames them. */
final class LineMistakes {

    static final String RECORD_ID = "レコード識別情報 (recordId)";

    private static final String LINE_NUMBER = "行番号 (lineNo)";
    private static final String CONTROL = "管理情報 (controlInfo)";
    private static final int RC_CONTROL = 4;
    private static final int JY_ACTION = 4;
    private static final int JY_TARGET = 5;
    private static final String BEYOND = "99999";

    static final List<ReceiptMistake> ALL = List.of(
            any("receipt-line-lost", "行が抜けている", "a line is missing", LineMistakes::lost),
            any("receipt-line-twice", "同じ行が2回ある", "a line stands there twice", LineMistakes::twice),
            any("receipt-line-number", "行番号が飛んでいる", "a line number jumps", LineMistakes::jump),
            any("receipt-branch-number", "枝番号が0でない", "the branch number of a line is not 0", (draft, chance) -> {
                Draft.Line line = draft.first("SN");
                line.set(Draft.BRANCH, "1");
                return new Spoilt(draft, line, "枝番号 (branchNo)").finds("R24");
            }),
            medical("receipt-item-added", "項目が1つ多い", "a line has an item too many", (draft, chance) -> {
                Draft.Line line = chance.oneOf(draft.all("SY"));
                line.append("");
                return new Spoilt(draft, line, RECORD_ID).finds("R03");
            }),
            medical("receipt-item-lost", "項目が1つ足りない", "a line has an item too few", (draft, chance) -> {
                Draft.Line line = chance.oneOf(draft.all("SY"));
                line.dropLast();
                return new Spoilt(draft, line, RECORD_ID).finds("R03");
            }),
            medical("receipt-record-unknown", "不明なレコード", "a record that nobody knows", (draft, chance) -> {
                Draft.Line line = draft.first("MF");
                line.set(Draft.RECORD, "XF");
                return new Spoilt(draft, line, RECORD_ID).finds("R20");
            }),
            any(
                    "receipt-days-of-payer-lost",
                    "受診日等（JD）が公費の分だけない",
                    "the visit days (JD) of the public payer are missing",
                    (draft, chance) -> {
                        if (!draft.has("KO") || draft.has("JY")) {
                            return null;
                        }
                        draft.remove(draft.all("JD").get(1));
                        draft.renumber();
                        return new Spoilt(draft, draft.last(), RECORD_ID).finds("R30");
                    }),
            any(
                    "receipt-origin-unknown",
                    "データ識別が表にない",
                    "an origin of a line that is not in the table",
                    (draft, chance) -> {
                        Draft.Line line = draft.first("MN");
                        line.set(0, "10");
                        return new Spoilt(draft, line, "データ識別 (dataOrigin)").finds("R31");
                    }),
            medical("receipt-provider-lost", "医療機関情報（IR）がない", "the provider (IR) is missing", (draft, chance) -> {
                draft.remove(draft.first("IR"));
                draft.renumber();
                return draft.has("JY") ? null : new Spoilt(draft, draft.last(), RECORD_ID).finds("R25");
            }),
            medical("receipt-without-disease", "傷病名がない", "no disease is named", (draft, chance) -> {
                draft.all("SY").forEach(draft::remove);
                draft.renumber();
                return draft.has("JY") ? null : new Spoilt(draft, draft.last(), null).finds("R05");
            }),
            any(
                    "receipt-control-lost",
                    "レコード管理情報（RC）が1つ足りない",
                    "one of the two control lines (RC) is missing",
                    (draft, chance) -> {
                        draft.remove(draft.last());
                        return new Spoilt(draft, draft.last(), CONTROL).finds("R07");
                    }),
            any("receipt-control-garbled", "管理情報の書式が違う", "a control line is garbled", (draft, chance) -> {
                Draft.Line line = draft.last();
                line.set(RC_CONTROL, line.item(RC_CONTROL).replaceFirst("Ver", "Var"));
                return new Spoilt(draft, line, CONTROL).finds("R07");
            }),
            any("receipt-end-lost", "レコード管理情報（RC）がない", "both control lines (RC) are missing", (draft, chance) -> {
                draft.all("RC").forEach(draft::remove);
                return new Spoilt(draft, draft.last(), RECORD_ID).finds("F19");
            }),
            medical(
                    "receipt-correction-of-nothing",
                    "補正の対象の行がない",
                    "a correction of a line that is not there",
                    LineMistakes::correctionOfNothing));

    private LineMistakes() {}

    /** A line that nothing else needs: the last one before the fund's own. */
    private static Draft.Line spare(Draft draft) {
        List<Draft.Line> own = draft.all("EX");
        return own.get(own.size() - 1);
    }

    private static Spoilt lost(Draft draft, Chance chance) {
        Draft.Line lost = spare(draft);
        Draft.Line next = draft.after(lost);
        draft.remove(lost);
        return new Spoilt(draft, next, LINE_NUMBER).finds("R02");
    }

    private static Spoilt twice(Draft draft, Chance chance) {
        return new Spoilt(draft, draft.repeat(spare(draft)), LINE_NUMBER).finds("R02");
    }

    private static Spoilt jump(Draft draft, Chance chance) {
        Draft.Line line = draft.first("SN");
        line.set(Draft.LINE_NUMBER, "9" + line.item(Draft.LINE_NUMBER));
        return new Spoilt(draft, line, LINE_NUMBER).finds("R02");
    }

    /** The deletion does not take place, so that the total as paid is too low by what was to be deleted. */
    private static @Nullable Spoilt correctionOfNothing(Draft draft, Chance chance) {
        List<Draft.Line> deletions = draft.all("JY").stream()
                .filter(line -> line.item(JY_ACTION).equals("3"))
                .toList();
        if (deletions.isEmpty()) {
            return null;
        }
        Draft.Line deletion = deletions.get(0);
        deletion.set(JY_TARGET, BEYOND);
        Spoilt spoilt = new Spoilt(draft, deletion, "補正対象行番号 (targetLine)").finds("R06");
        for (String payer : List.of("HO", "KO")) {
            draft.all(payer).stream()
                    .filter(line -> line.item(0).equals("2"))
                    .forEach(line -> spoilt.finds("T02", line, PayerMistakes.TOTAL));
        }
        return spoilt;
    }
}
