package jp.kenpo.gateway.content.receipt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.member.MemberPseudonyms;

/**
 * Receipts (レセプト) as a provider claims them from the payment fund: one head, the receipts, {@code GO} with their
 * number and points. Insurers of every kind occur, so whose receipt it is is not checked.
 *
 * <p>Counts {@code receipts}, {@code lines}, {@code items} (総件数) and {@code points}. Memory does not grow with the
 * file, except by some bytes a member and receipt.
 */
final class ProviderReceiptContent implements Content {

    private final KindFields layout;
    private final FileKind kind;
    private final Society society;
    private final MemberPseudonyms pseudonyms;
    private final Clock clock;

    ProviderReceiptContent(
            ReceiptLayout layout, FileKind kind, Society society, MemberPseudonyms pseudonyms, Clock clock) {
        this.layout = new KindFields(layout);
        this.kind = kind;
        this.society = society;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        var findings = new Findings();
        var members = new MembersSeen(findings, pseudonyms);
        var checks = new ReceiptChecks(findings, Dialect.PROVIDER, kind, arrival, society, members, clock);
        return new ProviderReading(findings, checks, new FieldsSeen(layout), kind).read(in);
    }

    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        RecordId first = kind == FileKind.DEN ? RecordId.IR : RecordId.RE;
        return new ReceiptProjection(layout, KindFollower.of(kind), first, permission, out)
                .write(new LineReader(in, Dialect.PROVIDER));
    }
}
