package jp.kenpo.gateway.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.ContentRules.ContentRule;
import org.junit.jupiter.api.Test;

/** Every rule says in Japanese and in English what was found and what was expected, and who does what now. */
class RuleTextsTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final String REMEDY = ".do";

    /** Other keys are words that a content needs beside its findings. */
    private static final Pattern RULE = Pattern.compile("[A-Z]\\d+[a-z]*(\\.do)?");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");

    private final List<ContentRule> rules = ContentRules.all();

    @Test
    void givesEveryRuleAnIdOfItsOwn() {
        assertThat(rules).extracting(ContentRule::id).doesNotHaveDuplicates().hasSizeGreaterThan(90);
    }

    @Test
    void saysWhatWasFoundAndWhatToDoInBothLanguages() throws IOException {
        Set<String> expected = rules.stream()
                .flatMap(rule -> Stream.of(rule.id(), rule.id() + REMEDY))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(texts("").keySet()).containsExactlyElementsOf(expected);
        assertThat(texts("_ja").keySet()).containsExactlyElementsOf(expected);
    }

    @Test
    void writesPatternsThatCanBeFilledIn() throws IOException {
        for (Map<String, String> texts : List.of(texts(""), texts("_ja"))) {
            texts.forEach((key, text) -> {
                assertThat(new MessageFormat(text).toPattern()).as(key).isNotBlank();
                assertThat(text.replace("''", ""))
                        .as(key + ": an apostrophe is written twice")
                        .doesNotContain("'");
                assertThat(text).as(key).isEqualTo(text.strip());
            });
        }
    }

    @Test
    void namesTheSameFiguresInBothLanguages() throws IOException {
        Map<String, String> japanese = texts("_ja");
        texts("")
                .forEach((key, english) ->
                        assertThat(arguments(japanese.get(key))).as(key).isEqualTo(arguments(english)));
    }

    @Test
    void saysDifferentThingsInTheTwoLanguagesAndInTheTwoTexts() throws IOException {
        Map<String, String> english = texts("");
        texts("_ja").forEach((key, japanese) -> assertThat(japanese)
                .as(key)
                .isNotEqualTo(english.get(key))
                .containsPattern("[\\p{IsHiragana}\\p{IsKatakana}\\p{IsHan}]")
                .doesNotEndWith(" "));
        rules.forEach(
                rule -> assertThat(english.get(rule.id())).as(rule.id()).isNotEqualTo(english.get(rule.id() + REMEDY)));
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Reads the bundles that findings are looked up in; a key that stands twice is refused. */
    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String bundle : Finding.TEXTS) {
            String file = bundle.substring(bundle.indexOf('.') + 1) + language + ".properties";
            var properties = new Properties();
            try (var in = Files.newBufferedReader(MESSAGES.resolve(file), StandardCharsets.UTF_8)) {
                properties.load(in);
            }
            properties.keySet().removeIf(key -> !RULE.matcher(key.toString()).matches());
            properties.forEach((key, text) -> assertThat(texts.put(key.toString(), text.toString()))
                    .as(key + " stands twice")
                    .isNull());
        }
        return texts;
    }
}
