package jp.kenpo.gateway.console;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.operations.BoundedAnswer;
import jp.kenpo.gateway.operations.CounterpartyListing;
import jp.kenpo.gateway.operations.CounterpartyView;
import jp.kenpo.gateway.operations.Installation;
import jp.kenpo.gateway.operations.Printable;
import jp.kenpo.gateway.operations.PurposeListing;
import jp.kenpo.gateway.operations.PurposeView;
import jp.kenpo.gateway.operations.RouteListing;
import jp.kenpo.gateway.operations.RouteView;
import jp.kenpo.gateway.operations.TransferListing;
import jp.kenpo.gateway.operations.TransferView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the first page shows. */
@Component
final class StatusPage {

    private static final int WAITING = 100;
    private static final int LATEST = 30;
    /** The page is renewed every five seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Installation installation;
    private final RouteListing routes;
    private final TransferListing transfers;
    private final Map<String, String> wordings;
    private final Map<String, CounterpartyView> counterparties;
    private final Map<String, String> descriptions;
    private final BoundedAnswer<Found> found = new BoundedAnswer<>(this::find, LONGEST);

    /** The notice, the counterparties and the routes' files are read once: they change by a restart only. */
    StatusPage(Installation installation) {
        this.installation = installation;
        this.routes = new RouteListing(installation);
        this.transfers = new TransferListing(installation);
        this.wordings = new PurposeListing(installation)
                .purposes().stream().collect(Collectors.toMap(PurposeView::id, PurposeView::wording));
        this.counterparties = new CounterpartyListing(installation)
                .counterparties().stream().collect(Collectors.toMap(CounterpartyView::id, view -> view));
        this.descriptions = routes.descriptions();
    }

    /** A purpose with its published wording. */
    record PurposeLabel(String id, String wording) {}

    /** One line of the table of routes. */
    record RouteLine(
            RouteView route, String description, String counterparty, List<PurposeLabel> purposes, String last) {}

    /** One line of a table of transfers. */
    record TransferLine(TransferView transfer, String fileName, String received, String reason) {}

    /** What the ledger tells, and what hangs on it. */
    record Found(List<RouteView> routes, List<TransferLine> waiting, List<TransferLine> latest) {}

    /** Returns what is to be shown; empty if the ledger's database does not answer soon. */
    Optional<Found> found() {
        return found.ask();
    }

    private Found find() {
        return new Found(routes.routes(), waiting(), latest());
    }

    List<RouteLine> lines(List<RouteView> found, Locale locale) {
        return found.stream()
                .map(route -> new RouteLine(
                        route,
                        descriptions.getOrDefault(route.id(), ""),
                        name(route.counterparty(), locale),
                        route.purposes().stream()
                                .map(id -> new PurposeLabel(id, wordings.getOrDefault(id, "")))
                                .toList(),
                        time(route.lastTransferAt())))
                .toList();
    }

    private List<TransferLine> waiting() {
        return transfers.waiting(WAITING).stream()
                .map(transfer -> line(transfer, reason(transfer)))
                .toList();
    }

    private List<TransferLine> latest() {
        return transfers.transfers(null, null, Set.of(), null, LATEST).stream()
                .map(transfer -> line(transfer, ""))
                .toList();
    }

    String now() {
        return time(OffsetDateTime.now(installation.clock()));
    }

    private String reason(TransferView transfer) {
        var error = transfer.lastError();
        return error == null ? transfers.lastEntry(transfer.id()) : error;
    }

    private static TransferLine line(TransferView transfer, String reason) {
        var name = transfer.fileName();
        return new TransferLine(
                transfer, name == null ? "–" : Printable.of(name), time(transfer.receivedAt()), Printable.of(reason));
    }

    private String name(String counterparty, Locale locale) {
        var view = counterparties.get(counterparty);
        if (view == null) {
            return counterparty;
        }
        return locale.getLanguage().equals("ja") ? view.name() : view.english();
    }

    private static String time(@Nullable OffsetDateTime time) {
        return time == null ? "–" : TIME.format(time);
    }
}
