package jp.kenpo.gateway.content.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.content.RowFlag;
import org.jspecify.annotations.Nullable;

/** Tells which flags are set in a row, by the places of their columns. A code that nobody knows sets its flag. */
final class RowFlags {

    /** For records that say nothing about a member. */
    static final RowFlags NONE = new RowFlags(null, List.of());

    /** @param clear cells that do not set it; every other does */
    private record Flag(RowFlag flag, int place, Set<String> clear) {}

    private final List<Flag> flags = new ArrayList<>();
    private final Set<RowFlag> declared;

    RowFlags(@Nullable FlagsForm forms, List<Column> columns) {
        declared = FlagsForm.declared(forms);
        if (forms == null) {
            return;
        }
        List<String> names = columns.stream().map(Column::name).toList();
        if (forms.nonDisclosure() != null) {
            flags.add(flag(RowFlag.NON_DISCLOSURE, forms.nonDisclosure(), names));
        }
        if (forms.optOut() != null) {
            flags.add(flag(RowFlag.OPT_OUT, forms.optOut(), names));
        }
        FlagsForm.PersonForm person = forms.person();
        if (person != null) {
            flags.add(new Flag(RowFlag.PERSON, names.indexOf(person.column()), person.insured()));
        }
    }

    private static Flag flag(RowFlag flag, FlagsForm.FlagForm form, List<String> names) {
        return new Flag(flag, names.indexOf(form.column()), form.clears());
    }

    /** Returns the flags that are declared. */
    Set<RowFlag> declared() {
        return declared;
    }

    /** Returns the flags that are set; {@link RowFlag#PERSON} is set for whoever is not an insured person. */
    Set<RowFlag> set(Cells row) {
        Set<RowFlag> set = EnumSet.noneOf(RowFlag.class);
        for (Flag flag : flags) {
            Cell cell = row.cell(flag.place());
            if (cell.isUnread() || !flag.clear().contains(cell.toString().strip())) {
                set.add(flag.flag());
            }
        }
        return set;
    }
}
