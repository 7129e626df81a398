package jp.kenpo.gateway.counterparty;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.configuration.ConfigurationTable;
import jp.kenpo.gateway.configuration.ConfigurationTable.Row;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.configuration.Problems;
import org.jspecify.annotations.Nullable;

/** The parties of one counterparty, as {@code config/parties/<counterparty>.csv} lists them. */
public final class PartyList {

    /** The columns of a list, in their order. */
    public static final List<String> COLUMNS =
            List.of("party", "name", "code", "address", "representative", "public-keys", "from", "until");

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,40}");

    private final ConfigurationTable table;
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private final List<Party> parties = new ArrayList<>();

    private PartyList(ConfigurationTable table) {
        this.table = table;
    }

    /**
     * Reads a list strictly. Whether its ids are those of others too, the register knows.
     *
     * @param placeholders resolves {@code ${name:default}} in values
     * @throws ConfigurationRejectedException with file and line of each problem: a missing or ill-formed value, an id or
     *     a code that stands twice
     */
    public static PartyList read(Path file, String counterparty, UnaryOperator<String> placeholders) {
        PartyList list = new PartyList(ConfigurationTable.read(file, COLUMNS, placeholders));
        Problems problems = new Problems();
        Map<String, String> codes = new HashMap<>();
        for (Row row : list.table.rows()) {
            list.party(row, counterparty, problems).ifPresent(party -> list.add(row, party, codes, problems));
        }
        problems.throwIfAny();
        return list;
    }

    private void add(Row row, Party party, Map<String, String> codes, Problems problems) {
        if (rows.putIfAbsent(party.id(), row) != null) {
            problems.add(table.problem(row, "party \"" + party.id() + "\" stands twice", "Give each its own id"));
        }
        String other = codes.putIfAbsent(party.code(), party.id());
        if (other != null) {
            problems.add(table.problem(row, "the code is already that of " + other, "Give each party its own code"));
        }
        parties.add(party);
    }

    private Optional<Party> party(Row row, String counterparty, Problems problems) {
        String id = matching(row, "party", ID, "Write an id in kebab-case, for example employer-0001", problems);
        String name = matching(row, "name", Pattern.compile(".+"), "Write the Japanese name", problems);
        String code = matching(row, "code", CODE, "Write letters, digits and hyphens", problems);
        String keys = matching(
                row, "public-keys", Pattern.compile(".+"), "Write paths of key files, with ; between", problems);
        LocalDate from = day(row, "from", problems);
        LocalDate until = day(row, "until", problems);
        if (from != null && until != null && until.isBefore(from)) {
            problems.add(table.problem(row, "the party ends before it begins", "Correct from or until"));
        }
        if (id == null || name == null || code == null || keys == null) {
            return Optional.empty();
        }
        return Optional.of(new Party(
                id,
                counterparty,
                name,
                code,
                row.text("address"),
                row.text("representative"),
                Arrays.stream(keys.split(";")).map(String::strip).map(Path::of).toList(),
                from,
                until));
    }

    private @Nullable String matching(Row row, String column, Pattern form, String remedy, Problems problems) {
        String text = row.text(column);
        if (text != null && form.matcher(text).matches()) {
            return text;
        }
        String what = text == null ? " is missing" : " \"" + text + "\" is ill-formed";
        problems.add(table.problem(row, column + what, remedy));
        return null;
    }

    private @Nullable LocalDate day(Row row, String column, Problems problems) {
        String text = row.text(column);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            problems.add(table.problem(
                    row, column + " \"" + text + "\" is no date", "Write for example 2026-04-01, or nothing"));
            return null;
        }
    }

    /** Returns the parties in the order of the file. */
    public List<Party> parties() {
        return List.copyOf(parties);
    }

    /** Returns a problem at the row of a party of the list. */
    Problem problem(Party party, String what, String remedy) {
        return new Problem(table.name(), lineOf(party), what, remedy);
    }

    /** Returns where a party of the list stands, as {@code file:line}. */
    String whereIs(Party party) {
        return table.name() + ":" + lineOf(party);
    }

    private int lineOf(Party party) {
        Row row = rows.get(party.id());
        return row == null ? 0 : row.line();
    }
}
