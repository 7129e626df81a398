package jp.kenpo.gateway.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.ledger.TransferEvent.Mover;
import org.junit.jupiter.api.Test;

/**
 * Walks every way that a transfer can take through the state machine, with crashes and failures at each step and with
 * people who let it go on again and again, and holds the page of the states.
 */
class TransferEventTest {

    private static final Path PAGE = Path.of("src/docs/states.md");
    private static final String MADE = "<!-- From here on made by TransferEventTest -->\n";

    private static final int MOST_ATTEMPTS = 4;
    private static final int MOST_ACTS = 3;

    /**
     * A transfer on its way.
     *
     * @param granted whether the gate granted it since it began
     * @param begun whether its delivery was recorded since then
     * @param named whether its file was ever about to get its name at the counterparty
     * @param attempts that failed or were cut off since then
     * @param acts of people so far
     */
    private record Point(TransferState state, boolean granted, boolean begun, boolean named, int attempts, int acts) {}

    private record Step(TransferEvent event, Point to) {}

    private final Map<Point, List<Step>> steps = explored();

    @Test
    void endsOrWaitsOnEveryWay() {
        steps.forEach((point, next) -> {
            if (point.state().ended()) {
                assertThat(next).as("%s is an end", point).isEmpty();
            } else if (point.acts() < MOST_ACTS || !point.state().waits()) {
                assertThat(next).as("%s leads somewhere", point).isNotEmpty();
            }
        });
        assertThat(longestWithoutAPerson()).isLessThanOrEqualTo(6 * (MOST_ATTEMPTS + 1));
    }

    @Test
    void leavesWhatWaitsToPeopleAndWhatIsUnderWayToTheGateway() {
        steps.forEach((point, next) -> next.forEach(step -> {
            boolean byAPerson = step.event().mover() == Mover.PERSON && step.event() != TransferEvent.WITHDRAWAL;
            assertThat(byAPerson || step.event() == TransferEvent.BYTES_CAME_RIGHT)
                    .as("%s by %s", point, step.event())
                    .isEqualTo(point.state().waits());
        }));
    }

    @Test
    void deliversAndAcceptsOnNoWayWithoutAGrant() {
        Set<Point> ends = steps.keySet().stream()
                .filter(point -> point.state() == TransferState.DELIVERED || point.state() == TransferState.ACCEPTED)
                .collect(Collectors.toSet());

        assertThat(ends).isNotEmpty().allMatch(Point::granted);
        assertThat(ends)
                .filteredOn(point -> point.state() == TransferState.DELIVERED)
                .isNotEmpty()
                .allMatch(Point::begun);
    }

    @Test
    void takesNothingBackThatMayBeThere() {
        List<Point> takenBack = steps.entrySet().stream()
                .filter(each -> each.getValue().stream().anyMatch(step -> step.event() == TransferEvent.WITHDRAWAL))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(takenBack).isNotEmpty().allMatch(point -> !point.named());
    }

    @Test
    void reachesEveryStateByEveryEvent() {
        Set<TransferEvent> seen =
                steps.values().stream().flatMap(List::stream).map(Step::event).collect(Collectors.toSet());
        Arrays.stream(TransferEvent.values()).filter(TransferEvent::begins).forEach(seen::add);

        assertThat(seen).containsExactlyInAnyOrder(TransferEvent.values());
        assertThat(steps.keySet()).extracting(Point::state).contains(TransferState.values());
    }

    @Test
    void isWhatThePageSays() throws IOException {
        String page = Files.readString(PAGE);
        String expected = page.substring(0, page.indexOf(MADE) + MADE.length()) + tables();
        if ("write".equals(System.getProperty("reference-pages"))) {
            Files.writeString(PAGE, expected);
        }
        assertThat(PAGE)
                .as("renew it: ./mvnw test -Dtest=TransferEventTest -Dreference-pages=write")
                .hasContent(expected);
    }

    private static Map<Point, List<Step>> explored() {
        Map<Point, List<Step>> steps = new HashMap<>();
        Deque<Point> open = new ArrayDeque<>();
        Arrays.stream(TransferEvent.values())
                .filter(TransferEvent::begins)
                .forEach(event -> open.add(new Point(event.to(), false, false, false, 0, 0)));
        while (!open.isEmpty()) {
            Point point = open.remove();
            if (!steps.containsKey(point)) {
                steps.put(point, next(point));
                steps.get(point).forEach(step -> open.add(step.to()));
            }
        }
        return steps;
    }

