package jp.kenpo.gateway.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {

    enum Colour {
        LIGHT_BLUE,
        RED
    }

    record Part(String id, int size) {
        Part {
            if (size > 100) {
                throw new IllegalArgumentException("a part is at most 100 in size");
            }
        }
    }

    record Whole(
            String title,
            LocalDate from,
            boolean openEnded,
            Colour colour,
            List<Part> parts,
            @Nullable Set<String> tags,
            @Nullable Map<String, Map<Integer, String>> items,
            @Nullable Path key) {}

    private static final String RIGHT = """
            title: no
            from: 2026-04-01
            open-ended: true
            colour: light-blue
            parts:
              - {id: 06990014, size: 3}
            """;

    @TempDir
    private Path folder;

    @Test
    void takesTextsAsTheyAreWrittenWhateverYamlWouldMakeOfThem() throws IOException {
        var whole = read(RIGHT).content();

        assertThat(whole)
                .isEqualTo(new Whole(
                        "no",
                        LocalDate.of(2026, 4, 1),
                        true,
                        Colour.LIGHT_BLUE,
                        List.of(new Part("06990014", 3)),
                        null,
                        null,
                        null));
    }

    @Test
    void readsSetsMapsAndPaths() throws IOException {
        var whole = read(RIGHT + "tags: [b, a]\nitems: {RE: {5: name}}\nkey: var/key\n")
                .content();

        assertThat(whole.tags()).containsExactly("b", "a");
        assertThat(whole.items()).isEqualTo(Map.of("RE", Map.of(5, "name")));
        assertThat(whole.key()).isEqualTo(Path.of("var/key"));
    }

    @Test
    void saysEveryProblemAtOnceWithItsLineAndWhatToWrite() {
        assertThatThrownBy(() -> read("""
                        title:
                        form: 2026-04-01
                        open-ended: yes
                        colour: green
                        parts:
                          - {id: a, size: three}
                          - {id: b, size: 101}
                        tags: [x, x]
                        items: 5
                        title: again
                        """))
                .isInstanceOf(ConfigurationRejectedException.class)
                .hasMessage(String.join(
                        System.lineSeparator(),
                        at(1, "the value is missing. Write a value, or remove the key if it is optional"),
                        at(1, "key \"from\" is missing. Write \"from: ...\""),
                        at(
                                2,
                                "unknown key \"form\". Known keys here: title, from, open-ended, colour, parts, tags, items, key"),
                        at(3, "\"yes\" is neither true nor false. Write true or false"),
                        at(4, "unknown value \"green\". Write one of: light-blue, red"),
                        at(6, "\"three\" is not a whole number from 0 to 2147483647. Write a whole number from 0"),
                        at(7, "a part is at most 100 in size. Correct the values of this block"),
                        at(8, "\"x\" stands twice in the list. Write it once"),
                        at(9, "a mapping is expected. Write \"key: value\" lines"),
                        at(10, "key \"title\" stands twice. Remove one of the two")));
    }

    @Test
    void fillsPlaceholdersInValuesOnly() throws IOException {
        var file = write(RIGHT.replace("title: no", "title: port ${port:2222} of ${host:a:b}"));

        var whole = ConfigurationFile.read(file, Whole.class, text -> "<" + text + ">")
                .content();

        assertThat(whole.title()).isEqualTo("port <port:2222> of <host:a:b>");
    }

    @Test
    void namesThePlaceholderThatHasNoValue() throws IOException {
        var file = write(RIGHT.replace("title: no", "title: ${port}"));

        assertThatThrownBy(() -> ConfigurationFile.read(file, Whole.class, text -> {
                    throw new IllegalArgumentException("no value for \"" + text + "\"");
                }))
                .hasMessage(at(1, "no value for \"port\". Correct the value"));
    }

    @Test
    void doesNotRepeatAValueThatCameInThroughAPlaceholder() throws IOException {
        var file = write(RIGHT.replace("size: 3", "size: \"${size}\""));

        assertThatThrownBy(() -> ConfigurationFile.read(file, Whole.class, text -> "secret"))
                .hasMessage(at(6, "the value of \"${size}\" does not fit. Write a whole number from 0"));
    }

    @Test
    void refusesPlaceholdersWhereTheFileMustSayTheSameEverywhere() throws IOException {
        var file = write(RIGHT.replace("title: no", "title: ${port:1}"));

        assertThatThrownBy(() -> ConfigurationFile.read(file, Whole.class))
                .hasMessage(at(1, "this file may hold no placeholders. Correct the value"));
    }

    @Test
    void refusesAPlaceholderThatIsNotClosed() {
        assertThatThrownBy(() -> read(RIGHT.replace("title: no", "title: ${port")))
                .hasMessage(at(1, "a placeholder is not closed. Correct the value"));
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> read("# nothing yet\n"))
                .hasMessage(folderName() + "/file.yaml: the file is empty. Write keys and values, one key a line");
    }

    @Test
    void refusesAFileThatIsNoMapping() {
        assertThatThrownBy(() -> read("- a\n- b\n"))
                .hasMessage(at(1, "the file is not a mapping. Write keys and values, one key a line"));
    }

    @Test
    void saysTheLineWhereTheYamlBreaks() {
        assertThatThrownBy(() -> read("title: a\n\tfrom: b\n"))
                .isInstanceOf(ConfigurationRejectedException.class)
                .hasMessageStartingWith(folderName() + "/file.yaml:2: not readable as YAML: ")
                .hasMessageEndingWith("Correct the YAML at this line");
    }

    @Test
    void refusesAnchorsAndStopsAliasesBeforeTheyMultiply() {
        assertThatThrownBy(() -> read(RIGHT.replace("title: no", "title: &t no")))
                .hasMessage(at(1, "anchor \"t\". Write the value out where it is needed"));
        assertThatThrownBy(() -> read("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"))
                .isInstanceOf(ConfigurationRejectedException.class)
                .hasMessageContaining("not readable as YAML");
    }

    @Test
    void refusesAFileThatIsNotThereAndOneThatIsNotUtf8() throws IOException {
        assertThatThrownBy(() -> ConfigurationFile.read(folder.resolve("none.yaml"), Whole.class))
                .hasMessage(folderName() + "/none.yaml: the file does not exist. Create it, or correct the folder");
        var file = Files.write(folder.resolve("file.yaml"), "title: 健保".getBytes(Charset.forName("windows-31j")));
        assertThatThrownBy(() -> ConfigurationFile.read(file, Whole.class))
                .hasMessage(
                        folderName() + "/file.yaml: the file is not UTF-8. Save it as UTF-8 without a byte order mark");
    }

    @Test
    void knowsTheLineOfANodeAndElseOfItsNearestParent() throws IOException {
        var file = read(RIGHT);

        assertThat(file.lineOf()).isEqualTo(1);
        assertThat(file.lineOf("parts")).isEqualTo(5);
        assertThat(file.lineOf("parts", 0, "size")).isEqualTo(6);
        assertThat(file.lineOf("parts", 7)).isEqualTo(5);
        assertThat(file.lineOf("none", "at", "all")).isEqualTo(1);
        assertThat(file.problem("wrong", "Do it right", "colour")).hasToString(at(4, "wrong. Do it right"));
    }

    @Test
    void refusesAFileThatWouldBeOverlookedForItsName() throws IOException {
        Files.writeString(folder.resolve("a.yml"), "x: 1");

        assertThatThrownBy(() -> ConfigurationFolder.files(folder, ".yaml"))
                .hasMessage(folderName() + "/a.yml: the name ends in .yml and would be overlooked. Rename it to .yaml");
    }

    private ConfigurationFile<Whole> read(String text) throws IOException {
        return ConfigurationFile.read(write(text), Whole.class);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("file.yaml"), text, StandardCharsets.UTF_8);
    }

    private String at(int line, String message) {
        return folderName() + "/file.yaml:" + line + ": " + message;
    }

    private String folderName() {
        return folder.toString();
    }
}
