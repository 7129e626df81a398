package jp.kenpo.gateway.content.qualification;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.BatchLines;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Severity;
import jp.kenpo.gateway.content.composition.CompositionRule;
import jp.kenpo.gateway.content.event.EventContent;
import jp.kenpo.gateway.content.event.EventForm;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.RowSource;
import jp.kenpo.gateway.content.table.TableRow;

/**
 * Makes the registration file of a day out of the events that the core system told since the last one.
 *
 * <p>The events stand in the order in which they arrived. What an event says and the file has no column for stops the
 * composition: nothing is left out silently. A My Number is taken from the event into the file, and nowhere else.
 */
final class RegistrationComposition implements Composition {

    private final QualificationForm form;
    private final QualificationForm.ComposedFrom from;
    private final RowSource events;
    private final EventMapping mapping;

    RegistrationComposition(
            QualificationForm form, QualificationForm.ComposedFrom from, LayoutSurroundings surroundings) {
        this.form = form;
        this.from = from;
        var source = (EventForm) surroundings.form(from.events());
        this.events = source.rows(surroundings);
        this.mapping = EventMapping.ofMessages(form, source, surroundings);
    }

    /** Returns the columns of events that a file of this layout has no place for. */
    static Set<String> withoutPlace(QualificationForm form, EventForm source) {
        Set<String> names =
                source.columns().stream().map(ColumnForm::name).collect(Collectors.toCollection(HashSet::new));
        names.removeAll(form.canonical().values());
        return names;
    }

    @Override
    public List<Finding> compose(InputStream request, Sources sources, OutputStream out) throws IOException {
        var findings = new FindingCollector();
        var writing = new Writing(out);
        var parts = new BatchLines(request);
        while (parts.next()) {
            String label = "part " + parts.number();
            try (InputStream part = sources.open(parts.transfer())) {
                writing.event(part.readAllBytes(), label, findings);
            } catch (FileNotFoundException notHeld) {
                findings.add(CompositionRule.PART_NOT_HELD.finding(0, label, null, parts.number()));
            }
        }
        return findings.kept();
    }

    /** One file while it is written. */
    private final class Writing {

        private final EventWriter writer;
        private Optional<String> myNumber = Optional.empty();

        Writing(OutputStream out) throws IOException {
            this.writer = new EventWriter(form, event -> myNumber, out);
        }

        void event(byte[] message, String label, FindingCollector findings) throws IOException {
            Reading reading;
            try {
                reading = events.read(
                        new ByteArrayInputStream(message),
                        (row, wrong) -> row(row, EventContent.typeOf(message), wrong));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            if (!reading.accepted()) {
                findings.add(CompositionRule.SOURCE_WRONG.finding(0, label, null, reading.errors()));
            }
            // warnings were told when the event came in
            reading.findings().stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .map(finding -> new Finding(
                            finding.severity(), finding.rule(), 0, label, finding.field(), finding.arguments()))
                    .forEach(findings::add);
        }

        private void row(TableRow row, String type, Consumer<Finding> findings) {
            EventType known = from.types().get(type);
            if (known == null) {
                findings.accept(QualificationRule.EVENT_UNKNOWN.finding(row.line(), row.record(), "type"));
                return;
            }
            myNumber = mapping.text(row, CanonicalField.MY_NUMBER);
            try {
                writer.write(mapping.event(row, known));
            } catch (IOException e) {
                if (!(e.getCause() instanceof CharacterCodingException)) {
                    throw new UncheckedIOException(e);
                }
                findings.accept(CompositionRule.NOT_WRITABLE.finding(
                        row.line(), row.record(), null, form.encoding().label()));
            }
        }
    }
}
