package jp.kenpo.gateway.content.employer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.purpose.PurposeRegister;

/** Checkup files of employers for tests, and the reader of the layout that is shipped. */
final class Uploads {

    static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    /** The minimal columns for a person under forty, so that no other is missed in a cell. */
    static final List<String> HEADER =
            List.of("保険者番号", "記号", "番号", "枝番", "氏名（カナ）", "生年月日", "性別", "受診日", "健診機関番号", "身長", "体重");

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-10-01T00:00:00Z"), ZoneId.of("Asia/Tokyo"));

    private static final Content CONTENT = load();

    private Uploads() {}

    static Content content() {
        return CONTENT;
    }

    private static Content load() {
        Path config = Path.of("config");
        return Layouts.load(
                        config,
                        Path.of("schemas"),
                        PurposeRegister.load(config),
                        new MemberPseudonyms(new byte[32]),
                        CLOCK)
                .content("employer-checkup");
    }

    /** Returns a row of {@link #HEADER} without anything to be said of it. */
    static List<String> row(int person) {
        return List.of(
                "06999999",
                "99",
                String.valueOf(1000 + person),
                "00",
                "テスト　ハナコ",
                "19911111",
                "2",
                "20250418",
                "9910000018",
                "160.5",
                "55.0");
    }

    static Reading read(byte[] file) throws IOException {
        return content().read(new ByteArrayInputStream(file), Arrival.UNKNOWN);
    }

    static byte[] csv(List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        rows.forEach(row -> out.writeBytes((String.join(",", row) + "\r\n").getBytes(WINDOWS_31J)));
        return out.toByteArray();
    }
}
