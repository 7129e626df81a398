package jp.kenpo.gateway.content.event;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.content.table.CsvKind;

/** Events of the core system, a CloudEvent each. */
public final class EventKind implements LayoutKind<EventForm> {

    private static final Pattern TYPE = Pattern.compile("[a-z0-9.-]{1,100}");

    @Override
    public String label() {
        return "event";
    }

    @Override
    public Class<EventForm> form() {
        return EventForm.class;
    }

    @Override
    public void check(ConfigurationFile<EventForm> file, LayoutProblems problems) {
        EventForm form = file.content();
        CsvKind.checkColumns(file, form.furtherCategories(), form.columns(), form.members(), problems);
        problems.other(file, form.meaning(), "meaning")
                .filter(other -> !(other instanceof EventMeaning))
                .ifPresent(other -> problems.add(
                        file,
                        "layout \"" + other.id() + "\" can't be used here",
                        "Name one of kind qualification-events",
                        "meaning"));
        if (form.types().isEmpty()) {
            problems.add(file, "no type of an event", "Write the types that it reads", "types");
        }
        form.types().stream()
                .filter(type -> !TYPE.matcher(type).matches())
                .forEach(type -> problems.add(
                        file,
                        "\"" + type + "\" is no type of an event",
                        "Write it like jp.kenpo.member.acquired",
                        "types"));
    }

    @Override
    public Set<String> fields(EventForm form, LayoutSurroundings surroundings) {
        return ColumnForm.fields(form.columns());
    }

    @Override
    public Content content(EventForm form, LayoutSurroundings surroundings) {
        return new EventContent(form, surroundings);
    }

    @Override
    public Charset encoding(EventForm form) {
        return StandardCharsets.UTF_8;
    }
}
