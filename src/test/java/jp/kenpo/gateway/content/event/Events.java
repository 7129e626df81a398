package jp.kenpo.gateway.content.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kenpo.gateway.content.Layouts;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.member.StudyKeys;
import jp.kenpo.gateway.purpose.PurposeRegister;

/** Events of the core system for tests. */
public final class Events {

    public static final MemberPseudonyms PSEUDONYMS = new MemberPseudonyms(new byte[32], new StudyKeys(new byte[32]));

    private static final ObjectMapper JSON = new ObjectMapper();

    private Events() {}

    /** Returns the layouts of the project, on a day in April 2026. */
    public static Layouts layouts() {
        Path config = Path.of("config");
        var clock = Clock.fixed(Instant.parse("2026-04-10T01:00:00Z"), ZoneId.of("Asia/Tokyo"));
        return Layouts.load(config, Path.of("schemas"), PurposeRegister.load(config), PSEUDONYMS, clock);
    }

    /** Returns the data of a birth: everything that the society knows. */
    public static Map<String, String> birth() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("保険者番号", "06990014");
        data.put("記号", "101");
        data.put("番号", "1234567");
        data.put("枝番", "02");
        data.put("氏名", "架空　花子");
        data.put("カナ氏名", "カクウ　ハナコ");
        data.put("生年月日", "19950415");
        data.put("性別", "2");
        data.put("郵便番号", "1000001");
        data.put("住所", "東京都千代田区架空町３");
        data.put("宛名", "架空　花子");
        data.put("電話番号", "03-0000-0000");
        data.put("本人家族区分", "2");
        data.put("子の生年月日", "20260401");
        data.put("不開示", "0");
        return data;
    }

    /** Returns the data of an acquired qualification. */
    public static Map<String, String> acquired() {
        Map<String, String> data = new LinkedHashMap<>();
        data.put("異動番号", "E1");
        data.put("版", "1");
        data.put("届書番号", "F1");
        data.put("受付日", "20260409");
        data.put("保険者番号", "06990014");
        data.put("記号", "101");
        data.put("番号", "1234567");
        data.put("枝番", "00");
        data.put("個人番号", "123456789018");
        data.put("本人家族区分", "1");
        data.put("氏名", "架空　次郎");
        data.put("カナ氏名", "カクウ　ジロウ");
        data.put("性別", "1");
        data.put("生年月日", "19900415");
        data.put("郵便番号", "1000001");
        data.put("住所", "東京都千代田区架空町３");
        data.put("資格取得日", "20260401");
        data.put("本人確認判定", "1");
        return data;
    }

    /** Returns a message. */
    public static byte[] message(String type, Map<String, String> data) {
        ObjectNode message = JSON.createObjectNode();
        message.put("specversion", "1.0").put("id", "4711").put("source", "core-system");
        message.put("type", type).put("time", "2026-04-09T10:00:00+09:00");
        message.put("datacontenttype", "application/json");
        ObjectNode values = message.putObject("data");
        data.forEach(values::put);
        return message.toString().getBytes(StandardCharsets.UTF_8);
    }
}
