package jp.kenpo.gateway.content.qualification;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kenpo.gateway.content.table.TableWriter;
import jp.kenpo.gateway.member.MemberIdentity;
import org.jspecify.annotations.Nullable;

/** Writes events as a registration file, by the columns that the layout names. Not thread-safe. */
public final class EventWriter {

    private final Map<CanonicalField, String> columns;
    private final Map<EventType, String> codes = new HashMap<>();
    private final Function<QualificationEvent, Optional<String>> myNumbers;
    private final TableWriter table;

    /**
     * @param myNumbers looks a My Number up where it is kept; called only for events that need one
     * @throws IOException if the stream can't be written
     */
    public EventWriter(
            QualificationForm form, Function<QualificationEvent, Optional<String>> myNumbers, OutputStream out)
            throws IOException {
        this.columns = form.canonical();
        form.events().forEach((code, type) -> codes.putIfAbsent(type, code));
        this.myNumbers = myNumbers;
        this.table = new TableWriter(form.table(), out);
    }

    /**
     * Writes one event.
     *
     * @throws IOException also if the layout has no code for the event, no column for something that it says, or an
     *     encoding that lacks a character of it: nothing is left out silently
     */
    public void write(QualificationEvent event) throws IOException {
        String code = codes.get(event.type());
        if (code == null) {
            throw new IOException("the layout has no code for event " + event.type());
        }
        var row = new Row();
        row.text(CanonicalField.EVENT_TYPE, code);
        row.text(CanonicalField.EVENT_ID, event.id());
        row.text(CanonicalField.VERSION, Integer.toString(event.version()));
        row.date(CanonicalField.EVENT_DATE, event.on());
        row.text(CanonicalField.REFERS_TO, event.refersTo());
        row.text(CanonicalField.FILING_ID, event.filing());
        row.text(CanonicalField.REPORT_ID, event.reportId());
        if (event.clock() != null) {
            row.date(CanonicalField.RECEIVED_ON, event.clock().receivedOn());
            row.date(CanonicalField.COMPLETE_ON, event.clock().completeOn());
        }
        if (event.myNumber()) {
            row.text(CanonicalField.MY_NUMBER, myNumbers.apply(event).orElse(null));
        }
        if (event.oldKey() != null) {
            MemberIdentity old = event.oldKey();
            row.text(CanonicalField.OLD_SYMBOL, old.symbol());
            row.text(CanonicalField.OLD_NUMBER, old.number());
            row.text(CanonicalField.OLD_BRANCH, old.distinction());
        }
        member(row, event.member());
        table.row(row.cells);
    }

    private static void member(Row row, MemberRecord member) throws IOException {
        row.text(CanonicalField.INSURER_NUMBER, member.key().insurerNumber());
        row.text(CanonicalField.SYMBOL, member.key().symbol());
        row.text(CanonicalField.NUMBER, member.key().number());
        row.text(CanonicalField.BRANCH, member.key().distinction());
        row.text(CanonicalField.PERSON_FAMILY, flag(member.dependant(), "2", "1"));
        row.text(CanonicalField.NAME_KANJI, member.names().kanji());
        row.text(CanonicalField.NAME_KANA, member.names().kana());
        row.text(CanonicalField.OTHER_NAME_KANJI, member.names().otherKanji());
        row.text(CanonicalField.OTHER_NAME_KANA, member.names().otherKana());
        row.text(CanonicalField.INSURED_NAME, member.names().insured());
        row.date(CanonicalField.BIRTH_DATE, member.birthDate());
        row.text(CanonicalField.SEX, member.sex());
        row.text(CanonicalField.POSTCODE, member.postcode());
        row.text(CanonicalField.ADDRESS, member.address());
        if (member.validity() != null) {
            row.date(CanonicalField.ACQUIRED_ON, member.validity().acquiredOn());
        }
        row.date(CanonicalField.LOST_ON, member.lostOn());
        row.text(CanonicalField.LOSS_REASON, member.lossReason());
        for (Certificate certificate : member.certificates()) {
            certificate(row, certificate);
        }
        row.text(CanonicalField.IDENTITY_CHECK, flag(member.identityConfirmed(), "1", "0"));
    }

    private static void certificate(Row row, Certificate certificate) throws IOException {
        CertificateKind kind = certificate.kind();
        Validity validity = certificate.validity();
        if (validity != null) {
            LocalDate behind = validity.lostOn();
            row.date(kind.from(), validity.acquiredOn());
            row.date(kind.until(), behind == null ? null : behind.minusDays(1));
        }
        row.date(kind.issuedOn(), certificate.issuedOn());
        for (CanonicalField field : kind.details()) {
            row.text(field, certificate.detail(field).orElse(null));
        }
    }

    private static @Nullable String flag(@Nullable Boolean value, String yes, String no) {
        return value == null ? null : value ? yes : no;
    }

    /** The cells of one event. */
    private final class Row {

        private final Map<String, String> cells = new HashMap<>();

        void text(CanonicalField field, @Nullable String text) throws IOException {
            if (text != null && !text.isEmpty()) {
                cells.put(column(field), text);
            }
        }

        void date(CanonicalField field, @Nullable LocalDate day) throws IOException {
            if (day != null) {
                cells.put(column(field), table.date(column(field), day));
            }
        }

        private String column(CanonicalField field) throws IOException {
            String column = columns.get(field);
            if (column == null) {
                throw new IOException("the layout has no column for " + field.label());
            }
            return column;
        }
    }
}
