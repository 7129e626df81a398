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
 * Receipts (レセプト) as the payment fund sends them to the society: レセ電コード情報ファイル, medical kind (医科).
 *
 * <p>Memory does not grow with the file, except by some bytes a receipt number and a member. Other kinds (DPC, 歯科,
 * 調剤, 訪問看護) are recognised and refused by a finding. Which rules are checked stands in {@link Rule}.
 */
public final class PayerReceiptContent implements Content {

    private final LayoutFields layout;
    private final Society society;
    private final MemberPseudonyms pseudonyms;
    private final Clock clock;

    /** @param clock tells the month that no claim can be later than, where the folder names none */
    public PayerReceiptContent(ReceiptLayout layout, Society society, MemberPseudonyms pseudonyms, Clock clock) {
        this.layout = new LayoutFields(layout);
        this.society = society;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        return new ReceiptReading(layout, society, pseudonyms, clock, arrival).read(in);
    }

    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        return new ReceiptProjection(layout, permission.fields(), out).write(new LineReader(in));
    }
}
