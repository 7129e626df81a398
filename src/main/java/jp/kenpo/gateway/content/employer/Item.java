package jp.kenpo.gateway.content.employer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One declared item, ready for comparison. */
final class Item {

    private static final int LONGEST = 256;

    private final ItemForm form;
    private final Set<String> headings = new HashSet<>();
    private final Map<String, String> labels = new HashMap<>();
    private final Map<String, BigDecimal> units = new HashMap<>();
    private final @Nullable BigDecimal min;
    private final @Nullable BigDecimal max;

    /** @throws NumberFormatException if a limit or factor is no number */
    Item(ItemForm form) {
        this.form = form;
        this.min = form.min() == null ? null : new BigDecimal(form.min());
        this.max = form.max() == null ? null : new BigDecimal(form.max());
        headings.add(Folding.heading(form.name()));
        if (form.code() != null) {
            headings.add(Folding.heading(form.code()));
        }
        if (form.headings() != null) {
            form.headings().forEach(heading -> headings.add(Folding.heading(heading)));
        }
        if (form.unit() != null) {
            units.put(Folding.unit(form.unit()), BigDecimal.ONE);
        }
        if (form.units() != null) {
            form.units().forEach((unit, factor) -> units.put(Folding.unit(unit), new BigDecimal(factor)));
        }
        if (form.codes() != null) {
            form.codes().forEach((code, texts) -> texts.forEach(text -> labels.put(Folding.label(text), code)));
        }
    }

    String name() {
        return form.name();
    }

    String field() {
        return form.field();
    }

    ItemType type() {
        return form.type();
    }

    @Nullable
    Role role() {
        return form.role();
    }

    Need need() {
        return form.need();
    }

    @Nullable
    String group() {
        return form.oneOf();
    }

    /** Returns whether a value is needed at an age; an unknown age needs it. */
    boolean neededAt(@Nullable Integer age) {
        return form.need() != Need.OPTIONAL
                && (age == null || form.neededFromAge() == null || age >= form.neededFromAge());
    }

    /** Returns every heading by which the item is known, folded. */
    Set<String> headings() {
        return headings;
    }

    /** Returns the headings that a person may write, its name first. */
    List<String> writtenHeadings() {
        List<String> written = new ArrayList<>();
        written.add(form.name());
        if (form.headings() != null) {
            written.addAll(form.headings());
        }
        return written;
    }

    /** Returns the fixed number of digits; 0 if any. */
    int digits() {
        return form.digits() == null ? 0 : form.digits();
    }

    int decimals() {
        return form.decimals() == null ? 0 : form.decimals();
    }

    int maxLength() {
        return form.maxLength() == null ? LONGEST : form.maxLength();
    }

    String unit() {
        return form.unit() == null ? "" : form.unit();
    }

    /** Returns the factor from a unit to the item's own; null for a unit that is not declared. */
    @Nullable
    BigDecimal factor(String unit) {
        return units.get(Folding.unit(unit));
    }

    boolean isWithinLimits(BigDecimal value) {
        return (min == null || value.compareTo(min) >= 0) && (max == null || value.compareTo(max) <= 0);
    }

    String limits() {
        return (min == null ? "" : min.toPlainString()) + "–" + (max == null ? "" : max.toPlainString());
    }

    boolean isCode(String text) {
        return form.codes() != null && form.codes().containsKey(text);
    }

    /** Returns the value of the code list that a label stands for; null if it is none. */
    @Nullable
    String codeOf(String label) {
        return labels.get(Folding.label(label));
    }

    boolean refusesGrades() {
        return form.grades() != null;
    }
}
