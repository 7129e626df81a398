package jp.kenpo.gateway.sandbox.receipt;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.kenpo.gateway.sandbox.mistake.Mistake;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
import jp.kenpo.gateway.sandbox.mistake.MistakeSink;
import jp.kenpo.gateway.sandbox.mistake.Place;
import jp.kenpo.gateway.sandbox.society.Chance;

/** Puts mistakes into the receipts of one file as the plan wants them, and says what it did. */
final class ReceiptSpoiler {

    private static final List<ReceiptMistake> ALL = Stream.of(
                    HeadMistakes.ALL, PayerMistakes.ALL, CareMistakes.ALL, LineMistakes.ALL)
            .flatMap(List::stream)
            .toList();

    private final ReceiptFile file;
    private final MistakePlan plan;
    private final MistakeSink made;

    ReceiptSpoiler(ReceiptFile file, MistakePlan plan, MistakeSink made) {
        this.file = file;
        this.plan = plan;
        this.made = made;
    }

    /** Spoils the receipt that was written last, if it is its turn. */
    void receipt(RecordLines lines, Receipt receipt) throws IOException {
        if (!plan.next()) {
            return;
        }
        Map<ReceiptMistake, Spoilt> fitting = fitting(lines.receipt(), receipt);
        ReceiptMistake chosen = plan.choose(List.copyOf(fitting.keySet()));
        Spoilt spoilt = fitting.get(chosen);
        if (spoilt != null) {
            long before = lines.linesBefore();
            lines.replaceReceipt(spoilt.draft().bytes(), spoilt.draft().size());
            made.add(new Mistake(
                    chosen, file.path(), receipt.searchNumber(), spoilt.place(before), spoilt.expected(before)));
        }
    }

    private Map<ReceiptMistake, Spoilt> fitting(byte[] receipt, Receipt facts) {
        Map<ReceiptMistake, Spoilt> fitting = new LinkedHashMap<>();
        for (ReceiptMistake mistake : ALL) {
            if (mistake.kinds().contains(facts.kind())) {
                Chance chance = Chance.of(file.seed(), facts.controlNumber());
                Spoilt spoilt = mistake.change().in(Draft.of(receipt), chance);
                if (spoilt != null) {
                    fitting.put(mistake, spoilt);
                }
            }
        }
        return fitting;
    }

    /** Ends the file, which gets a mistake of its own if it is its turn. */
    void endFile(RecordLines lines) throws IOException {
        if (lines.lines() == 0 || !plan.next()) {
            lines.endFile();
            return;
        }
        FileMistake mistake = plan.choose(List.of(FileMistake.values()));
        lines.endFile(mistake.end());
        made.add(Mistake.at(Place.line(lines.lines(), mistake.item()), mistake, file.path(), null, mistake.rule()));
    }
}
