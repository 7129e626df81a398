package jp.kenpo.gateway.content.reexamination;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.message.EventMessage;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import jp.kenpo.gateway.content.reexamination.Selection.SelectedReceipt;
import jp.kenpo.gateway.member.MembersConcerned;

/**
 * The message by which the core system names receipts for re-examination: a CloudEvent 1.0 in structured JSON.
 *
 * <p>Type {@code jp.kenpo.receipts.re-examination-selected}; {@code data.receipts} is a list of
 *
 * <table>
 * <caption>keys of a receipt and of a request, and the field that each belongs to</caption>
 * <tr><td>{@code transfer}</td><td>transfer</td><td>id of the transfer that the receipt came in</td></tr>
 * <tr><td>{@code receiptKey}</td><td>receipt-key</td><td>検索番号</td></tr>
 * <tr><td>{@code payerRef}</td><td>remark</td><td>整理番号, 1 to 17 digits; else the 検索番号 is used</td></tr>
 * <tr><td>{@code crossViewed}</td><td>receipt-key</td><td>検索番号 of receipts to be looked at with it (縦覧)</td></tr>
 * <tr><td>{@code requests[].reason}</td><td>reason-code</td><td>理由番号</td></tr>
 * <tr><td>{@code requests[].detail}</td><td>reason-code</td><td>理由内容コード</td></tr>
 * <tr><td>{@code requests[].date}</td><td>reason-code</td><td>理由年月日1, YYYYMMDD</td></tr>
 * <tr><td>{@code requests[].recovered}</td><td>reason-code</td><td>理由年月日2, YYYYMMDD</td></tr>
 * <tr><td>{@code requests[].note}</td><td>remark</td><td>理由番号補足, 100 signs</td></tr>
 * <tr><td>{@code requests[].freeText}</td><td>remark</td><td>フリー入力, 250 signs</td></tr>
 * <tr><td>{@code requests[].sendBackRef}</td><td>remark</td><td>返付依頼整理番号</td></tr>
 * <tr><td>{@code requests[].contacted}</td><td>remark</td><td>whether the provider agreed</td></tr>
 * <tr><td>{@code requests[].lines}</td><td>lines</td><td>{@code line}, {@code branch}, {@code target}</td></tr>
 * </table>
 *
 * <p>Counts {@code receipts} and {@code requests}. A message names no members, so their number is 0.
 */
public final class SelectionContent implements Content {

    static final String CATEGORY = "re-examination";

    /** The declared fields, as {@code category.field}. */
    public static final Set<String> FIELDS = Set.copyOf(SelectionProjection.FIELD_OF.values());

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        var findings = new FindingCollector();
        var guard = new MyNumberGuard();
        Set<String> fields = new LinkedHashSet<>();
        Selection selection = new Selection(List.of());
        var bytes = EventMessage.bytes(in, findings);
        if (bytes.isPresent()) {
            var tree = EventMessage.tree(bytes.get(), findings);
            tree.ifPresent(message -> fields.addAll(SelectionProjection.fieldsOf(message)));
            tree.ifPresent(message -> SelectionProjection.TEXTS.show(message, guard));
            selection = tree.map(new SelectionReader(findings)::selection).orElse(selection);
        }
        return new Reading(
                counts(selection.receipts()),
                MembersConcerned.none(),
                Set.copyOf(fields),
                findings.kept(),
                findings.errors(),
                findings.warnings(),
                guard.sightings());
    }

    private static Map<String, Long> counts(List<SelectedReceipt> receipts) {
        long requests = receipts.stream().mapToLong(r -> r.requests().size()).sum();
        return Map.of("receipts", (long) receipts.size(), "requests", requests);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IOException also if the message is no selection: what was not understood does not leave
     */
    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        var findings = new FindingCollector();
        byte[] bytes = EventMessage.bytes(in, findings).orElse(new byte[0]);
        Reading reading = read(new ByteArrayInputStream(bytes), Arrival.UNKNOWN);
        if (!reading.accepted()) {
            throw new IOException("the message is no selection of receipts without errors; nothing of it may leave");
        }
        JsonNode message = EventMessage.tree(bytes, findings).orElseThrow();
        var projection = new SelectionProjection(permission.fields());
        projection.cut(message);
        if (permission.maskMyNumber()) {
            projection.mask(message);
        }
        out.write(projection.removed().isEmpty() ? bytes : EventMessage.JSON.writeValueAsBytes(message));
        return new Projected(reading.records(), SelectionProjection.fieldsOf(message), projection.removed());
    }
}
