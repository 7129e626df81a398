package jp.kenpo.gateway.content.table;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.member.MemberIdentity;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.member.PlainIdentity;
import jp.kenpo.gateway.member.Pseudonym;
import org.jspecify.annotations.Nullable;

/** Finds the member that a row is about, by the places of its columns. A place is -1 where there is no column. */
final class MemberColumns {

    private static final int BRANCH_DIGITS = 2;

    private final List<Column> columns;
    private final MemberPseudonyms pseudonyms;
    private final String society;
    private final int insurerNumber;
    private final int symbol;
    private final int number;
    private final int branch;
    private final int birthDate;
    private final int sex;

    MemberColumns(MembersForm form, List<Column> columns, LayoutSurroundings surroundings) {
        this.columns = columns;
        this.pseudonyms = surroundings.pseudonyms();
        this.society = first(surroundings.society());
        this.insurerNumber = place(form.insurerNumber());
        this.symbol = place(form.symbol());
        this.number = place(form.number());
        this.branch = place(form.branch());
        this.birthDate = place(form.birthDate());
        this.sex = place(form.sex());
    }

    private static String first(Society society) {
        return society.insurerNumbers().iterator().next();
    }

    private int place(@Nullable String name) {
        return name == null ? -1 : columns.stream().map(Column::name).toList().indexOf(name);
    }

    /**
     * Returns the member of a row; null where the row does not name one.
     *
     * @param plain room for the identity
     */
    @Nullable
    Pseudonym of(Cells cells, PlainIdentity plain) {
        return isPlain(cells, plain)
                ? pseudonyms.of(plain)
                : identity(cells).map(pseudonyms::of).orElse(null);
    }

    /** Puts the identity together, if it needs no normalising; most rows are such. */
    private boolean isPlain(Cells cells, PlainIdentity plain) {
        boolean named = branch >= 0
                && cells.cell(branch).length() == BRANCH_DIGITS
                && !cells.cell(number).isEmpty();
        plain.begin();
        return named
                && (insurerNumber < 0 ? plain.add(society) : addFilled(cells.cell(insurerNumber), plain))
                && (symbol < 0 ? plain.add("") : add(cells.cell(symbol), plain))
                && add(cells.cell(number), plain)
                && add(cells.cell(branch), plain);
    }

    private static boolean addFilled(Cell cell, PlainIdentity plain) {
        return !cell.isEmpty() && add(cell, plain);
    }

    private static boolean add(Cell cell, PlainIdentity plain) {
        return Signs.arePlain(cell.kinds()) ? plain.addPlain(cell.bytes(), cell.begin(), cell.end()) : plain.add(cell);
    }

    /** Returns who the member of a row is; empty where the row does not name one. */
    Optional<MemberIdentity> identity(Cells cells) {
        String insurer = insurerNumber < 0 ? society : text(cells, insurerNumber);
        String ofMember = text(cells, number);
        if (insurer.isEmpty() || ofMember.isEmpty()) {
            return Optional.empty();
        }
        return identity(cells, insurer, ofMember);
    }

    private Optional<MemberIdentity> identity(Cells cells, String insurer, String ofMember) {
        String ofSymbol = text(cells, symbol);
        String ofBranch = text(cells, branch);
        if (!ofBranch.isEmpty()) {
            String twoDigits = ofBranch.length() == 1 ? "0" + ofBranch : ofBranch;
            return Optional.of(MemberIdentity.withBranch(insurer, ofSymbol, ofMember, twoDigits));
        }
        String ofSex = text(cells, sex);
        if (birthDate < 0 || !(ofSex.equals("1") || ofSex.equals("2"))) {
            return Optional.empty();
        }
        Optional<LocalDate> born =
                WrittenDates.date(text(cells, birthDate), columns.get(birthDate).dates());
        return born.map(day -> MemberIdentity.withoutBranch(insurer, ofSymbol, ofMember, day, Integer.parseInt(ofSex)));
    }

    private static String text(Cells cells, int place) {
        return place < 0 ? "" : cells.cell(place).toString().strip();
    }
}
