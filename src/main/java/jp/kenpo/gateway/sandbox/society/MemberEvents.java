package jp.kenpo.gateway.sandbox.society;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What happened to the members of a fictional society in a month (異動): a JSON object a line, UTF-8, in the order of
 * the members.
 *
 * <p>Events are {@code ACQUIRE}, {@code DEPENDANT_ADD}, {@code LOSE}, {@code DEPENDANT_REMOVE} and
 * {@code CHANGE_ADDRESS}; days are written as digits, YYYYMMDD. What happens to an insured person's membership happens
 * to all dependants on the same day. No My Number is made.
 */
public final class MemberEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** One in seven households joins and leaves a year, one in twenty moves; ours, about what companies see. */
    private static final double JOIN_PERCENT = 1.2;

    private static final double LEAVE_PERCENT = 1.2;
    private static final double MOVE_PERCENT = 0.4;

    /** 喪失事由: another insurer took over. */
    private static final String OTHER_INSURER = "03";

    private enum Fate {
        JOINS,
        LEAVES,
        MOVES,
        STAYS
    }

    private final FictionalSociety society;
    private final YearMonth month;
    private Fate fate = Fate.STAYS;
    private LocalDate day = LocalDate.EPOCH;

    private MemberEvents(FictionalSociety society, YearMonth month) {
        this.society = society;
        this.month = month;
    }

    /**
     * Writes the events of a month; a file of that name is replaced.
     *
     * @return how many there are
     */
    public static long write(FictionalSociety society, YearMonth month, Path target) throws IOException {
        MemberEvents events = new MemberEvents(society, month);
        long written = 0;
        try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            for (int index = 0; index < society.members(); index++) {
                FictionalMember member = society.member(index);
                if (events.concerns(member)) {
                    out.write(JSON.writeValueAsString(events.event(member)) + "\n");
                    written++;
                }
            }
        }
        return written;
    }

    /** Members come household by household, the insured person first, who decides for all. */
    private boolean concerns(FictionalMember member) {
        if (member.insured()) {
            Chance chance = Chance.of(
                    society.seed(),
                    month.getYear() * 12L + month.getMonthValue(),
                    member.number().hashCode());
            fate = fate(chance);
            day = month.atDay(chance.between(1, month.lengthOfMonth()));
        }
        return fate != Fate.STAYS && member.belongsIn(month);
    }

    private static Fate fate(Chance chance) {
        if (chance.inPercent(JOIN_PERCENT)) {
            return Fate.JOINS;
        }
        if (chance.inPercent(LEAVE_PERCENT)) {
            return Fate.LEAVES;
        }
        return chance.inPercent(MOVE_PERCENT) ? Fate.MOVES : Fate.STAYS;
    }

    private Map<String, String> event(FictionalMember member) {
        Map<String, String> event = new LinkedHashMap<>();
        event.put("event", name(member.insured()));
        event.put("insurer_number", FictionalSociety.INSURER_NUMBER);
        event.put("symbol", member.symbol());
        event.put("number", member.number());
        event.put("branch", member.branchNumber());
        switch (fate) {
            case JOINS -> joins(event, member);
            case LEAVES -> {
                event.put("lost_on", day.format(DAY));
                event.put("loss_reason", OTHER_INSURER);
            }
            case MOVES -> {
                event.put("address", "東京都架空区転居町" + FullWidth.digits(day.getDayOfMonth()) + "番");
                event.put("effective_on", day.format(DAY));
            }
            case STAYS -> {
                // nothing happened
            }
        }
        return event;
    }

    private String name(boolean insured) {
        return switch (fate) {
            case JOINS -> insured ? "ACQUIRE" : "DEPENDANT_ADD";
            case LEAVES -> insured ? "LOSE" : "DEPENDANT_REMOVE";
            default -> "CHANGE_ADDRESS";
        };
    }

    private void joins(Map<String, String> event, FictionalMember member) {
        event.put("person_family", member.insured() ? "1" : "2");
        event.put("name_kanji", member.name());
        event.put("name_kana", member.kana());
        event.put("sex", String.valueOf(member.sexCode()));
        event.put("birth_date", member.birthDate().format(DAY));
        event.put("address", member.address());
        event.put("acquired_on", day.format(DAY));
    }
}
