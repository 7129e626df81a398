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
 * Receipts (レセプト) as the payment fund sends them to the society: レセ電コード情報ファイル of every kind (医科, DPC, 歯科,
 * 調剤, 訪問看護), and the results of re-examinations in the same form.
 *
 * <p>Memory does not grow with the file, except by some bytes a receipt number and a member. Which rules are checked
 * stands in {@link Rule}; of the layouts, that of medical receipts is verified, the others are inferred.
 */
public final class PayerReceiptContent implements Content {

    private final KindFields layout;
    private final Society society;
    private final MemberPseudonyms pseudonyms;
    private final Clock clock;

    /** @param clock tells the month that no claim can be later than, where the folder names none */
    public PayerReceiptContent(ReceiptLayout layout, Society society, MemberPseudonyms pseudonyms, Clock clock) {
        this.layout = new KindFields(layout);
        this.society = society;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        var findings = new Findings();
        var members = new MembersSeen(findings, pseudonyms);
        var named = FileKind.ofName(arrival.fileName());
        var checks = new ReceiptChecks(findings, Dialect.PAYER, named, arrival, society, members, clock);
        return new PayerReading(findings, checks, new FieldsSeen(layout)).read(in);
    }

    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        var follower = KindFollower.ofLines(FileKind.UNKNOWN);
        return new ReceiptProjection(layout, follower, RecordId.MN, permission, out)
                .write(new LineReader(in, Dialect.PAYER));
    }
}
