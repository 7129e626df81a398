package jp.kenpo.gateway.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.AnnouncedFile;
import jp.kenpo.gateway.counterparty.Interchange.QueueChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The description of the queues is what the configuration makes. Renew it with {@code -Dreference-pages=write}. */
class AsyncApiTest {

    private static final Path PAGE = Path.of("src/docs/asyncapi.yaml");

    @TempDir
    private Path data;

    @Test
    void isWhatTheDocumentationHolds() throws IOException {
        try (var installation = new TrialInstallation(data).besideRunning()) {
            String text = new AsyncApi(installation).text();
            if ("write".equals(System.getProperty("reference-pages"))) {
                Files.writeString(PAGE, text);
            }
            assertThat(PAGE)
                    .as("renew it: ./mvnw test -Dtest=AsyncApiTest -Dreference-pages=write")
                    .hasContent(text);
        }
    }

    @Test
    void namesEveryQueueOfTheCoreSystemAndNoOther() throws IOException {
        try (var installation = new TrialInstallation(data).besideRunning()) {
            JsonNode document = new YAMLMapper().readTree(new AsyncApi(installation).text());
            List<String> queues = installation.counterparties().interchanges().stream()
                    .filter(each -> each.channel() instanceof QueueChannel || each.channel() instanceof AnnouncedFile)
                    .map(Interchange::name)
                    .toList();

            assertThat(document.path("channels").fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(queues);
            assertThat(document.path("operations").fieldNames()).toIterable().hasSize(queues.size());
        }
    }

    @Test
    void leadsFromEveryReferenceToSomething() throws IOException {
        try (var installation = new TrialInstallation(data).besideRunning()) {
            JsonNode document = new YAMLMapper().readTree(new AsyncApi(installation).text());

            assertThat(StreamSupport.stream(document.findValues("$ref").spliterator(), false)
                            .map(JsonNode::asText))
                    .isNotEmpty()
                    .allSatisfy(reference -> assertThat(
                                    document.at(reference.substring(1)).isMissingNode())
                            .as(reference)
                            .isFalse());
        }
    }

    @Test
    void saysWhereAMessageNamesTheDeliveryThatItConfirms() throws IOException {
        try (var installation = new TrialInstallation(data.resolve("var"), confirming()).besideRunning()) {
            JsonNode messages =
                    new YAMLMapper().readTree(new AsyncApi(installation).text()).at("/components/messages");

            assertThat(messages.at("/core-system.re-examination-selection/correlationId/location")
                            .asText())
                    .isEqualTo("$message.header#/JMSCorrelationID");
            assertThat(messages.at("/core-system.re-examination-selection/correlationId/description")
                            .asText())
                    .contains("core-system.receipt-check-result");
            assertThat(messages.findValues("correlationId")).hasSize(1);
        }
    }

    private Path confirming() throws IOException {
        Path shipped = Path.of("config");
        Path config = data.resolve("config");
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.toList()) {
                Files.copy(file, config.resolve(shipped.relativize(file).toString()));
            }
        }
        Path file = config.resolve("counterparties/core-system.yaml");
        String before = "    layout: re-examination-selection\n";
        String text = Files.readString(file);
        assertThat(text).containsOnlyOnce(before);
        Files.writeString(
                file,
                text.replace(
                        before,
                        before + "    acknowledges: {interchange: core-system.receipt-check-result, by: transfer,"
                                + " business-days: 1}\n"));
        return config;
    }
}
