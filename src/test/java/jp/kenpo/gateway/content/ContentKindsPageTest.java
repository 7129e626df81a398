package jp.kenpo.gateway.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.ContentRules.ContentRule;
import org.junit.jupiter.api.Test;

/**
 * The reference page of the kinds of content is what the rules, their texts and the layouts say. Renew it with
 * {@code -Dreference-pages=write}.
 */
class ContentKindsPageTest {

    private static final Path PAGE = Path.of("src/docs/content-kinds.md");
    private static final Path LAYOUTS = Path.of("config/layouts");

    /** What stands above it is written by hand. */
    private static final String MARKER = "<!-- From here on made by ContentKindsPageTest -->\n";

    private record LayoutText(String kind, String id, String certainty, String source, String comment) {}

    @Test
    void saysWhatRulesTextsAndLayoutsSay() throws IOException {
        String written = Files.readString(PAGE);
        String page = written.substring(0, written.indexOf(MARKER)) + MARKER + "\n" + sections();

        if ("write".equals(System.getProperty("reference-pages"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE)
                .as("renew the page: ./mvnw test -Dtest=ContentKindsPageTest -Dreference-pages=write")
                .hasContent(page);
    }

    @Test
    void hasARowForEveryKindInItsOverview() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(LayoutKinds.labels().split(", "))
                .allSatisfy(label -> assertThat(page.substring(0, page.indexOf(MARKER)))
                        .as("the overview in " + PAGE + " names sources, what is inferred and what passes unread")
                        .contains("| `" + label + "` |"));
    }

    @Test
    void namesASourceForEveryRule() {
        assertThat(ContentRules.all())
                .allSatisfy(rule -> assertThat(SourceComments.of(rule.constant()) + SourceComments.of(rule.type()))
                        .as(rule.id() + " in " + rule.type().getSimpleName())
                        .isNotBlank());
    }

    private static String sections() {
        Map<String, List<LayoutKind<?>>> kinds =
                new TreeMap<>(Stream.of(LayoutKinds.labels().split(", "))
                        .map(label -> LayoutKinds.of(label).orElseThrow())
                        .collect(Collectors.groupingBy(kind -> kind.getClass().getPackageName())));
        Map<String, List<ContentRule>> rules = ContentRules.all().stream()
                .collect(Collectors.groupingBy(rule -> rule.type().getPackageName()));
        rules.keySet().forEach(each -> kinds.computeIfAbsent(each, none -> List.of()));
        List<LayoutText> layouts = layouts();
        StringBuilder page = new StringBuilder();
        kinds.forEach(
                (name, inside) -> page.append(section(name, inside, rules.getOrDefault(name, List.of()), layouts)));
        return page.toString().stripTrailing() + "\n";
    }

    private static String section(
            String packageName, List<LayoutKind<?>> kinds, List<ContentRule> rules, List<LayoutText> layouts) {
        StringBuilder page =
                new StringBuilder("## " + packageName.substring(packageName.indexOf("content.") + 8) + "\n\n");
        Class<?> one = kinds.isEmpty() ? rules.get(0).type() : kinds.get(0).getClass();
        page.append(SourceComments.ofPackage(one)).append("\n\n");
        for (LayoutKind<?> kind : kinds) {
            page.append("**`kind: ")
                    .append(kind.label())
                    .append("`** ")
                    .append(SourceComments.of(kind.getClass()))
                    .append("\n\n");
            layouts.stream()
                    .filter(layout -> layout.kind().equals(kind.label()))
                    .forEach(layout -> page.append(text(layout)));
        }
        Map<Class<?>, List<ContentRule>> byType = new TreeMap<>(Comparator.comparing(Class::getName));
        rules.forEach(rule ->
                byType.computeIfAbsent(rule.type(), none -> new ArrayList<>()).add(rule));
        byType.forEach((type, each) -> page.append(table(type, each)));
        return page.toString();
    }

    private static String text(LayoutText layout) {
        return "- `" + layout.id() + "` (" + layout.certainty() + "): " + layout.source() + "\n\n"
                + (layout.comment().isBlank()
                        ? ""
                        : "  ```text\n" + layout.comment().indent(2) + "  ```\n\n");
    }

    private static String table(Class<?> type, List<ContentRule> rules) {
        StringBuilder table = new StringBuilder(SourceComments.of(type) + "\n\n");
        table.append(
                "| rule | severity | what is checked, and its source | what is said | 文言 |\n| --- | --- | --- | --- | --- |\n");
        for (ContentRule rule : rules) {
            var finding = new Finding(rule.severity(), rule.id(), 0, null, null, List.of("{0}", "{1}", "{2}", "{3}"));
            table.append("| %s | %s | %s | %s | %s |\n"
                    .formatted(
                            rule.id(),
                            rule.severity().name().toLowerCase(Locale.ROOT),
                            cell(source(rule)),
                            cell(finding.message(Locale.ENGLISH)),
                            cell(finding.message(Locale.JAPANESE))));
        }
        return table.append('\n').toString();
    }

    /** A constant that needs no comment says what it is by its name. */
    private static String source(ContentRule rule) {
        String comment = SourceComments.of(rule.constant());
        return comment.isEmpty()
                ? rule.constant().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                : comment;
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static List<LayoutText> layouts() {
        try (Stream<Path> files = Files.list(LAYOUTS)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(ContentKindsPageTest::layout)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LayoutText layout(Path file) {
        try {
            Map<?, ?> keys = new ObjectMapper(new YAMLFactory()).readValue(file.toFile(), Map.class);
            String comment = Files.readString(file)
                    .lines()
                    .takeWhile(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^# ?", ""))
                    .collect(Collectors.joining("\n"));
            return new LayoutText(
                    String.valueOf(keys.get("kind")),
                    String.valueOf(keys.get("id")),
                    String.valueOf(keys.get("certainty")),
                    String.valueOf(keys.get("source")),
                    comment);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
