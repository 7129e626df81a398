package jp.kenpo.gateway.sandbox.contents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.sandbox.agreed.AgreedColumn;
import jp.kenpo.gateway.sandbox.table.CellMaker;
import jp.kenpo.gateway.sandbox.table.Subject;

/** The core system's messages about members: CloudEvents 1.0 in JSON, one a subject, their data flat. */
final class Events {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int MORNING = 9;

    private Events() {}

    static List<Made> of(Commission commission, List<Subject> subjects) throws IOException {
        List<Made> made = new ArrayList<>();
        for (Subject subject : subjects) {
            made.add(Made.unnamed(JSON.writeValueAsBytes(event(commission, subject))));
        }
        return made;
    }

    private static ObjectNode event(Commission commission, Subject subject) {
        List<Variant> variants = commission.variants();
        if (variants.isEmpty()) {
            String type = type(commission.layout().text().path("types"), subject);
            return event(commission, subject, type, commission.layout().columns());
        }
        Variant variant = variants.get((int) ((commission.fileNumber() + subject.serial()) % variants.size()));
        List<AgreedColumn> columns = commission.layout().columns().stream()
                .filter(column -> column.required()
                        || variant.columns().contains(column.name())
                        || variant.values().containsKey(column.name()))
                .map(AgreedColumn::filled)
                .toList();
        return event(commission, subject.with(variant.on(commission.day())), variant.type(), columns);
    }

    private static ObjectNode event(Commission commission, Subject subject, String type, List<AgreedColumn> columns) {
        ObjectNode event = envelope(commission, type);
        event.put("id", event.path("id").asText() + "-" + subject.serial());
        ObjectNode data = event.putObject("data");
        for (AgreedColumn column : columns) {
            String cell = CellMaker.cell(column, subject);
            if (!cell.isEmpty()) {
                data.put(column.name(), cell);
            }
        }
        return event;
    }

    /** The envelope of a message of the core system, without data. */
    static ObjectNode envelope(Commission commission, String type) {
        ObjectNode event = JSON.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", commission.interchange().shortName() + "-" + commission.fileNumber());
        event.put("source", "core-system");
        event.put("type", type);
        event.put(
                "time",
                commission.day().atTime(MORNING, 0).atZone(JAPAN).toInstant().toString());
        event.put("datacontenttype", "application/json");
        return event;
    }

    private static String type(JsonNode types, Subject subject) {
        return types.isEmpty()
                ? ""
                : types.get(subject.chance().below(types.size())).asText();
    }
}
