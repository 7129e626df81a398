package jp.kenpo.gateway.operations;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.content.Layout;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.counterparty.Interchange;

/**
 * Looks whether it is said of everything that is exchanged how long it is kept (保存期間). Nothing is kept for ever because
 * somebody forgot to say how long, so what has no period is refused; there is no period that holds otherwise.
 */
final class RetentionCheck {

    private final GatewaySettings settings;
    private final CounterpartyRegister counterparties;
    private final Layouts layouts;

    RetentionCheck(GatewaySettings settings, CounterpartyRegister counterparties, Layouts layouts) {
        this.settings = settings;
        this.counterparties = counterparties;
        this.layouts = layouts;
    }

    /** Returns one problem for each data category without a period. */
    List<Problem> problems() {
        Map<String, Collection<String>> without = new TreeMap<>();
        for (Interchange interchange : counterparties.interchanges()) {
            Optional<String> category = layouts.find(interchange.layout()).map(Layout::category);
            category.filter(each -> layouts.society().yearsKept(each).isEmpty())
                    .ifPresent(each -> without.computeIfAbsent(each, name -> new TreeSet<>())
                            .add(interchange.name()));
        }
        List<Problem> problems = new ArrayList<>();
        without.forEach((category, interchanges) -> problems.add(new Problem(
                settings.configDir().getFileName() + "/society.yaml",
                0,
                "nothing says how long the data category " + category + " is kept, which "
                        + interchanges.iterator().next()
                        + (interchanges.size() == 1 ? " carries" : " and " + (interchanges.size() - 1) + " more carry"),
                "Write its years, from 1, under retention-years")));
        return problems;
    }
}
