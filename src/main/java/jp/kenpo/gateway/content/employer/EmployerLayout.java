package jp.kenpo.gateway.content.employer;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the checkup files of employers are laid out.
 *
 * @param notDone words that say that an item was not done, folded
 * @param maxRows most rows of one file
 */
record EmployerLayout(List<Item> items, Set<String> notDone, int maxRows) {

    EmployerLayout {
        items = List.copyOf(items);
        notDone = notDone.stream().map(Folding::label).collect(Collectors.toUnmodifiableSet());
    }
}
