package jp.kenpo.gateway.content.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import org.junit.jupiter.api.Test;

class EmployerProjectionTest {

    private static final List<String> HEADER =
            List.of("体重(kg)", "備考", "保険者番号", "記号", "番号", "性別", "生年月日", "受診日", "健診機関名", "既往歴", "医師の診断");
    private static final List<String> ROW = List.of(
            "55.0", "内緒", "6999999", "９９", "1001", "女", "H3.11.11", "2025/4/18", "架空医院", "\"高血圧,\n痛風\"", "-経過観察");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void writesPermittedColumnsInTheOrderAndTheFormsOfTheLayout() throws IOException {
        Projected projected = project("checkup-result.person", "checkup-result.result");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("\uFEFF保険者番号,記号,番号,生年月日,性別,受診日,体重,既往歴,医師の診断\r\n"
                        + "06999999,99,1001,19911111,2,20250418,55.0,\"高血圧,　痛風\",'-経過観察\r\n");
        assertThat(projected.records()).isEqualTo(1);
        assertThat(projected.left()).containsExactlyInAnyOrder("checkup-result.person", "checkup-result.result");
        assertThat(projected.removed()).isEqualTo(Map.of("checkup-result.provider", 1L));
    }

    @Test
    void writesNothingWhereNothingIsPermitted() throws IOException {
        project("checkup-result.questionnaire");

        assertThat(out.size()).isZero();
    }

    @Test
    void nothingLeavesOfAFileThatCannotBeReadAsAWhole() {
        byte[] file = Uploads.csv(List.of(Uploads.HEADER, Uploads.row(1), List.of("x")));

        assertThatThrownBy(() -> Uploads.content()
                        .project(new ByteArrayInputStream(file), out, Permission.of(Set.of("checkup-result.person"))))
                .isInstanceOf(IOException.class)
                .hasMessage("the file can't be read as a whole, so nothing of it may leave: W11 in line 3");
    }

    @Test
    void masksAMyNumberWhereThatIsAsked() throws IOException {
        List<String> row = new ArrayList<>(ROW);
        row.set(10, "個人番号は123456789018");
        byte[] file = Uploads.csv(List.of(HEADER, row));

        Uploads.content()
                .project(new ByteArrayInputStream(file), out, new Permission(Set.of("checkup-result.result"), true));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("個人番号は************")
                .doesNotContain("1234");
    }

    private Projected project(String... fields) throws IOException {
        return Uploads.content()
                .project(
                        new ByteArrayInputStream(Uploads.csv(List.of(HEADER, ROW))),
                        out,
                        Permission.of(Set.of(fields)));
    }
}
