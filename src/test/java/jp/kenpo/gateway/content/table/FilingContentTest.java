package jp.kenpo.gateway.content.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import org.junit.jupiter.api.Test;

/** Reads what the layout of this project says, {@code config/layouts/filing.yaml}. */
class FilingContentTest {

    private static final Charset WINDOWS_31J = Charset.forName("windows-31j");
    private static final String HEAD = "21,01,ｱｲｳ,001,20260401,22223\r\n[kanri]\r\n,001\r\n"
            + "21,01,ｱｲｳ,12345,100,0001,東京都千代田区架空町１丁目,架空商事株式会社,架空　一郎,03-0000-0000\r\n[data]\r\n";
    private static final String ACQUISITION = "2200700,21,01,ｱｲｳ,12345,77,ｶｸｳ ﾀﾛｳ,架空　太郎,7,020415,1,1,123456789018,,,"
            + "1234,567890,9,080401,0,250000,0,250000,,,,,\"備考,あり\",100,0001,ﾄｳｷﾖｳﾄ,東京都千代田区架空町３,,1\r\n";
    private static final String LOSS = "2201700,21,01,ｱｲｳ,12345,101,1234567,00,ｶｸｳ ﾊﾅｺ,架空　花子,5,600102,,1234,567890,"
            + "9,080401,4,9,080331,,,,1,,,\r\n";
    private static final String WHOLE = HEAD + ACQUISITION + LOSS;

    private final FilingForm form = ConfigurationFile.read(Path.of("config/layouts/filing.yaml"), FilingForm.class)
            .content();
    private final FilingContent content = new FilingContent(FilingLayout.of(form, MadeUpLayouts.surroundings()));
    private final Set<String> all = RecordForms.fields(form.columns());

    @Test
    void readsFilingsByTheirForm() throws IOException {
        Reading reading = read(WHOLE);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.counts()).isEqualTo(Map.of("records", 2L, "lines", 7L));
        assertThat(reading.members()).as("the loss names its member").isEqualTo(1);
        assertThat(reading.fields()).contains("my-number.number", "enrolment.qualified-from", "enrolment.loss-reason");
        assertThat(reading.myNumbers().declared()).hasSize(1);
        assertThat(reading.myNumbers().findings()).isEmpty();
    }

    @Test
    void namesRowAndColumnOfWhatIsWrong() throws IOException {
        Reading reading = read(HEAD
                + ACQUISITION.replace("123456789018", "123456789019").replace("ｶｸｳ ﾀﾛｳ", "カクウ")
                + "2299999,21\r\n"
                + LOSS.replace(",080401,4,", ",8041,4,")
                + LOSS.replace("\r\n", ",x\r\n"));

        assertThat(reading.findings())
                .extracting(Finding::rule, Finding::line, Finding::record, Finding::field)
                .containsExactly(
                        tuple("C25", 6L, "row 1", "被保険者氏名（カナ）"),
                        tuple("C31", 6L, "row 1", "個人番号"),
                        tuple("H07", 7L, "row 2", null),
                        tuple("C09", 8L, "row 3", "資格喪失年月日"),
                        tuple("C05", 9L, "row 4", null));
        assertThat(reading.records()).isEqualTo(4);
    }

    @Test
    void missesSectionsAndEstablishments() throws IOException {
        assertThat(rules(WHOLE.replace("[data]\r\n", ""))).contains("H06");
        assertThat(rules(WHOLE.replace("[kanri]\r\n", ""))).containsExactly("H09", "H09", "H06");
        assertThat(rules(WHOLE + "[data]\r\n")).containsExactly("H09");
        assertThat(rules(WHOLE.replace("\r\n,001\r\n", "\r\n,002\r\n"))).containsExactly("H08");
        assertThat(rules(HEAD)).containsExactly("C16");
        assertThat(rules("")).containsExactly("C01");
        assertThat(rules(WHOLE.replace("\r\n", "\n"))).containsExactly("H04");
        assertThat(rules(HEAD + "\"2200700,21\r\n" + LOSS)).containsExactly("C15");
    }

    @Test
    void leavesEveryByteWhenEverythingIsPermitted() throws IOException {
        assertThat(project(WHOLE, all)).isEqualTo(WHOLE);
    }

    @Test
    void emptiesWhatIsNotPermittedAndKeepsThePlaces() throws IOException {
        Set<String> permitted = new HashSet<>(all);
        permitted.removeAll(Set.of("my-number.number", "member-identity.name", "contact.address"));
        var out = new ByteArrayOutputStream();

        Projected projected =
                content.project(new ByteArrayInputStream(WHOLE.getBytes(WINDOWS_31J)), out, Permission.of(permitted));

        assertThat(out.toString(WINDOWS_31J))
                .isEqualTo(HEAD
                        + ACQUISITION
                                .replace("架空　太郎", "")
                                .replace("123456789018", "")
                                .replace("100,0001,ﾄｳｷﾖｳﾄ,東京都千代田区架空町３", ",,,")
                        + LOSS.replace("架空　花子", ""));
        assertThat(projected.records()).isEqualTo(2);
        assertThat(projected.removed())
                .isEqualTo(Map.of("my-number.number", 1L, "member-identity.name", 2L, "contact.address", 4L));
    }

    @Test
    void masksMyNumbersWhereverTheyStand() throws IOException {
        String hidden = WHOLE.replace("備考,あり", "123456789018");
        var out = new ByteArrayOutputStream();

        content.project(new ByteArrayInputStream(hidden.getBytes(WINDOWS_31J)), out, new Permission(all, true));

        assertThat(read(hidden).myNumbers().findings()).hasSize(1);
        assertThat(out.toString(WINDOWS_31J)).doesNotContain("123456789018").contains(",************,,,");
    }

    @Test
    void letsNothingLeaveThatItDoesNotUnderstand() {
        assertThatThrownBy(() -> project(HEAD + "2299999,21\r\n", all))
                .isInstanceOf(IOException.class)
                .hasMessage("line 6 of the filings is none of its layout; it can't leave");
        assertThatThrownBy(() -> project(WHOLE.replace("[kanri]\r\n", ""), all)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> project(HEAD + LOSS.replace("\r\n", ",x\r\n"), all))
                .isInstanceOf(IOException.class);
    }

    private Reading read(String text) throws IOException {
        return content.read(new ByteArrayInputStream(text.getBytes(WINDOWS_31J)), Arrival.UNKNOWN);
    }

    private List<String> rules(String text) throws IOException {
        return read(text).findings().stream().map(Finding::rule).toList();
    }

    private String project(String text, Set<String> fields) throws IOException {
        var out = new ByteArrayOutputStream();
        content.project(new ByteArrayInputStream(text.getBytes(WINDOWS_31J)), out, Permission.of(fields));
        return out.toString(WINDOWS_31J);
    }
}
