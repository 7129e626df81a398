package jp.kenpo.gateway.content.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.member.MemberPseudonyms;

/** Layouts that stand in a test as the YAML that an installation would write. */
final class MadeUpLayouts {

    static final MemberPseudonyms PSEUDONYMS = new MemberPseudonyms(new byte[32]);

    private static final Society SOCIETY =
            new Society("架空健康保険組合", "Fictional", new LinkedHashSet<>(List.of("06990014", "06132013")));

    private MadeUpLayouts() {}

    static LayoutSurroundings surroundings() {
        var clock = Clock.system(ZoneId.of("Asia/Tokyo"));
        return new LayoutSurroundings(SOCIETY, PSEUDONYMS, clock, Path.of("schemas"), Map.of());
    }

    /** Returns the reader of a table whose layout goes on with these lines. */
    static CsvContent csv(String yaml) {
        return CsvContent.of(form("csv", yaml, CsvForm.class), surroundings());
    }

    static <F extends LayoutForm> F form(String kind, String yaml, Class<F> type) {
        try {
            Path file = Files.createTempFile("layout", ".yaml");
            try {
                Files.writeString(
                        file,
                        "id: made-up\ncategory: member-identity\nkind: " + kind + "\ncertainty: sandbox\nsource: test\n"
                                + yaml);
                return ConfigurationFile.read(file, type).content();
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
