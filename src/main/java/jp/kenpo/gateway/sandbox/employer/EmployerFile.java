package jp.kenpo.gateway.sandbox.employer;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.sandbox.mistake.Mistake;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
import jp.kenpo.gateway.sandbox.mistake.MistakeSink;
import jp.kenpo.gateway.sandbox.mistake.Place;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/**
 * The file in which an employer (事業主) sends the checkups of its employees.
 *
 * <p>The same society, month, employer and seed give the same bytes. Memory is that of one row.
 */
public final class EmployerFile {

    private static final long CHECKUPS = 0x454D50;

    private final FictionalSociety society;
    private final YearMonth month;
    private final long seed;
    private final int symbol;
    private final Habit habit;

    EmployerFile(FictionalSociety society, YearMonth month, long seed, int symbol, Habit habit) {
        this.society = society;
        this.month = month;
        this.seed = seed;
        this.symbol = symbol;
        this.habit = habit;
    }

    /** Returns its path below the generated folder, with {@code /} between the parts. */
    public String path() {
        return "employers/%d/kenshin_%d%02d.%s"
                .formatted(symbol, month.getYear(), month.getMonthValue(), habit.extension());
    }

    /** Returns the number of rows without those that a mistake doubles. */
    public long count() {
        long count = 0;
        for (int index = 0; index < society.members(); index++) {
            count += isHere(society.member(index)) ? 1 : 0;
        }
        return count;
    }

    /** Employees are insured persons from 18 on. */
    private boolean isHere(FictionalMember member) {
        return member.insured()
                && Normalizer.normalize(member.symbol(), Normalizer.Form.NFKC).equals(String.valueOf(symbol))
                && member.belongsIn(month)
                && member.birthDate().plusYears(18).isBefore(month.atDay(1));
    }

    /**
     * Writes the file; a file of that name is replaced.
     *
     * @return number of rows
     */
    public long write(Path target, MistakePlan plan, MistakeSink made) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target));
                RowWriter rows = habit == Habit.WORKBOOK ? new WorkbookFile(out) : new CsvFile(out, habit)) {
            header(rows);
            long count = 0;
            for (int index = 0; index < society.members(); index++) {
                FictionalMember member = society.member(index);
                if (isHere(member)) {
                    Chance chance = Chance.of(seed, CHECKUPS, index, month.getYear(), month.getMonthValue());
                    EmployerCheckup checkup =
                            EmployerCheckup.of(member, month.atDay(chance.between(1, 28)), index, chance);
                    count = write(new EmployerRow(habit, checkup), count, rows, plan, made);
                }
            }
            return count;
        }
    }

    private void header(RowWriter rows) throws IOException {
        if (habit.framed()) {
            rows.write(List.of(Cell.text("定期健康診断 結果一覧")));
        }
        rows.write(List.of(EmployerColumn.values()).stream()
                .map(column -> Cell.text(column.heading(habit)))
                .toList());
        if (habit.framed()) {
            rows.write(List.of(EmployerColumn.values()).stream()
                    .map(column -> Cell.text(column == EmployerColumn.HEIGHT ? "9N001000000000001" : ""))
                    .toList());
        }
    }

    private long write(EmployerRow row, long before, RowWriter rows, MistakePlan plan, MistakeSink made)
            throws IOException {
        EmployerMistake mistake = plan.next() ? plan.choose(EmployerMistake.fitting(row)) : null;
        if (mistake != null) {
            mistake.make().accept(row);
        }
        List<Cell> cells = new ArrayList<>();
        for (EmployerColumn column : EmployerColumn.values()) {
            cells.add(row.cell(column));
        }
        for (int i = 0; i < row.surplus; i++) {
            cells.add(Cell.text(""));
        }
        long line = 0;
        for (int copy = 0; copy < row.copies; copy++) {
            line = rows.write(cells);
        }
        long count = before + row.copies;
        if (mistake != null) {
            made.add(Mistake.at(Place.line(line, mistake.field()), mistake, path(), "row " + count, mistake.rule()));
        }
        return count;
    }
}
