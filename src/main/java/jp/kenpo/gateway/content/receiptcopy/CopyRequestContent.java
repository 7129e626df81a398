package jp.kenpo.gateway.content.receiptcopy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.message.EventMessage;
import jp.kenpo.gateway.content.message.MessageTexts;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;
import jp.kenpo.gateway.member.MembersConcerned;

/**
 * The message by which the core system asks for copies of receipts: a CloudEvent 1.0 of type
 * {@code jp.kenpo.receipts.copy-requested}. {@code data.case} is the society's own number of the case (letters, digits,
 * hyphens; never a name), {@code data.receipts} a list of {@code transfer} (id of the transfer that the receipt came in)
 * and {@code receiptKey} (検索番号).
 *
 * <p>Every value belongs to one field, {@code receipt-request.receipt}. A message names no members.
 */
public final class CopyRequestContent implements Content {

    /** The declared field. */
    public static final Set<String> FIELDS = Set.of("receipt-request.receipt");

    private static final MessageTexts TEXTS =
            new MessageTexts(Set.of("case", "receiptKey", "transfer"), Set.of("receiptKey"));

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        var findings = new FindingCollector();
        var guard = new MyNumberGuard();
        Optional<byte[]> bytes = EventMessage.bytes(in, findings);
        Optional<JsonNode> message = bytes.isPresent() ? EventMessage.tree(bytes.get(), findings) : Optional.empty();
        message.ifPresent(each -> TEXTS.show(each, guard));
        CopyRequest request =
                message.map(new CopyRequestReader(findings)::request).orElse(new CopyRequest(List.of()));
        long receipts = request.receipts().size();
        return new Reading(
                Map.of("receipts", receipts),
                MembersConcerned.none(),
                receipts == 0 ? Set.of() : FIELDS,
                findings.kept(),
                findings.errors(),
                findings.warnings(),
                guard.sightings());
    }

    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        byte[] bytes = EventMessage.bytes(in, new FindingCollector()).orElse(new byte[0]);
        Reading reading = read(new ByteArrayInputStream(bytes), Arrival.UNKNOWN);
        boolean masked = permission.maskMyNumber() && reading.myNumbers().count() > 0;
        if (!reading.accepted() || masked || !permission.fields().containsAll(FIELDS)) {
            throw new IOException("the request is not whole and free of errors; nothing of it may leave");
        }
        out.write(bytes);
        return new Projected(reading.records(), FIELDS, Map.of());
    }
}
