package jp.kenpo.gateway.sandbox.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import jp.kenpo.gateway.sandbox.agreed.AgreedColumn;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import jp.kenpo.gateway.sandbox.table.Subject.Flag;

/**
 * Makes the cell of a column about a subject: by what is known, by the field, and where the field says nothing about the
 * member, by the type.
 */
public final class CellMaker {

    private static final int LONG_AGO = 3_000;
    private static final int LOST_LATELY = 20;

    private static final Map<String, BiFunction<AgreedColumn, Subject, String>> BY_FIELD = Map.ofEntries(
            Map.entry("member-identity.insurer-number", (column, subject) -> FictionalSociety.INSURER_NUMBER),
            Map.entry("member-identity.insured-identifier", CellMaker::identifier),
            Map.entry("member-identity.name", (column, subject) -> subject.member()
                    .name()),
            Map.entry("member-identity.name-kana", CellMaker::kana),
            Map.entry(
                    "member-identity.birth-date",
                    (column, subject) -> day(column, subject.member().birthDate())),
            Map.entry("member-identity.sex", CellMaker::sex),
            Map.entry("member-identity.society-name", (column, subject) -> "架空総合健康保険組合"),
            Map.entry("contact.name", (column, subject) -> subject.member().name()),
            Map.entry("contact.address", CellMaker::address),
            Map.entry("contact.phone", (column, subject) -> "03-0000-" + digits(subject, 4)),
            Map.entry("enrolment.qualified-from", (column, subject) -> day(column, joined(subject))),
            Map.entry("enrolment.qualified-until", CellMaker::lostOn),
            Map.entry("enrolment.relationship", CellMaker::relationship),
            Map.entry("enrolment.establishment", CellMaker::establishment),
            Map.entry("enrolment.disclosure-flag", (column, subject) -> flag(column, subject, Flag.NON_DISCLOSURE)),
            Map.entry("enrolment.opt-out", (column, subject) -> flag(column, subject, Flag.OPT_OUT)),
            Map.entry("my-number.number", CellMaker::myNumber));

    private CellMaker() {}

    /** Returns the cell; empty where nothing is known and nothing is required. */
    public static String cell(AgreedColumn column, Subject subject) {
        String known = subject.known().get(column.name());
        if (known != null && (!known.isEmpty() || !column.required())) {
            return known;
        }
        var byField = BY_FIELD.get(column.field());
        if (byField == null || isOfNoPerson(column) || isNumbered(column)) {
            return TypedCell.of(column, subject);
        }
        String cell = byField.apply(column, subject);
        if (!column.codes().isEmpty() && !cell.isEmpty() && !column.codes().contains(cell)) {
            return TypedCell.of(column, subject);
        }
        return cell.isEmpty() && column.required() ? TypedCell.of(column, subject) : TypedCell.cut(column, cell);
    }

    /** A day or amount under a field that otherwise holds a text, for example the day of a change of address. */
    private static boolean isOfNoPerson(AgreedColumn column) {
        boolean dated = column.type().equals("date") || column.type().equals("month");
        return dated
                && !column.field().endsWith("birth-date")
                && !column.field().endsWith("qualified-from")
                && !column.field().endsWith("qualified-until");
    }

    /** Members of one establishment stand in many rows, but a row that is about an establishment stands there once. */
    private static boolean isNumbered(AgreedColumn column) {
        return column.key() && column.field().equals("enrolment.establishment");
    }

    private static String identifier(AgreedColumn column, Subject subject) {
        FictionalMember member = subject.member();
        String symbol = Width.half(member.symbol());
        String number = Width.half(member.number());
        if (column.name().contains("枝番")) {
            return member.branchNumber();
        }
        if (column.name().contains("記号番号") || column.name().contains("記号・番号")) {
            return symbol + "-" + number;
        }
        String text = column.name().contains("記号") ? symbol : number;
        return column.type().equals("full-width") ? Width.full(text) : text;
    }

    private static String kana(AgreedColumn column, Subject subject) {
        String kana = subject.member().kana();
        return column.type().startsWith("half-width") ? Width.halfKana(kana) : kana;
    }

    private static String sex(AgreedColumn column, Subject subject) {
        boolean male = subject.member().male();
        return coded(column, male ? List.of("1", "男", "男性", "M") : List.of("2", "女", "女性", "F"));
    }

    private static String address(AgreedColumn column, Subject subject) {
        if (!column.name().contains("郵便")) {
            return column.name().contains("カナ") ? "" : subject.member().address();
        }
        if (column.name().contains("親")) {
            return "999";
        }
        if (column.name().contains("子")) {
            return digits(subject, 4);
        }
        return column.size().longest() == 8 ? "999-" + digits(subject, 4) : "999" + digits(subject, 4);
    }

    private static String lostOn(AgreedColumn column, Subject subject) {
        boolean lost = subject.flags().contains(Flag.LOST);
        return lost || column.required() ? day(column, subject.day().minusDays(LOST_LATELY)) : "";
    }

    private static String relationship(AgreedColumn column, Subject subject) {
        return coded(column, subject.member().insured() ? List.of("1", "本人") : List.of("2", "家族", "被扶養者"));
    }

    private static String establishment(AgreedColumn column, Subject subject) {
        if (!column.codes().isEmpty()) {
            return column.codes().get(0);
        }
        String code = subject.party().isEmpty() ? Width.half(subject.member().symbol()) : subject.party();
        boolean named = column.name().contains("名") || column.name().contains("所在");
        return named ? "架空商事" + Width.full(code.replaceAll("[^0-9]", "")) : TypedCell.coded(column, code, subject);
    }

    private static String flag(AgreedColumn column, Subject subject, Flag flag) {
        if (subject.flags().contains(flag)) {
            return column.codes().isEmpty()
                    ? "1"
                    : column.codes().contains("1") ? "1" : column.codes().get(0);
        }
        if (!column.required()) {
            return "";
        }
        return column.codes().stream()
                .filter(code -> !code.equals("1"))
                .findFirst()
                .orElse("0");
    }

    /** Optional ones stay empty: a number is told only where it has to be. */
    private static String myNumber(AgreedColumn column, Subject subject) {
        return column.required() ? FictionalNumbers.myNumber(subject.member()) : "";
    }

    private static LocalDate joined(Subject subject) {
        int days = Math.floorMod(subject.member().number().hashCode(), LONG_AGO);
        LocalDate grown =
                subject.member().birthDate().plusYears(subject.member().insured() ? 18 : 0);
        LocalDate day = subject.day().minusDays(400L + days);
        return day.isBefore(grown) ? grown : day;
    }

    private static String day(AgreedColumn column, LocalDate day) {
        return WrittenDay.of(day, column);
    }

    private static String digits(Subject subject, int number) {
        int modulus = (int) Math.pow(10, number);
        return ("%0" + number + "d")
                .formatted(Math.floorMod(subject.member().number().hashCode(), modulus));
    }

    /** The first way to say it that the column knows; the first of all if it knows no codes. */
    private static String coded(AgreedColumn column, List<String> ways) {
        Optional<String> known = ways.stream().filter(column.codes()::contains).findFirst();
        return known.orElse(ways.get(0));
    }
}
