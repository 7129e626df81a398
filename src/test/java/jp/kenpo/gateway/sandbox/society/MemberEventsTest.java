package jp.kenpo.gateway.sandbox.society;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberEventsTest {

    private static final FictionalSociety SOCIETY = new FictionalSociety(7, 5_000);

    @TempDir
    private Path folder;

    @Test
    void namesEveryKindOfEvent() throws IOException {
        assertThat(events(YearMonth.of(2026, 4)))
                .hasSizeBetween(80, 220)
                .extracting(event -> event.get("event").asText())
                .contains("ACQUIRE", "DEPENDANT_ADD", "LOSE", "DEPENDANT_REMOVE", "CHANGE_ADDRESS");
    }

    @Test
    void takesDependantsAlongOnTheSameDay() throws IOException {
        Map<String, List<JsonNode>> households = events(YearMonth.of(2026, 4)).stream()
                .collect(Collectors.groupingBy(event -> event.get("number").asText()));
        assertThat(households.values())
                .anyMatch(household -> household.size() > 1)
                .allSatisfy(household -> assertThat(household)
                        .extracting(event -> event.path("lost_on").asText()
                                + event.path("acquired_on").asText()
                                + event.path("effective_on").asText())
                        .containsOnly(household.get(0).path("lost_on").asText()
                                + household.get(0).path("acquired_on").asText()
                                + household.get(0).path("effective_on").asText()));
    }

    @Test
    void happensDifferentlyInAnotherMonth() throws IOException {
        assertThat(events(YearMonth.of(2026, 4))).isEqualTo(events(YearMonth.of(2026, 4)));
        assertThat(events(YearMonth.of(2026, 4))).isNotEqualTo(events(YearMonth.of(2026, 5)));
    }

    private List<JsonNode> events(YearMonth month) throws IOException {
        Path file = folder.resolve("events.jsonl");
        long written = MemberEvents.write(SOCIETY, month, file);
        List<JsonNode> events = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            events.add(new ObjectMapper().readTree(line));
        }
        assertThat(events).hasSize(Math.toIntExact(written));
        return events;
    }
}
