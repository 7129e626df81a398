package jp.kenpo.gateway.content.qualification;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.content.table.ColumnForm;
import jp.kenpo.gateway.member.MemberPseudonyms;

/** Registration files in the layout of this project, row by row; every person is made up. */
final class Registrations {

    static final LocalDate TODAY = LocalDate.of(2026, 4, 10);
    static final MemberPseudonyms PSEUDONYMS = new MemberPseudonyms(new byte[32]);

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final QualificationForm FORM = form("qualification-registration", QualificationForm.class);

    private final List<Map<String, String>> rows = new ArrayList<>();

    private Registrations() {}

    static <F extends LayoutForm> F form(String layout, Class<F> type) {
        return ConfigurationFile.read(Path.of("config/layouts/" + layout + ".yaml"), type)
                .content();
    }

    static LayoutSurroundings surroundings() {
        var society = new Society("架空健康保険組合", "Fictional", new LinkedHashSet<>(List.of("06990014", "06132013")));
        var clock = Clock.fixed(TODAY.atTime(9, 0).atZone(TOKYO).toInstant(), TOKYO);
        return new LayoutSurroundings(society, PSEUDONYMS, clock, Path.of("schemas"), Map.of());
    }

    /**
     * Returns a file of one event.
     *
     * @param changes column, value, column, value …
     */
    static Registrations of(String event, String... changes) {
        return new Registrations().and(event, changes);
    }

    /** Adds an event: by itself right for the insured person 1234567-00. */
    Registrations and(String event, String... changes) {
        Map<String, String> row = new LinkedHashMap<>();
        FORM.columns().stream().map(ColumnForm::name).forEach(name -> row.put(name, ""));
        row.putAll(Map.of("異動番号", "E" + (rows.size() + 1), "版", "1", "異動区分", event, "受付日", "20260409"));
        row.putAll(Map.of("保険者番号", "06990014", "記号", "101", "番号", "1234567", "枝番", "00", "本人家族区分", "1"));
        row.putAll(Map.of("氏名", "架空　太郎", "カナ氏名", "カクウ　タロウ", "性別", "1", "生年月日", "19900415"));
        row.putAll(Map.of("住所", "東京都千代田区架空町３", "個人番号", "123456789018", "資格取得日", "20260401"));
        for (int i = 0; i < changes.length; i += 2) {
            if (row.put(changes[i], changes[i + 1]) == null) {
                throw new IllegalArgumentException("no column " + changes[i]);
            }
        }
        rows.add(row);
        return this;
    }

    byte[] bytes() {
        String header = FORM.columns().stream().map(ColumnForm::name).collect(Collectors.joining(",", "", "\r\n"));
        return rows.stream()
                .map(row -> String.join(",", row.values()) + "\r\n")
                .collect(Collectors.joining("", header, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Reads the file and keeps the events that are free of errors. */
    Reading read(List<QualificationEvent> events) throws IOException {
        return new QualificationContent(FORM, surroundings()).read(new ByteArrayInputStream(bytes()), events::add);
    }

    /** Returns each finding as rule, row and column. */
    List<String> findings() throws IOException {
        return read(new ArrayList<>()).findings().stream()
                .map(each -> each.rule() + " " + each.record() + " " + each.field())
                .toList();
    }
}