    private static List<Step> next(Point point) {
        List<Step> next = new ArrayList<>();
        for (TransferEvent event : TransferEvent.values()) {
            if (event.from().contains(point.state()) && mayHappen(event, point)) {
                next.add(new Step(event, after(event, point, point.named())));
                if (event == TransferEvent.DELIVERY_BEGINS) {
                    next.add(new Step(event, after(event, point, true)));
                }
            }
        }
        return next;
    }

    /**
     * What the parts see to beyond the state: the broker counts, a person marks only what was being delivered, and takes
     * back only what was never about to get its name, without which nothing is delivered.
     */
    private static boolean mayHappen(TransferEvent event, Point point) {
        if (event.mover() == Mover.PERSON) {
            return point.acts() < MOST_ACTS
                    && (event != TransferEvent.MARKED_BY_HAND || point.begun())
                    && (event != TransferEvent.WITHDRAWAL || !point.named());
        }
        if (event == TransferEvent.DELIVERY_CONFIRMED) {
            return point.named();
        }
        if (event == TransferEvent.ATTEMPTS_USED_UP) {
            return point.attempts() <= MOST_ATTEMPTS;
        }
        return !isRepeated(event, point) || point.attempts() < MOST_ATTEMPTS;
    }

    /** A step comes again, or an earlier one, only because an attempt broke off. */
    private static boolean isRepeated(TransferEvent event, Point point) {
        return event.to().compareTo(point.state()) <= 0
                && event.mover() != Mover.PERSON
                && !event.to().waits();
    }

    private static Point after(TransferEvent event, Point point, boolean named) {
        if (event.mover() == Mover.PERSON && !event.to().ended()) {
            return new Point(event.to(), false, false, named, 0, point.acts() + 1);
        }
        return new Point(
                event.to(),
                point.granted() || event == TransferEvent.GRANT,
                point.begun() || event == TransferEvent.DELIVERY_BEGINS,
                named,
                point.attempts() + (isRepeated(event, point) ? 1 : 0),
                point.acts());
    }

    private int longestWithoutAPerson() {
        Map<Point, Integer> known = new HashMap<>();
        return steps.keySet().stream()
                .mapToInt(point -> longest(point, known, new HashSet<>()))
                .max()
                .orElseThrow();
    }

    private int longest(Point point, Map<Point, Integer> known, Set<Point> onTheWay) {
        Integer length = known.get(point);
        if (length != null) {
            return length;
        }
        assertThat(onTheWay.add(point)).as("%s comes back to itself", point).isTrue();
        int longest = steps.getOrDefault(point, List.of()).stream()
                .filter(step -> step.event().mover() != Mover.PERSON)
                .mapToInt(step -> 1 + longest(step.to(), known, onTheWay))
                .max()
                .orElse(0);
        onTheWay.remove(point);
        known.put(point, longest);
        return longest;
    }

    private static String tables() {
        StringBuilder text = new StringBuilder("\n## States\n\n| state | is | by |\n| --- | --- | --- |\n");
        for (TransferState state : TransferState.values()) {
            text.append("| `%s` | %s | %s |\n".formatted(state.label(), kind(state), reachedBy(state)));
        }
        text.append("\n## Events\n\n| event | from | to | moved by | entry | durable, in this order |\n");
        text.append("| --- | --- | --- | --- | --- | --- |\n");
        for (TransferEvent event : TransferEvent.values()) {
            text.append("| %s | %s | `%s` | %s | `%s` | %s |\n"
                    .formatted(
                            event.label(),
                            event.begins() ? "(the beginning)" : labels(event.from()),
                            event.to().label(),
                            event.mover().label(),
                            event.kind().label(),
                            event.durable()));
        }
        return text.toString();
    }

    private static String kind(TransferState state) {
        return state.ended() ? "an end" : state.waits() ? "waits for a person" : "under way";
    }

    private static String reachedBy(TransferState state) {
        return Arrays.stream(TransferEvent.values())
                .filter(event -> event.to() == state)
                .map(TransferEvent::label)
                .collect(Collectors.joining(", "));
    }

    private static String labels(Set<TransferState> states) {
        return states.stream().sorted().map(state -> "`" + state.label() + "`").collect(Collectors.joining(", "));
    }
}
