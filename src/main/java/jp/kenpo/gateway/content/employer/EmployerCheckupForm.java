package jp.kenpo.gateway.content.employer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;

/**
 * A layout of checkup results as employers keep them.
 *
 * @param maxRows most rows of one file
 * @param notDone words that stand in the place of a value that was not taken
 * @param items in the order in which the gateway writes them; a file may have them in any
 */
public record EmployerCheckupForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        int maxRows,
        Set<String> notDone,
        List<ItemForm> items)
        implements LayoutForm {

    EmployerLayout layout() {
        return new EmployerLayout(items.stream().map(Item::new).toList(), notDone, maxRows);
    }

    Set<String> fields() {
        return items.stream().map(ItemForm::field).collect(Collectors.toUnmodifiableSet());
    }
}
