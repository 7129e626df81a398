package jp.kenpo.gateway.content.table;

import java.util.IdentityHashMap;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.mynumber.MyNumberMask;

/** Masks the My Numbers (個人番号) of one table on its way out, where that is asked. */
final class TableMask {

    private final boolean asked;
    private final IdentityHashMap<Column, MyNumberMask> masks = new IdentityHashMap<>();

    TableMask(Permission permission) {
        this.asked = permission.maskMyNumber();
    }

    /** Returns the cell without a readable number. */
    String masked(Column column, CharSequence cell) {
        String text = cell.toString();
        return asked
                ? masks.computeIfAbsent(column, each -> new MyNumberMask(each.name(), each.watch()))
                        .masked(text)
                : text;
    }

    /** Returns how many cells of a row hold a number that is to be masked. */
    long count(RecordLayout record, Cells cells) {
        long count = 0;
        for (int i = 0; asked && i < record.columns().size(); i++) {
            CharSequence cell = cells.cell(i);
            count += masked(record.columns().get(i), cell).contentEquals(cell) ? 0 : 1;
        }
        return count;
    }
}
