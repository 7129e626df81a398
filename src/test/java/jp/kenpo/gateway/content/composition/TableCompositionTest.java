package jp.kenpo.gateway.content.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import jp.kenpo.gateway.configuration.Problem;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.RowFlag;
import jp.kenpo.gateway.content.event.Events;
import jp.kenpo.gateway.member.MemberIdentity;
import jp.kenpo.gateway.member.StudyKeys;
import jp.kenpo.gateway.purpose.PurposeRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCompositionTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String BORN = "jp.kenpo.member.born";
    private static final String NAMES =
            "保険者番号,記号,番号,枝番,氏名,カナ氏名,生年月日,性別,郵便番号,住所,健診実施日,BMI,収縮期血圧,拡張期血圧," + "HbA1c,LDLコレステロール,診療年月,傷病名コード,決定点数\r\n";
    private static final String FIRST =
            "06990014,101,1234567,00,架空　太郎,カクウ　タロウ,19800415,1,1000001,東京都千代田区架空町３,20260401,24.5,128,80,5.6,120,"
                    + "202603,8833421,1234\r\n";
    private static final String OTHER =
            "06990014,101,1234567,01,架空　花子,カクウ　ハナコ,19820415,2,1000001,東京都千代田区架空町３,,,,,,,202603,8833421,99\r\n";

    private final Layouts layouts = Events.layouts();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path config;

    @Test
    void makesNameAndAddressOutOfABirth() throws IOException {
        List<Finding> findings = compose("new-parent", Events.message(BORN, Events.birth()), Map.of());

        assertThat(findings).isEmpty();
        assertThat(out.toString(WINDOWS_31J)).isEqualTo("郵便番号,住所,氏名,不開示\r\n1000001,東京都千代田区架空町３,架空　花子,0\r\n");
        var left = new ByteArrayOutputStream();
        layouts.content("new-parent")
                .project(
                        new ByteArrayInputStream(out.toByteArray()),
                        left,
                        Permission.of(Set.of("contact.name", "contact.address")));
        assertThat(left.toString(WINDOWS_31J)).isEqualTo("郵便番号,住所,氏名\r\n1000001,東京都千代田区架空町３,架空　花子\r\n");
    }

    @Test
    void keepsTheFlagThatHoldsARowBack() throws IOException {
        var hidden = Events.birth();
        hidden.put("不開示", "1");
        compose("new-parent", Events.message(BORN, hidden), Map.of());
        var left = new ByteArrayOutputStream();

        var projected = layouts.content("new-parent")
                .project(
                        new ByteArrayInputStream(out.toByteArray()),
                        left,
                        new Permission(
                                Set.of("contact.name", "contact.address"), false, Set.of(RowFlag.NON_DISCLOSURE)));

        assertThat(projected.held()).isEqualTo(1);
        assertThat(left.toString(WINDOWS_31J)).isEqualTo("郵便番号,住所,氏名\r\n");
    }

    @Test
    void putsTheKeyOfTheStudyInThePlaceOfTheMember() throws IOException {
        List<Finding> findings =
                compose("measurement", (NAMES + FIRST + OTHER + FIRST).getBytes(WINDOWS_31J), Map.of());

        assertThat(findings).isEmpty();
        List<String> lines = out.toString(WINDOWS_31J).lines().toList();
        assertThat(lines.get(0)).isEqualTo("研究用番号,生年月日,性別,健診実施日,BMI,収縮期血圧,拡張期血圧,HbA1c,LDLコレステロール,診療年月,傷病名コード,決定点数");
        assertThat(lines.get(1)).matches("[A-P]{32},19800415,1,20260401,24.5,128,80,5.6,120,202603,8833421,1234");
        assertThat(lines.get(2)).matches("[A-P]{32},19820415,2,,,,,,,202603,8833421,99");
        assertThat(lines.get(3)).isEqualTo(lines.get(1));
        assertThat(key(lines.get(2))).isNotEqualTo(key(lines.get(1)));
        assertThat(out.toString(WINDOWS_31J)).doesNotContain("1234567", "架空", "カクウ");
        assertThat(layouts.content("measurement")
                        .read(new ByteArrayInputStream(out.toByteArray()), Arrival.UNKNOWN)
                        .findings())
                .isEmpty();
    }

    @Test
    void givesAMemberAnotherKeyInEveryStudy() {
        var member = MemberIdentity.withBranch("06990014", "101", "1234567", "00");
        var studies = new StudyKeys(new byte[32]);

        assertThat(studies.of("one", member))
                .isEqualTo(studies.of("one", member))
                .isNotEqualTo(studies.of("two", member));
        assertThat(Events.PSEUDONYMS.studies().of("one", member)).isEqualTo(studies.of("one", member));
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThat(new StudyKeys(otherKey).of("one", member)).isNotEqualTo(studies.of("one", member));
    }

    @Test
    void composesNothingOfASourceThatBreaksItsLayout() throws IOException {
        byte[] source = (NAMES + FIRST.replace("19800415", "1980/4/15")).getBytes(WINDOWS_31J);

        assertThat(compose("measurement", source, Map.of()))
                .extracting(Finding::rule, Finding::line, Finding::field)
                .containsExactly(tuple("L02", 0L, null), tuple("C08", 2L, "生年月日"));
    }

    @Test
    void namesTheRowThatNamesNoMember() throws IOException {
        String layout = made("csv", "from: measurement-source\nbatched: false\n", "study-key: jast, ")
                .replace("required: true", "required: false");
        Layouts own = load(layout, true);

        var findings = own.composition("made-up")
                .orElseThrow()
                .compose(
                        new ByteArrayInputStream("番号,枝番\r\n1234567,\r\n".getBytes(WINDOWS_31J)),
                        id -> open(Map.of(), id),
                        out);

        assertThat(findings).extracting(Finding::rule).containsExactly("L02", "L03");
    }

    @Test
    void makesOneTableOfAllPartsOfABatch() throws IOException {
        Layouts own = load(batched(), false);
        var composition = own.composition("made-up").orElseThrow();
        var other = Events.birth();
        other.put("番号", "7654321");
        Map<String, byte[]> parts = Map.of(
                "A".repeat(26), Events.message(BORN, Events.birth()), "B".repeat(26), Events.message(BORN, other));

        var findings = composition.compose(
                new ByteArrayInputStream(
                        ("B".repeat(26) + "\n" + "A".repeat(26) + "\n").getBytes(StandardCharsets.UTF_8)),
                id -> open(parts, id),
                out);

        assertThat(findings).isEmpty();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("番号,区分\r\n7654321,9\r\n1234567,9\r\n");
    }

    @Test
    void namesThePartThatIsMissingAndThePartThatIsWrong() throws IOException {
        Layouts own = load(batched(), false);
        var composition = own.composition("made-up").orElseThrow();
        Map<String, byte[]> parts = Map.of("A".repeat(26), Events.message("jp.kenpo.member.lost", Events.birth()));

        var findings = composition.compose(
                new ByteArrayInputStream(
                        ("A".repeat(26) + "\n" + "B".repeat(26) + "\n").getBytes(StandardCharsets.UTF_8)),
                id -> open(parts, id),
                out);

        assertThat(findings)
                .extracting(Finding::rule, Finding::record)
                .containsExactly(tuple("L02", "part 1"), tuple("S09", "part 1"), tuple("L01", "part 2"));
    }

    @Test
    void namesTheColumnWithACharacterThatTheEncodingLacks() throws IOException {
        var birth = Events.birth();
        birth.put("宛名", "𠮷田　花子");

        assertThat(compose("new-parent", Events.message(BORN, birth), Map.of()))
                .extracting(Finding::rule, Finding::field)
                .containsExactly(tuple("L02", null), tuple("L04", "氏名"));
    }

    @Test
    void refusesALayoutWhoseColumnsHaveNoOriginOrTwo() throws IOException {
        assertThat(problems(batched().replace("{name: 番号", "{name: 社員番号")))
                .containsExactly("layout birth-event has no column \"社員番号\"");
        assertThat(problems(batched().replace("constant: \"9\"", "constant: \"9\", from: 番号")))
                .containsExactly("two origins of one column");
        assertThat(problems(batched().replace("constant: \"9\"", "study-key: a")))
                .containsExactly("study-key and field member-identity.study-key belong together");
        assertThat(problems(batched().replace("from: birth-event", "from: made-up")))
                .containsExactly("layout \"made-up\" can't be used here");
        assertThat(problems(batched().replace("encoding: utf-8", "encoding: detect")))
                .containsExactly("a table can't be written in any encoding");
        assertThat(problems(batched()
                        .replace("kind: table-composition", "kind: csv")
                        .replace("from: birth-event\nbatched: true\n", "")))
                .containsExactly("only a composed column is taken from somewhere");
    }

    private static String batched() {
        return made("utf-8", "from: birth-event\nbatched: true\n", "")
                + "  - {name: 区分, field: member-identity.sex, constant: \"9\", required: true, type: digits}\n";
    }

    private static String made(String encoding, String keys, String origin) {
        String field = origin.isEmpty() ? "insured-identifier" : "study-key";
        return "id: made-up\ncategory: member-identity\nkind: table-composition\ncertainty: sandbox\nsource: test\n"
                + keys
                + "encoding: " + (encoding.equals("csv") ? "windows-31j" : encoding) + "\nheader: required\ncolumns:\n"
                + "  - {name: 番号, field: member-identity." + field + ", " + origin + "required: true, type: text}\n";
    }

    private List<String> problems(String layout) throws IOException {
        var rejected = catchThrowableOfType(ConfigurationRejectedException.class, () -> load(layout, false));
        return rejected == null
                ? List.of()
                : rejected.problems().stream().map(Problem::what).toList();
    }

    /** @param ownSource whether the source is a table of number and branch alone */
    private Layouts load(String layout, boolean ownSource) throws IOException {
        Files.createDirectories(config.resolve("layouts"));
        Files.createDirectories(config.resolve("purposes"));
        for (String file : List.of("categories.yaml", "society.yaml", "layouts/birth-event.yaml")) {
            Files.copy(
                    Path.of("config").resolve(file),
                    config.resolve(file),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        if (ownSource) {
            Files.writeString(config.resolve("layouts/measurement-source.yaml"), """
                    id: measurement-source
                    category: member-identity
                    kind: csv
                    certainty: sandbox
                    source: test
                    encoding: windows-31j
                    header: required
                    columns:
                      - {name: 番号, field: member-identity.insured-identifier, required: true, type: text}
                      - {name: 枝番, field: member-identity.insured-identifier, required: false, type: digits}
                    members: {number: 番号, branch: 枝番}
                    """);
        }
        Files.writeString(config.resolve("layouts/made-up.yaml"), layout);
        return Layouts.load(config, config, PurposeRegister.load(config), Events.PSEUDONYMS, Clock.systemUTC());
    }

    private List<Finding> compose(String layout, byte[] request, Map<String, byte[]> parts) throws IOException {
        return layouts.composition(layout)
                .orElseThrow()
                .compose(new ByteArrayInputStream(request), id -> open(parts, id), out);
    }

    private static ByteArrayInputStream open(Map<String, byte[]> parts, String id) throws FileNotFoundException {
        byte[] part = parts.get(id);
        if (part == null) {
            throw new FileNotFoundException(id);
        }
        return new ByteArrayInputStream(part);
    }

    private static String key(String line) {
        return line.substring(0, 32);
    }
}
