package jp.kenpo.gateway.content.mynumber;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.mynumber.NumberedFiles.Made;
import jp.kenpo.gateway.member.MyNumberSearch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised about My Numbers (個人番号), over 10,000 files of every kind without one and as many with one. */
class MyNumberPromiseTest {

    private static final int FILES = 10_000;

    @TempDir
    static Path config;

    private static Layouts layouts;

    private final NumberedFiles files = new NumberedFiles(20_261_001);

    @BeforeAll
    static void load() throws IOException {
        layouts = NumberedFiles.layouts(config);
    }

    @Test
    void raisesNoAlarmInTenThousandFilesWithoutANumber() throws IOException {
        int alarms = 0;
        for (int i = 0; i < FILES; i++) {
            alarms += read(files.file("")).myNumbers().count() > 0 ? 1 : 0;
        }
        assertThat(alarms).isZero();
    }

    @Test
    void missesNoneInTenThousandFilesWithANumberInSomeText() throws IOException {
        int missed = 0;
        for (int i = 0; i < FILES; i++) {
            missed += read(files.file(files.number())).myNumbers().count() == 1 ? 0 : 1;
        }
        assertThat(missed).isZero();
    }

    @Test
    void missesNoneInDeclaredColumns() throws IOException {
        for (int i = 0; i < FILES / 10; i++) {
            var sightings = read(files.tableWithDeclared(files.number())).myNumbers();
            assertThat(sightings.declared()).extracting(Finding::rule).containsExactly("G04");
            assertThat(sightings.count()).isEqualTo(1);
        }
    }

    @Test
    void saysNothingOfTheNumberInAnyLanguage() throws IOException {
        for (int i = 0; i < 500; i++) {
            String number = files.number();
            Reading reading = read(files.file(number)).refusingMyNumbers();
            assertThat(reading.accepted()).isFalse();
            for (Finding finding : reading.findings()) {
                String said = finding + finding.message(Locale.JAPANESE) + finding.message(Locale.ENGLISH);
                assertThat(said).doesNotContain(number);
                assertThat(MyNumberSearch.in(said)).isEmpty();
            }
        }
    }

    @Test
    void masksEveryNumberAndNothingElse() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            Made made = files.file(files.number());
            var out = new ByteArrayOutputStream();
            Projected projected = project(made, out, true);

            assertThat(projected.removed()).containsEntry("my-number.number", 1L);
            assertThat(read(new Made(made.layout(), out.toByteArray()))
                            .myNumbers()
                            .count())
                    .isZero();
            if (!made.layout().equals("re-examination-selection")) {
                // a JSON message is written anew
                assertThat(maskedPlaces(text(made.bytes(), made), text(out.toByteArray(), made)))
                        .isEqualTo(12);
            }
        }
    }

    @Test
    void changesNoByteWhereThereIsNothingToMask() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            Made made = files.file("");
            var out = new ByteArrayOutputStream();
            assertThat(project(made, out, true).removed()).isEmpty();
            assertThat(out.toByteArray()).isEqualTo(made.bytes());
        }
    }

    @Test
    void masksADeclaredColumnWholeWhereItMayLeave() throws IOException {
        var out = new ByteArrayOutputStream();
        project(files.tableWithDeclared("123456789018"), out, true);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("************")
                .doesNotContain("9018");
    }

    @Test
    void refusesToMaskWhatCantBeMaskedOneByOne() throws IOException {
        String rows = Stream.generate(files::number)
                .filter(number -> number.matches("[0-9]{12}"))
                .limit(20)
                .map(number -> ",架空 太郎," + number + ",,,\r\n")
                .collect(Collectors.joining());
        Reading reading =
                read(new Made("numbers", ("番号,氏名,会社法人等番号,処理日時,電話,備考\r\n" + rows).getBytes(StandardCharsets.UTF_8)));

        assertThat(reading.accepted()).isTrue();
        assertThat(reading.maskingMyNumbers().accepted()).isFalse();
        assertThat(reading.maskingMyNumbers().findings())
                .extracting(Finding::rule)
                .contains("G05");
    }

    private static int maskedPlaces(String before, String after) {
        assertThat(after).hasSameSizeAs(before);
        int places = 0;
        for (int i = 0; i < before.length(); i++) {
            if (before.charAt(i) != after.charAt(i)) {
                assertThat(after.charAt(i)).isIn('*', '＊');
                places++;
            }
        }
        return places;
    }

    private static Reading read(Made made) throws IOException {
        return layouts.content(made.layout()).read(new ByteArrayInputStream(made.bytes()), Arrival.UNKNOWN);
    }

    private static Projected project(Made made, ByteArrayOutputStream out, boolean mask) throws IOException {
        Content content = layouts.content(made.layout());
        Set<String> fields = layouts.find(made.layout()).orElseThrow().fields();
        return content.project(new ByteArrayInputStream(made.bytes()), out, new Permission(fields, mask));
    }

    private static String text(byte[] bytes, Made made) {
        Charset charset = made.layout().equals("receipt") ? NumberedFiles.WINDOWS_31J : StandardCharsets.UTF_8;
        return new String(bytes, charset);
    }
}
