package jp.kenpo.gateway.ledger;

import static jp.kenpo.gateway.ledger.TransferState.ACCEPTED;
import static jp.kenpo.gateway.ledger.TransferState.DELIVERED;
import static jp.kenpo.gateway.ledger.TransferState.DELIVERING;
import static jp.kenpo.gateway.ledger.TransferState.GRANTED;
import static jp.kenpo.gateway.ledger.TransferState.MINIMISED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransferStateTest {

    @Test
    void deliversAndAcceptsOnlyWhatWasGranted() {
        assertThat(before(DELIVERING)).containsExactlyInAnyOrder(GRANTED, MINIMISED, DELIVERING);
        assertThat(before(MINIMISED)).containsExactlyInAnyOrder(GRANTED, MINIMISED);
        // what is held may be marked as delivered by hand, with evidence
        assertThat(before(DELIVERED)).containsExactlyInAnyOrder(DELIVERING, TransferState.HELD);
        assertThat(before(ACCEPTED)).containsExactly(GRANTED);
    }

    @ParameterizedTest
    @EnumSource
    void leavesAnEndToNobody(TransferState state) {
        Set<TransferState> after = Arrays.stream(TransferState.values())
                .filter(next -> next.mayFollow(state))
                .collect(Collectors.toSet());

        assertThat(after.isEmpty()).isEqualTo(state.ended());
    }

    @ParameterizedTest
    @EnumSource
    void letsOnlyAPersonMoveWhatWaits(TransferState state) {
        if (state.waits()) {
            assertThat(EnumSet.allOf(TransferState.class).stream().filter(next -> next.mayFollow(state)))
                    .contains(TransferState.RECEIVED, TransferState.ANNOUNCED, TransferState.REJECTED)
                    .allMatch(next -> next != DELIVERED || state == TransferState.HELD)
                    .hasSize(state == TransferState.HELD ? 4 : 3);
        } else {
            // what is being delivered may be taken back until it can be at the counterparty
            assertThat(TransferState.REJECTED.mayFollow(state)).isEqualTo(state == DELIVERING);
        }
    }

    @ParameterizedTest
    @EnumSource
    void canStopWhateverIsUnderWay(TransferState state) {
        boolean underWay = !state.waits() && !state.ended();

        assertThat(TransferState.QUARANTINED.mayFollow(state)).isEqualTo(underWay);
        assertThat(TransferState.REFUSED.mayFollow(state)).isEqualTo(underWay);
        assertThat(TransferState.HELD.mayFollow(state)).isEqualTo(underWay);
    }

    private static Set<TransferState> before(TransferState state) {
        return Arrays.stream(TransferState.values()).filter(state::mayFollow).collect(Collectors.toSet());
    }
}
