package jp.kenpo.gateway.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.SharedGateway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs every example beside a route through the real route. Adding an example is adding files. */
class InterchangeExamplesIT {

    private static final Path ROUTES = Path.of("routes");

    private static @Nullable GatewayProcess overlaid;

    @AfterAll
    static void stop() {
        if (overlaid != null) {
            overlaid.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        GatewayProcess gateway = SharedGateway.get();
        return ExampleCase.all(ROUTES).stream()
                .filter(example -> example.overlay().isEmpty())
                .map(example -> DynamicTest.dynamicTest(
                        example.title(),
                        example.folder().resolve("case.yaml").toUri(),
                        () -> new ExampleRun(gateway, example).run()));
    }

    @TestFactory
    Stream<DynamicTest> examplesWithAnotherConfiguration() throws IOException {
        List<ExampleCase> examples = ExampleCase.all(ROUTES).stream()
                .filter(example -> !example.overlay().isEmpty())
                .toList();
        GatewayProcess gateway = OverlaidGateway.start(examples);
        overlaid = gateway;
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.title(),
                        example.folder().resolve("case.yaml").toUri(),
                        () -> new ExampleRun(gateway, example).run()));
    }

    @Test
    void everyRouteHasExamples() throws IOException {
        List<String> routes = new ObjectMapper()
                .readTree(SharedGateway.get().get("/api/v1/routes"))
                .findValuesAsText("id");

        assertThat(ExampleCase.all(ROUTES).stream()
                        .map(ExampleCase::interchange)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void theListOfPurposesCountsTheExamplesOfItsRoutes() throws IOException {
        Map<String, Long> counted = new TreeMap<>();
        new ObjectMapper().readTree(SharedGateway.get().get("/api/v1/purposes")).forEach(purpose -> {
            if (purpose.path("examples").asLong() > 0) {
                counted.put(
                        purpose.path("id").asText(), purpose.path("examples").asLong());
            }
        });

        assertThat(counted)
                .isEqualTo(ExampleCase.all(ROUTES).stream()
                        .flatMap(example -> example.text().expect().purposes().stream())
                        .collect(Collectors.groupingBy(purpose -> purpose, TreeMap::new, Collectors.counting())));
    }
}
