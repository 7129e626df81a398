package jp.kenpo.gateway.content.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.ByteLines;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.message.EventMessage;
import jp.kenpo.gateway.content.message.MessagePart;
import jp.kenpo.gateway.content.message.MessageTexts;
import jp.kenpo.gateway.content.mynumber.Watch;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.NamedRecord;
import jp.kenpo.gateway.content.table.NamedRecordReading;
import jp.kenpo.gateway.content.table.RowObserver;
import jp.kenpo.gateway.content.table.RowSource;
import jp.kenpo.gateway.content.table.TableRow;

/**
 * One event of the core system: a CloudEvent 1.0 in structured JSON, whose {@code data} is an object of texts with exactly
 * the declared columns as keys. An absent key and {@code null} are an empty cell.
 *
 * <p>Counts {@code records}, which is 1.
 */
public final class EventContent implements Content, RowSource {

    private static final MessageTexts AROUND = new MessageTexts(Set.of(), Set.of());
    private static final String DATA = "data";

    private final Set<String> types;
    private final Set<String> names;
    private final NamedRecord record;
    private final EventMeaning.Rules rules;

    EventContent(EventForm form, LayoutSurroundings surroundings) {
        this.rules = form.meaning() == null
                ? (type, row, findings) -> {}
                : ((EventMeaning) surroundings.form(form.meaning())).rules(form, surroundings);
        this.types = form.types();
        this.names = new LinkedHashSet<>(
                form.columns().stream().map(ColumnForm::name).toList());
        this.record = new NamedRecord(form.columns(), form.members(), surroundings);
    }

    /** Returns the type of an event that was read without errors. */
    public static String typeOf(byte[] message) {
        try {
            return EventMessage.tree(message, new FindingCollector())
                    .map(tree -> tree.path("type").asText())
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory are always readable", e);
        }
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        return read(in, RowObserver.NONE);
    }

    @Override
    public Reading read(InputStream in, RowObserver observer) throws IOException {
        var judged = new Judged(rules, observer);
        var reading = record.reading(judged);
        var bytes = EventMessage.bytes(in, reading.findings());
        if (bytes.isPresent()) {
            EventMessage.tree(bytes.get(), reading.findings()).ifPresent(message -> {
                var data = MessagePart.dataOf(message, types, reading.findings());
                Map<String, String> values = data.values(names);
                judged.type = message.path("type").asText();
                AROUND.show(around(message, values), reading.guard());
                check(values, data, reading);
            });
        }
        return reading.end();
    }

    /** Shows the record to the rules of its meaning first. */
    private static final class Judged implements RowObserver {

        private final EventMeaning.Rules rules;
        private final RowObserver observer;
        private String type = "";

        Judged(EventMeaning.Rules rules, RowObserver observer) {
            this.rules = rules;
            this.observer = observer;
        }

        @Override
        public void row(TableRow row, Consumer<Finding> findings) {
            rules.check(type, row, findings);
            observer.row(row, findings);
        }

        @Override
        public void end(Consumer<Finding> findings) {
            observer.end(findings);
        }
    }

    private static void check(Map<String, String> values, MessagePart data, NamedRecordReading reading) {
        if (values.values().stream().mapToInt(String::length).sum() > ByteLines.LONGEST) {
            data.wrong(EventRule.TOO_LONG, data.pointer(), ByteLines.LONGEST);
        } else {
            reading.check(values);
        }
    }

    /** The columns are shown to the guard one by one, everything else as it stands. */
    private static JsonNode around(JsonNode message, Map<String, String> values) {
        JsonNode around = message.deepCopy();
        if (around.path(DATA) instanceof ObjectNode data) {
            data.remove(values.keySet());
        }
        return around;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Keys that are not permitted are removed; the envelope stays.
     *
     * @throws IOException also if the message is not what its layout says: what was not understood does not leave
     */
    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        var findings = new FindingCollector();
        byte[] bytes = EventMessage.bytes(in, findings).orElse(new byte[0]);
        if (!read(new ByteArrayInputStream(bytes), Arrival.UNKNOWN).accepted()) {
            throw new IOException("the message is not what its layout says; nothing of it may leave");
        }
        ObjectNode message = (ObjectNode) EventMessage.tree(bytes, findings).orElseThrow();
        Map<String, String> values =
                MessagePart.dataOf(message, types, findings).values(names);
        var remains = record.cut(values, permission);
        long maskedAround = permission.maskMyNumber() ? maskAround(message) : 0;
        if (remains.values().equals(values) && maskedAround == 0) {
            out.write(bytes);
            return remains.projected();
        }
        ObjectNode data = message.putObject(DATA);
        names.stream()
                .filter(remains.values()::containsKey)
                .forEach(name -> data.put(name, remains.values().get(name)));
        out.write(EventMessage.JSON.writeValueAsBytes(message));
        return withMasked(remains.projected(), maskedAround);
    }

    private static long maskAround(ObjectNode message) {
        JsonNode data = message.remove(DATA);
        long masked = AROUND.mask(message);
        message.set(DATA, data);
        return masked;
    }

    private static Projected withMasked(Projected projected, long masked) {
        Map<String, Long> removed = new HashMap<>(projected.removed());
        if (masked > 0) {
            removed.merge(Watch.FIELD, masked, Long::sum);
        }
        return new Projected(projected.records(), projected.left(), Map.copyOf(removed));
    }
}
