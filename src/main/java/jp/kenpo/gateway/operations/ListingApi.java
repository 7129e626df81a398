package jp.kenpo.gateway.operations;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.ledger.TransferId;
import jp.kenpo.gateway.ledger.TransferState;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The listings over HTTP, in the JSON of the commands. Read-only. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class ListingApi {

    private static final int MOST = 1_000;

    private final RouteListing routes;
    private final PurposeListing purposes;
    private final CounterpartyListing counterparties;
    private final TransferListing transfers;
    private final LateListing late;
    private final AsyncApi asyncApi;

    ListingApi(Installation installation) {
        this.routes = new RouteListing(installation);
        this.purposes = new PurposeListing(installation);
        this.counterparties = new CounterpartyListing(installation);
        this.transfers = new TransferListing(installation);
        this.late = new LateListing(installation);
        this.asyncApi = new AsyncApi(installation);
    }

    @GetMapping("/routes")
    String routes() {
        return Json.text(routes.routes());
    }

    @GetMapping("/purposes")
    String purposes() {
        return Json.text(purposes.purposes());
    }

    @GetMapping("/counterparties")
    String counterparties() {
        return Json.text(counterparties.counterparties());
    }

    @GetMapping("/late-deliveries")
    String late(@RequestParam(required = false) @Nullable String interchange) {
        return Json.text(late.late(interchange));
    }

    /** The queues of the core system, as AsyncAPI. */
    @GetMapping(path = "/asyncapi.yaml", produces = "application/yaml")
    String asyncApi() {
        return asyncApi.text();
    }

    /** @param since ISO 8601 with offset */
    @GetMapping("/transfers")
    String transfers(
            @RequestParam(required = false) @Nullable String interchange,
            @RequestParam(required = false) @Nullable String party,
            @RequestParam(defaultValue = "") List<String> state,
            @RequestParam(required = false) @Nullable OffsetDateTime since,
            @RequestParam(defaultValue = "100") int limit) {
        return Json.text(transfers.transfers(
                interchange,
                party,
                states(state),
                since == null ? null : since.toInstant(),
                Math.min(MOST, Math.max(1, limit))));
    }

    @GetMapping("/transfers/{id}")
    String transfer(@PathVariable String id, Locale locale) {
        try {
            return transfers
                    .account(new TransferId(id), locale)
                    .map(Json::text)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "not a transfer id", e);
        }
    }

    /** A state that does not exist must not look like one in which nothing is. */
    private static Set<TransferState> states(List<String> labels) {
        var known =
                Arrays.stream(TransferState.values()).collect(Collectors.toMap(TransferState::label, state -> state));
        if (!known.keySet().containsAll(labels)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "no such state");
        }
        return labels.stream().map(known::get).collect(Collectors.toSet());
    }
}
