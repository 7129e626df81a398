package jp.kenpo.gateway.content.reexamination;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.receipt.NamedReceipts;
import jp.kenpo.gateway.content.receipt.ReceivedLine;
import jp.kenpo.gateway.content.reexamination.Selection.Line;
import jp.kenpo.gateway.content.reexamination.Selection.Request;
import jp.kenpo.gateway.content.reexamination.Selection.SelectedReceipt;

/** One receipt on its way into the request file: copied line by line, then completed with its request lines. */
final class RequestedReceipt implements NamedReceipts.Copy {

    private static final Set<String> TARGETS = Set.of("SI", "IY", "TO");
    private static final Set<String> REFERENCES = Set.of("SY", "SI", "IY", "TO", "CO");
    private static final Set<String> DETAILS_OF_DRUGS = Set.of("100007", "100008");
    private static final int REPLACED = 2;
    private static final int DELETED = 3;

    /** A line is named by 行番号 and 枝番号. */
    private record Place(int number, int branch) {}

    private final SelectedReceipt selected;
    private final RequestPlace place;
    private final OutputStream out;
    private final FindingCollector findings;
    private final Map<Place, String> recordIds = new HashMap<>();
    private final Set<Place> corrected = new HashSet<>();
    /** RC lines that the request lines go in front of; two, as far as seen. */
    private final ByteArrayOutputStream heldBack = new ByteArrayOutputStream();

    private boolean controlsBegun;
    private int highest;
    private int earlierRequests;

    RequestedReceipt(SelectedReceipt selected, RequestPlace place, OutputStream out, FindingCollector findings) {
        this.selected = selected;
        this.place = place;
        this.out = out;
        this.findings = findings;
        selected.requests().stream()
                .flatMap(request -> request.lines().stream())
                .forEach(line -> recordIds.put(placeOf(line), ""));
    }

    @Override
    public void take(ReceivedLine line) throws IOException {
        String recordId = line.recordId();
        highest = Math.max(highest, line.number());
        recordIds.replace(new Place(line.number(), line.branch()), recordId);
        switch (recordId) {
            case "JY" -> correction(line);
            case "MD" -> earlierRequests += line.itemAsNumber(2) == 1 ? 1 : 0;
            case "RC" -> controlsBegun = true;
            default -> {}
        }
        line.copyTo(controlsBegun && place == RequestPlace.BEFORE_RC ? heldBack : out);
    }

    private void correction(ReceivedLine line) {
        int action = line.itemAsNumber(2);
        if (action == REPLACED || action == DELETED) {
            corrected.add(new Place(line.itemAsNumber(3), line.itemAsNumber(4)));
        }
    }

    /** Writes the request lines. */
    @Override
    public void complete() throws IOException {
        selected.requests().forEach(this::check);
        new RequestLines(out, highest).write(selected, earlierRequests + 1);
        heldBack.writeTo(out);
    }

    private void check(Request request) {
        for (Line line : request.lines()) {
            String recordId = recordIds.getOrDefault(placeOf(line), "");
            Set<String> allowed = line.target() ? TARGETS : REFERENCES;
            if (recordId.isEmpty()) {
                wrong(SelectionRule.LINE_NOT_FOUND, line.pointer(), line.number());
            } else if (!allowed.contains(recordId)) {
                wrong(SelectionRule.LINE_NOT_ALLOWED, line.pointer(), line.number(), recordId);
            } else if (corrected.contains(placeOf(line))) {
                wrong(SelectionRule.LINE_CORRECTED, line.pointer(), line.number());
            }
        }
        String detail = request.detail();
        if (detail != null
                && DETAILS_OF_DRUGS.contains(detail)
                && request.lines().stream().noneMatch(this::isTargetedDrug)) {
            wrong(SelectionRule.DRUG_MISSING, request.pointer() + "/lines");
        }
    }

    private boolean isTargetedDrug(Line line) {
        return line.target() && "IY".equals(recordIds.get(placeOf(line)));
    }

    private void wrong(SelectionRule rule, String pointer, Object... arguments) {
        findings.add(rule.finding(selected.label(), pointer, arguments));
    }

    private static Place placeOf(Line line) {
        return new Place(line.number(), line.branch());
    }
}
