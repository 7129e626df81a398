package jp.kenpo.gateway.sandbox.contents;

import java.text.Normalizer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.sandbox.agreed.AgreedColumn;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import jp.kenpo.gateway.sandbox.table.Subject;
import jp.kenpo.gateway.sandbox.table.Subject.Flag;

/** Chooses whom the rows of a file are about: those of the file that it answers, or members of the society. */
public final class Subjects {

    private static final double NON_DISCLOSURE_PERCENT = 3;
    private static final double OPT_OUT_PERCENT = 5;
    private static final double LOST_PERCENT = 2;
    private static final long FLAGS = 0x464C4147;
    private static final int TRIES = 20;

    private final FictionalSociety society;
    private final Map<String, Integer> byIdentifier = new HashMap<>();

    /** Prepares the society's members to be found by their symbols and numbers. */
    public Subjects(FictionalSociety society) {
        this.society = society;
        for (int index = 0; index < society.members(); index++) {
            FictionalMember member = society.member(index);
            byIdentifier.put(identifier(member.symbol(), member.number(), member.branchNumber()), index);
        }
    }

    /** Returns the subjects of a file with these columns; none if it answers a file that has no rows. */
    List<Subject> of(Commission commission, List<AgreedColumn> columns) {
        Received source = commission.source();
        return source == null || !source.hasRows()
                ? chosen(commission)
                : answering(commission, columns, commission.sourceRows());
    }

    private List<Subject> chosen(Commission commission) {
        Set<Integer> members = new LinkedHashSet<>();
        Chance chance = commission.chance(1);
        for (int each = 0; each < commission.rows(); each++) {
            members.add(any(commission, chance));
        }
        List<Subject> subjects = new ArrayList<>();
        members.forEach(index -> subjects.add(subject(commission, index, subjects.size() + 1, Map.of())));
        return subjects;
    }

    private int any(Commission commission, Chance chance) {
        int index = 0;
        for (int each = 0; each < TRIES; each++) {
            index = chance.below(society.members());
            FictionalMember member = society.member(index);
            if ((member.insured() || !commission.insuredOnly()) && member.belongsIn(YearMonth.from(commission.day()))) {
                return index;
            }
        }
        while (commission.insuredOnly() && !society.member(index).insured()) {
            index--;
        }
        return index;
    }

    private List<Subject> answering(Commission commission, List<AgreedColumn> columns, List<Map<String, String>> rows) {
        Received source = commission.source();
        List<AgreedColumn> asked = source == null ? List.of() : source.layout().columns();
        List<Subject> subjects = new ArrayList<>();
        for (Map<String, String> row : rows) {
            Integer member = byIdentifier.get(
                    identifier(row.getOrDefault("記号", ""), row.getOrDefault("番号", ""), row.getOrDefault("枝番", "")));
            int index = member == null ? any(commission, commission.chance(2 + subjects.size())) : member;
            subjects.add(subject(commission, index, subjects.size() + 1, known(columns, asked, row)));
        }
        return subjects;
    }

    /** What stands under the same name; else what stands under the same field, where both sides have it once. */
    private static Map<String, String> known(
            List<AgreedColumn> columns, List<AgreedColumn> asked, Map<String, String> row) {
        Map<String, String> known = new LinkedHashMap<>();
        for (AgreedColumn column : columns) {
            if (row.containsKey(column.name())) {
                known.put(column.name(), row.get(column.name()));
            } else if (!column.field().isEmpty() && count(columns, column) == 1 && count(asked, column) == 1) {
                asked.stream()
                        .filter(each -> each.field().equals(column.field())
                                && each.type().equals(column.type()))
                        .map(each -> row.get(each.name()))
                        .filter(cell -> cell != null)
                        .forEach(cell -> known.put(column.name(), cell));
            }
        }
        return known;
    }

    private static long count(List<AgreedColumn> columns, AgreedColumn like) {
        return columns.stream()
                .filter(each -> each.field().equals(like.field()))
                .count();
    }

    /** Returns a row's subject. */
    Subject subject(Commission commission, int index, int serial, Map<String, String> known) {
        return new Subject(
                society.member(index),
                flags(index),
                commission.day(),
                serial,
                commission.fileNumber(),
                commission.chance(1_000L + serial),
                commission.party().code(),
                known);
    }

    /** Returns the member of these numbers; the first of all if there is none. */
    int find(String symbol, String number, String branch) {
        return byIdentifier.getOrDefault(identifier(symbol, number, branch), 0);
    }

    private Set<Flag> flags(int index) {
        Chance chance = Chance.of(society.seed(), FLAGS, index);
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (chance.inPercent(NON_DISCLOSURE_PERCENT)) {
            flags.add(Flag.NON_DISCLOSURE);
        }
        if (chance.inPercent(OPT_OUT_PERCENT)) {
            flags.add(Flag.OPT_OUT);
        }
        if (chance.inPercent(LOST_PERCENT)) {
            flags.add(Flag.LOST);
        }
        return flags;
    }

    private static String identifier(String symbol, String number, String branch) {
        return Normalizer.normalize(symbol + "-" + number + "-" + branch, Normalizer.Form.NFKC);
    }
}
