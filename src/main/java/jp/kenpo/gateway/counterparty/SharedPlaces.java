package jp.kenpo.gateway.counterparty;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.configuration.Problems;
import jp.kenpo.gateway.counterparty.Interchange.AnnouncedFile;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.counterparty.Interchange.FileDelivery;
import jp.kenpo.gateway.counterparty.Interchange.QueueChannel;

/**
 * Two interchanges on one queue, or from one folder, could not be told apart; nor two counterparties behind one account on
 * another's server, whatever they are called here.
 */
final class SharedPlaces {

    private final CounterpartyRegister register;
    private final Map<String, Interchange> taken = new HashMap<>();

    SharedPlaces(CounterpartyRegister register) {
        this.register = register;
    }

    void check(Problems problems) {
        for (var interchange : register.interchanges()) {
            placeOf(interchange).ifPresent(place -> {
                var earlier = taken.putIfAbsent(place, interchange);
                if (earlier != null) {
                    problems.add(register.problem(
                            interchange,
                            place + " is already that of " + earlier.name(),
                            "Give each interchange its own"));
                }
            });
            placeOnServer(interchange).ifPresent(place -> {
                var earlier = taken.putIfAbsent(place, interchange);
                if (earlier != null && !isToldAlready(interchange, earlier)) {
                    problems.add(sharedAccount(interchange, earlier, place));
                }
            });
        }
    }

    /** One folder of one counterparty is a place by itself, wherever it is. */
    private static boolean isToldAlready(Interchange interchange, Interchange earlier) {
        return interchange.channel() instanceof FileArrival
                && earlier.counterparty().equals(interchange.counterparty());
    }

    private Problem sharedAccount(Interchange interchange, Interchange earlier, String place) {
        return register.problem(
                interchange,
                interchange.name() + " and " + earlier.name() + " share " + place
                        + ", where nobody could tell which of the two a file belongs to",
                "Give each its own folder, or each counterparty an account (user) of its own on that server");
    }

    private static Optional<String> placeOf(Interchange interchange) {
        var channel = interchange.channel();
        if (channel instanceof QueueChannel queue) {
            return Optional.of("queue \"" + queue.queue() + "\"");
        } else if (channel instanceof AnnouncedFile announced) {
            return Optional.of("queue \"" + announced.queue() + "\"");
        }
        return channel instanceof FileArrival arrival
                ? Optional.of("folder \"" + arrival.folder() + "\" of " + interchange.counterparty())
                : Optional.empty();
    }

    private Optional<String> placeOnServer(Interchange interchange) {
        var party = register.find(interchange.counterparty());
        if (party.isEmpty() || !(party.get().connection() instanceof Connection.RemoteSftp remote)) {
            return Optional.empty();
        }
        var account = " of " + remote.user() + " on " + remote.host().toLowerCase(Locale.ROOT) + ":" + remote.port();
        if (interchange.channel() instanceof FileArrival arrival) {
            return Optional.of("the folder \"" + arrival.folder() + "\"" + account);
        }
        return interchange.channel() instanceof FileDelivery delivery
                ? Optional.of(
                        "the names " + delivery.fileName() + " in the folder \"" + delivery.folder() + "\"" + account)
                : Optional.empty();
    }
}
