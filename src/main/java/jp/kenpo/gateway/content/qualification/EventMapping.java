package jp.kenpo.gateway.content.qualification;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.event.EventForm;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.TableRow;
import jp.kenpo.gateway.member.MemberIdentity;
import org.jspecify.annotations.Nullable;

/** Makes an event of a row, by the columns that the layout names. */
final class EventMapping {

    private final Map<CanonicalField, String> columns;
    private final Map<String, EventType> events;
    private final String society;

    /** @param society insurer number where the file has no column for it */
    EventMapping(Map<CanonicalField, String> columns, Map<String, EventType> events, String society) {
        this.columns = columns;
        this.events = events;
        this.society = society;
    }

    /** Returns the mapping of messages whose columns have the names of the columns of a file. */
    static EventMapping ofMessages(QualificationForm file, EventForm messages, LayoutSurroundings surroundings) {
        Set<String> names = messages.columns().stream().map(ColumnForm::name).collect(Collectors.toSet());
        Map<CanonicalField, String> known = new EnumMap<>(CanonicalField.class);
        file.canonical().forEach((field, column) -> {
            if (names.contains(column)) {
                known.put(field, column);
            }
        });
        String society = surroundings.society().insurerNumbers().iterator().next();
        return new EventMapping(known, file.events(), society);
    }

    /** Returns the column of a field, as findings name it; null if the file has none. */
    @Nullable
    String column(CanonicalField field) {
        return columns.get(field);
    }

    Optional<String> text(TableRow row, CanonicalField field) {
        return Optional.ofNullable(columns.get(field)).flatMap(row::text);
    }

    private Optional<LocalDate> date(TableRow row, CanonicalField field) {
        return Optional.ofNullable(columns.get(field)).flatMap(row::date);
    }

    private @Nullable LocalDate day(TableRow row, CanonicalField field) {
        return date(row, field).orElse(null);
    }

    private @Nullable String word(TableRow row, CanonicalField field) {
        return text(row, field).orElse(null);
    }

    private String orEmpty(TableRow row, CanonicalField field) {
        return text(row, field).orElse("");
    }

    /** Returns the event; empty if nobody said what its code means. */
    Optional<QualificationEvent> event(TableRow row) {
        return text(row, CanonicalField.EVENT_TYPE).map(events::get).map(type -> event(row, type));
    }

    /** Returns the event of a row whose type is said elsewhere. */
    QualificationEvent event(TableRow row, EventType type) {
        return new QualificationEvent(
                orEmpty(row, CanonicalField.EVENT_ID),
                text(row, CanonicalField.VERSION).map(EventMapping::version).orElse(1),
                type,
                day(row, CanonicalField.EVENT_DATE),
                member(row),
                oldKey(row),
                text(row, CanonicalField.MY_NUMBER).isPresent(),
                word(row, CanonicalField.REFERS_TO),
                word(row, CanonicalField.FILING_ID),
                word(row, CanonicalField.REPORT_ID),
                clock(row));
    }

    /** A version of more digits than an int has is as good as the largest. */
    private static int version(String text) {
        return text.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(text);
    }

    private MemberRecord member(TableRow row) {
        return new MemberRecord(
                key(row),
                text(row, CanonicalField.PERSON_FAMILY).map("2"::equals).orElse(null),
                new MemberNames(
                        word(row, CanonicalField.NAME_KANJI),
                        word(row, CanonicalField.NAME_KANA),
                        word(row, CanonicalField.OTHER_NAME_KANJI),
                        word(row, CanonicalField.OTHER_NAME_KANA),
                        word(row, CanonicalField.INSURED_NAME)),
                day(row, CanonicalField.BIRTH_DATE),
                word(row, CanonicalField.SEX),
                word(row, CanonicalField.POSTCODE),
                word(row, CanonicalField.ADDRESS),
                validity(row, CanonicalField.ACQUIRED_ON, CanonicalField.LOST_ON),
                day(row, CanonicalField.LOST_ON),
                word(row, CanonicalField.LOSS_REASON),
                certificates(row),
                text(row, CanonicalField.IDENTITY_CHECK).map("1"::equals).orElse(null));
    }

    private String insurer(TableRow row) {
        return text(row, CanonicalField.INSURER_NUMBER).orElse(society);
    }

    private MemberIdentity key(TableRow row) {
        return MemberIdentity.withBranch(
                insurer(row),
                orEmpty(row, CanonicalField.SYMBOL),
                orEmpty(row, CanonicalField.NUMBER),
                twoDigits(orEmpty(row, CanonicalField.BRANCH)));
    }

    private @Nullable MemberIdentity oldKey(TableRow row) {
        return text(row, CanonicalField.OLD_NUMBER)
                .map(number -> MemberIdentity.withBranch(
                        insurer(row),
                        orEmpty(row, CanonicalField.OLD_SYMBOL),
                        number,
                        twoDigits(orEmpty(row, CanonicalField.OLD_BRANCH))))
                .orElse(null);
    }

    private static String twoDigits(String branch) {
        return branch.length() == 1 ? "0" + branch : branch;
    }

    private @Nullable Validity validity(TableRow row, CanonicalField from, CanonicalField until) {
        return date(row, from).map(day -> new Validity(day, day(row, until))).orElse(null);
    }

    private List<Certificate> certificates(TableRow row) {
        return Arrays.stream(CertificateKind.values())
                .flatMap(kind -> certificate(row, kind).stream())
                .toList();
    }

    /** A certificate names its last day; the validity ends on the day behind it. */
    private Optional<Certificate> certificate(TableRow row, CertificateKind kind) {
        LocalDate last = day(row, kind.until());
        Validity validity = date(row, kind.from())
                .map(day -> new Validity(day, last == null ? null : last.plusDays(1)))
                .orElse(null);
        LocalDate issuedOn = day(row, kind.issuedOn());
        Map<CanonicalField, String> details = new EnumMap<>(CanonicalField.class);
        kind.details().forEach(field -> text(row, field).ifPresent(text -> details.put(field, text)));
        boolean said = validity != null || issuedOn != null || !details.isEmpty();
        return said ? Optional.of(new Certificate(kind, issuedOn, validity, details)) : Optional.empty();
    }

    private @Nullable RegistrationClock clock(TableRow row) {
        return date(row, CanonicalField.RECEIVED_ON)
                .map(day -> new RegistrationClock(day, day(row, CanonicalField.COMPLETE_ON)))
                .orElse(null);
    }
}
