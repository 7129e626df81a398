package jp.kenpo.gateway.content.qualification;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Followed;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.RecordCount;
import jp.kenpo.gateway.content.table.CsvContent;
import jp.kenpo.gateway.content.table.TableRow;
import jp.kenpo.gateway.member.MemberIdentity;
import jp.kenpo.gateway.member.MemberPseudonyms;
import org.jspecify.annotations.Nullable;

/**
 * What the platform answers to registered events (登録結果).
 *
 * <p>Counts {@code records} and {@code lines}, and {@code accepted}, {@code rejected}, {@code acceptedWithDoubt} and
 * {@code noResult}.
 */
public final class RegistrationResultContent implements Content {

    private final CsvContent table;
    private final RegistrationResultForm form;
    private final MemberPseudonyms pseudonyms;
    private final String society;

    RegistrationResultContent(RegistrationResultForm form, LayoutSurroundings surroundings) {
        this.table = CsvContent.of(form.table(), surroundings);
        this.form = form;
        this.pseudonyms = surroundings.pseudonyms();
        this.society = surroundings.society().insurerNumbers().iterator().next();
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        return readRows(in, (row, outcome) -> {});
    }

    /** {@inheritDoc} That nothing came back for a record does not take the place of what did. */
    @Override
    public Reading read(InputStream in, Arrival arrival, Consumer<Followed> records) throws IOException {
        return read(in, (record, outcome) -> {
            if (!(outcome instanceof Outcome.NoResult)) {
                records.accept(new Followed(record.key(pseudonyms), outcome.counted()));
            }
        });
    }

    @Override
    public Side side() {
        return Side.ANSWERED;
    }

    /**
     * Reads as {@link #read(InputStream, Arrival)}, and hands on what became of each record.
     *
     * @throws IOException only if the stream can't be read
     */
    public Reading read(InputStream in, BiConsumer<SentRecord, Outcome> results) throws IOException {
        return readRows(in, (row, outcome) -> results.accept(record(row), outcome));
    }

    private Reading readRows(InputStream in, BiConsumer<TableRow, Outcome> results) throws IOException {
        var tally = new OutcomeTally();
        Reading reading = table.read(in, (row, findings) -> {
            Outcome outcome = outcome(row, findings);
            if (outcome != null) {
                tally.see(outcome);
                results.accept(row, outcome);
            }
        });
        Map<String, Long> counts = tally.counts();
        counts.putAll(reading.counts());
        return new Reading(
                counts,
                reading.concerned(),
                reading.fields(),
                reading.findings(),
                reading.errors(),
                reading.warnings(),
                reading.myNumbers());
    }

    private @Nullable Outcome outcome(TableRow row, Consumer<Finding> findings) {
        var meaning = form.outcomes().get(text(row, form.result().outcome()));
        if (meaning == null) {
            findings.accept(QualificationRule.OUTCOME_UNKNOWN.finding(
                    row.line(), row.record(), form.result().outcome()));
            return null;
        }
        return switch (meaning) {
            case ACCEPTED -> new Outcome.Accepted();
            case NO_RESULT -> new Outcome.NoResult();
            case REJECTED -> new Outcome.Rejected(text(row, form.result().code()));
            case ACCEPTED_WITH_DOUBT -> doubt(row, findings).orElse(null);
        };
    }

    private Optional<Outcome> doubt(TableRow row, Consumer<Finding> findings) {
        var mismatch = row.text(form.result().mismatch()).map(form.mismatches()::get);
        if (mismatch.isEmpty()) {
            findings.accept(QualificationRule.MISMATCH_UNKNOWN.finding(
                    row.line(), row.record(), form.result().mismatch()));
        }
        return mismatch.map(Outcome.AcceptedWithDoubt::new);
    }

    private SentRecord record(TableRow row) {
        var members = form.members();
        String branch = text(row, members.branch());
        var key = MemberIdentity.withBranch(
                members.insurerNumber() == null ? society : text(row, members.insurerNumber()),
                text(row, members.symbol()),
                text(row, members.number()),
                branch.length() == 1 ? "0" + branch : branch);
        String version = text(row, form.result().version());
        return new SentRecord(
                pseudonyms.of(key),
                text(row, form.result().eventId()),
                version.isEmpty() || version.length() > 9 ? 1 : Integer.parseInt(version));
    }

    private static String text(TableRow row, @Nullable String column) {
        return column == null ? "" : row.text(column).orElse("");
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
