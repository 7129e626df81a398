package jp.kenpo.gateway.intake;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.kenpo.gateway.counterparty.ArrivalPattern;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.ledger.LedgerWrite;
import jp.kenpo.gateway.ledger.LedgerWrite.Origin;
import jp.kenpo.gateway.ledger.Transfer;
import jp.kenpo.gateway.ledger.TransferId;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whom an arrival is from or for, and which transfer it answers: the home that it lay in says so, or its path,
 * or the message. What is not of the right form is left out; whether there is such a party, the gate decides.
 */
final class Origins {

    private static final Pattern PARTY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST = 100;

    private Origins() {}

    /** Returns the origin; one that answers a transfer and names no party is for the party of that transfer. */
    static Origin of(LedgerWrite write, Interchange interchange, Place place) {
        Optional<ArrivalPattern.Match> match = match(interchange, place.path());
        TransferId answers =
                transferId(match.map(ArrivalPattern.Match::transfer).orElse(place.answers()));
        String named = match.map(ArrivalPattern.Match::party).orElse(place.party());
        String party = named != null
                        && named.length() <= LONGEST
                        && PARTY.matcher(named).matches()
                ? named
                : null;
        return new Origin(party == null && answers != null ? partyOf(write, answers) : party, answers);
    }

    /** Returns what the path says; empty for a message and for a path that is not the agreed one. */
    static Optional<ArrivalPattern.Match> match(Interchange interchange, @Nullable String path) {
        return interchange.channel() instanceof FileArrival files
                ? new ArrivalPattern(files.pattern()).match(path)
                : Optional.empty();
    }

    private static @Nullable String partyOf(LedgerWrite write, TransferId answers) {
        return write.find(answers).map(Transfer::party).orElse(null);
    }

    private static @Nullable TransferId transferId(@Nullable String text) {
        try {
            return text == null ? null : new TransferId(text);
        } catch (IllegalArgumentException noId) {
            return null;
        }
    }
}
