package jp.kenpo.gateway.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kenpo.gateway.content.DataSchema;
import jp.kenpo.gateway.content.MessageForm;
import jp.kenpo.gateway.counterparty.Acknowledgement;
import jp.kenpo.gateway.counterparty.Acknowledgement.By;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.AnnouncedFile;
import jp.kenpo.gateway.counterparty.Interchange.QueueChannel;
import jp.kenpo.gateway.route.RouteSpec;

/**
 * Describes the queues of the core system, as the configuration makes them, for the programmer on the other side.
 *
 * <p>Sources: AsyncAPI 3.0, CloudEvents 1.0 (JSON Event Format). The gateway is the application: it receives what is
 * sent to it, and sends what it announces.
 */
public final class AsyncApi {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private static final String ANNOUNCEMENT = "file-delivered";

    private final Installation installation;

    public AsyncApi(Installation installation) {
        this.installation = installation;
    }

    /** Returns the document as YAML. */
    public String text() {
        try {
            return YAML.writeValueAsString(document());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the description of the queues can't be written", impossible);
        }
    }

    private Map<String, Object> document() {
        Map<String, Object> channels = new LinkedHashMap<>();
        Map<String, Object> operations = new LinkedHashMap<>();
        Map<String, Object> messages = new LinkedHashMap<>();
        Map<String, Object> schemas = new LinkedHashMap<>();
        schemas.put(ANNOUNCEMENT, DataSchema.of(ANNOUNCEMENT));
        for (Counterparty party : installation.counterparties().all()) {
            for (Interchange interchange : party.interchanges()) {
                queueOf(interchange).ifPresent(queue -> {
                    channels.put(interchange.name(), channel(interchange, queue));
                    operations.put(interchange.name(), operation(interchange));
                    messages.put(interchange.name(), message(interchange));
                    form(interchange).ifPresent(form -> schemas.put(interchange.layout(), form.data()));
                });
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("asyncapi", "3.0.0");
        document.put("info", info());
        document.put("defaultContentType", "application/cloudevents+json");
        document.put("servers", servers());
        document.put("channels", channels);
        document.put("operations", operations);
        document.put("components", ordered("messages", messages, "schemas", schemas));
        return document;
    }

    private static Map<String, Object> info() {
        return ordered(
                "title", "Queues of the core system (業務処理コンピューター)",
                "version", "1",
                "description",
                        "Texts in UTF-8, CloudEvents in structured JSON. A queue has the name of its interchange. What"
                                + " can't be taken in waits for a person, and is told in the folder of error reports.");
    }

    private static Map<String, Object> servers() {
        return ordered(
                "core", ordered("host", "127.0.0.1:61616", "protocol", "jms", "description", "Artemis Core, JMS"),
                "amqp", ordered("host", "127.0.0.1:5672", "protocol", "amqp1", "description", "AMQP 1.0"));
    }

    private static Optional<String> queueOf(Interchange interchange) {
        if (interchange.channel() instanceof QueueChannel queue) {
            return Optional.of(queue.queue());
        }
        return interchange.channel() instanceof AnnouncedFile file ? Optional.of(file.queue()) : Optional.empty();
    }

    private Map<String, Object> channel(Interchange interchange, String queue) {
        return ordered(
                "address",
                queue,
                "description",
                installation.routes().routes().stream()
                        .filter(route -> route.id().equals(interchange.name()))
                        .map(RouteSpec::description)
                        .findFirst()
                        .orElse(""),
                "messages",
                Map.of("event", reference("messages", interchange.name())));
    }

    private static Map<String, Object> operation(Interchange interchange) {
        return ordered(
                "action",
                interchange.channel() instanceof QueueChannel ? "receive" : "send",
                "channel",
                Map.of("$ref", "#/channels/" + interchange.name()),
                "x-purposes",
                interchange.purposeIds(),
                "x-layout",
                interchange.layout());
    }

    private Map<String, Object> message(Interchange interchange) {
        Optional<MessageForm> form = form(interchange);
        List<String> types = form.map(MessageForm::types).orElse(List.of("jp.kenpo.gateway." + interchange.name()));
        String data = form.isPresent() ? interchange.layout() : ANNOUNCEMENT;
        Map<String, Object> message = ordered("name", interchange.name());
        confirmed(interchange).ifPresent(sentOn -> message.put("correlationId", correlationId(sentOn)));
        message.put("payload", envelope(types, data));
        return message;
    }

    /** Returns the interchange of whose deliveries each message names one (受領確認). */
    private static Optional<String> confirmed(Interchange interchange) {
        return Optional.ofNullable(interchange.conditions().acknowledges())
                .filter(agreed -> agreed.by() == By.TRANSFER && interchange.channel() instanceof QueueChannel)
                .map(Acknowledgement::interchange);
    }

    private static Map<String, Object> correlationId(String sentOn) {
        return ordered(
                "description",
                "Which delivery on " + sentOn
                        + " this message confirms (受領確認): the id of the message that announced it."
                        + " Over AMQP the property correlation-id",
                "location",
                "$message.header#/JMSCorrelationID");
    }

    private static Map<String, Object> envelope(List<String> types, String data) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("specversion", ordered("type", "string", "const", "1.0"));
        properties.put("id", ordered("type", "string", "minLength", 1));
        properties.put("source", ordered("type", "string", "minLength", 1));
        properties.put("type", ordered("type", "string", "enum", types));
        properties.put("time", ordered("type", "string", "format", "date-time"));
        properties.put("datacontenttype", ordered("type", "string", "const", "application/json"));
        properties.put("data", reference("schemas", data));
        return ordered(
                "type",
                "object",
                "required",
                List.of("specversion", "id", "source", "type", "data"),
                "properties",
                properties);
    }

    private Optional<MessageForm> form(Interchange interchange) {
        return interchange.channel() instanceof QueueChannel
                ? installation.layouts().message(interchange.layout())
                : Optional.empty();
    }

    private static Map<String, Object> reference(String kind, String name) {
        return Map.of("$ref", "#/components/" + kind + "/" + name);
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
