package jp.kenpo.gateway.sandbox.mistake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MistakePlanTest {

    enum Kind implements MistakeKind {
        FIRST,
        SECOND,
        THIRD;

        @Override
        public String id() {
            return name();
        }

        @Override
        public String japanese() {
            return name();
        }

        @Override
        public String english() {
            return name();
        }
    }

    @Test
    void makesExactlyAsManyMistakesAsAsked() {
        assertThat(chosen(MistakePlan.exactly(37, 1_000, 5), 1_000)).hasSize(37);
        assertThat(chosen(MistakePlan.exactly(37, 1_000, 5), 5_000)).hasSize(37);
        assertThat(chosen(MistakePlan.exactly(1_000, 1_000, 5), 1_000)).hasSize(1_000);
        assertThat(chosen(MistakePlan.none(), 1_000)).isEmpty();
    }

    @Test
    void makesMistakesAtTheGivenRate() {
        assertThat(chosen(MistakePlan.atRate(0.01, 5), 100_000)).hasSizeBetween(900, 1_100);
        assertThat(chosen(MistakePlan.atRate(0, 5), 1_000)).isEmpty();
        assertThat(chosen(MistakePlan.atRate(1, 5), 1_000)).hasSize(1_000);
    }

    @Test
    void decidesTheSameForTheSameSeedOnly() {
        List<Integer> once = chosen(MistakePlan.exactly(37, 1_000, 5), 1_000);
        assertThat(chosen(MistakePlan.exactly(37, 1_000, 5), 1_000)).isEqualTo(once);
        assertThat(chosen(MistakePlan.exactly(37, 1_000, 6), 1_000)).isNotEqualTo(once);
    }

    @Test
    void takesTheKindThatIsRarest() {
        MistakePlan plan = MistakePlan.atRate(1, 5);
        assertThat(IntStream.range(0, 4).mapToObj(each -> plan.choose(List.of(Kind.FIRST, Kind.SECOND))))
                .containsExactly(Kind.FIRST, Kind.SECOND, Kind.FIRST, Kind.SECOND);
        assertThat(plan.choose(List.of(Kind.values()))).isEqualTo(Kind.THIRD);
    }

    @Test
    void refusesMoreMistakesThanThereIsRoomFor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MistakePlan.exactly(11, 10, 5))
                .withMessage(
                        "there is no room for 11 mistakes in 10 receipts, documents and rows, of which each has one"
                                + " at most");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MistakePlan.atRate(1.5, 5))
                .withMessage("the rate of mistakes is between 0 and 1, not 1.5");
    }

    private static List<Integer> chosen(MistakePlan plan, int candidates) {
        return IntStream.range(0, candidates)
                .filter(each -> plan.next())
                .boxed()
                .toList();
    }
}
