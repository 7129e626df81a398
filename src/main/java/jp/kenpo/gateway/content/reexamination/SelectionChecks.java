package jp.kenpo.gateway.content.reexamination;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.reexamination.Selection.Line;
import jp.kenpo.gateway.content.reexamination.Selection.Request;
import jp.kenpo.gateway.content.reexamination.Selection.SelectedReceipt;
import org.jspecify.annotations.Nullable;

/** What a selection must keep to by itself, before any receipt is looked at. */
final class SelectionChecks {

    /** 理由内容コード that must point at a line: adaptation, excess, duplicate, combination, series, package, drugs. */
    private static final Set<String> DETAILS_OF_LINES =
            Set.of("100001", "100002", "100003", "100004", "100005", "100006", "100007", "100008");

    private static final String BY_OTHER_RECEIPT = "190001";
    private static final String FREE_TEXT = "199999";

    private final FindingCollector findings;

    SelectionChecks(FindingCollector findings) {
        this.findings = findings;
    }

    void check(Selection selection) {
        Set<String> keys = new HashSet<>();
        Set<String> payerRefs = new HashSet<>();
        for (SelectedReceipt receipt : selection.receipts()) {
            if (!receipt.key().isEmpty() && !keys.add(receipt.key())) {
                add(receipt, SelectionRule.RECEIPT_TWICE, receipt.pointer() + "/receiptKey");
            } else if (!receipt.payerRef().isEmpty() && !payerRefs.add(receipt.payerRef())) {
                add(receipt, SelectionRule.PAYER_REF_TWICE, receipt.pointer() + "/payerRef");
            }
            classes(receipt);
            receipt.requests().forEach(request -> request(receipt, request));
        }
    }

    private void classes(SelectedReceipt receipt) {
        Set<ReasonClass> classes = EnumSet.noneOf(ReasonClass.class);
        for (Request request : receipt.requests()) {
            var found = ReasonClass.of(request.reason());
            found.ifPresent(classes::add);
            if (found.isEmpty() && !request.reason().isEmpty()) {
                add(receipt, SelectionRule.UNKNOWN_REASON, request.pointer() + "/reason");
            }
        }
        if (classes.size() > 1) {
            add(receipt, SelectionRule.MIXED_CLASSES, receipt.pointer() + "/requests");
        }
    }

    private void request(SelectedReceipt receipt, Request request) {
        switch (request.reason()) {
            case "100024", "100048" -> needs(request.note(), receipt, SelectionRule.NOTE_MISSING, request, "/note");
            case "100023" -> needs(request.date(), receipt, SelectionRule.DATE_MISSING, request, "/date");
            case "100025", "100052" ->
                needs(request.sendBackRef(), receipt, SelectionRule.SEND_BACK_REF_MISSING, request, "/sendBackRef");
            default -> {}
        }
        if (request.recovered() != null) {
            needs(request.date(), receipt, SelectionRule.DATE_MISSING, request, "/date");
        }
        detail(receipt, request);
        lines(receipt, request);
    }

    private void detail(SelectedReceipt receipt, Request request) {
        String detail = request.detail();
        if (detail == null || detail.equals(BY_OTHER_RECEIPT)) {
            return;
        }
        if (detail.equals(FREE_TEXT)) {
            needs(request.freeText(), receipt, SelectionRule.FREE_TEXT_MISSING, request, "/freeText");
        } else if (!DETAILS_OF_LINES.contains(detail)) {
            add(receipt, SelectionRule.UNKNOWN_DETAIL, request.pointer() + "/detail");
        } else if (!request.hasTarget()) {
            add(receipt, SelectionRule.TARGET_MISSING, request.pointer() + "/lines");
        }
    }

    private void lines(SelectedReceipt receipt, Request request) {
        Set<String> seen = new HashSet<>();
        for (Line line : request.lines()) {
            if (!seen.add(line.number() + "-" + line.branch())) {
                add(receipt, SelectionRule.LINE_TWICE, line.pointer());
            }
        }
    }

    private void needs(
            @Nullable String value, SelectedReceipt receipt, SelectionRule rule, Request request, String key) {
        if (value == null) {
            add(receipt, rule, request.pointer() + key);
        }
    }

    private void add(SelectedReceipt receipt, SelectionRule rule, String pointer) {
        findings.add(rule.finding(receipt.label(), pointer));
    }
}
