package jp.kenpo.gateway.content.qualification;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Followed;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.RecordCount;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.content.table.CsvContent;
import jp.kenpo.gateway.member.MemberPseudonyms;

/**
 * Events to be registered with the intermediate server (資格情報の登録ファイル): a table, and what its rows mean.
 *
 * <p>Rows that break a rule of the table are not looked at further. Counts {@code records} (events) and {@code lines}.
 */
public final class QualificationContent implements Content {

    private final CsvContent table;
    private final QualificationForm form;
    private final Society society;
    private final MemberPseudonyms pseudonyms;
    private final Clock clock;

    QualificationContent(QualificationForm form, LayoutSurroundings surroundings) {
        this.table = CsvContent.of(form.table(), surroundings);
        this.form = form;
        this.society = surroundings.society();
        this.pseudonyms = surroundings.pseudonyms();
        this.clock = surroundings.clock();
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        return read(in, event -> {});
    }

    @Override
    public Reading read(InputStream in, Arrival arrival, Consumer<Followed> records) throws IOException {
        return read(in, event -> {
            var sent = new SentRecord(pseudonyms.of(event.member().key()), event.id(), event.version());
            records.accept(new Followed(sent.key(pseudonyms), null));
        });
    }

    /**
     * Reads as {@link #read(InputStream, Arrival)}, and hands on every event that breaks no rule by itself.
     *
     * @throws IOException only if the stream can't be read
     */
    public Reading read(InputStream in, Consumer<QualificationEvent> events) throws IOException {
        String first = society.insurerNumbers().iterator().next();
        var mapping = new EventMapping(form.canonical(), form.events(), first);
        var checks = new EventChecks(society.insurerNumbers(), LocalDate.now(clock));
        return table.read(in, new EventReading(mapping, checks, new History(pseudonyms), events));
    }

    @Override
    public Side side() {
        return Side.SENT;
    }

    /** {@inheritDoc} As a table. */
    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        return table.project(in, out, permission);
    }

    @Override
    public Optional<RecordCount> count() {
        return table.count();
    }
}
