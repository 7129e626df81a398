package jp.kenpo.gateway.disclosure;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kenpo.gateway.disclosure.ProvisionRecord.Member;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as the table that the society keeps (確認・記録義務の記録簿), one row a member, CR LF.
 *
 * <p>It names members: whoever writes it to a file keeps the file to its owner. A text that a spreadsheet would carry out
 * gets an apostrophe in front.
 */
public final class ProvisionCsv {

    private static final String HEADER =
            "記録番号,区分,年月日,相手方,氏名又は名称,住所,代表者の氏名,保険者番号,記号,番号,枝番等,項目," + "本人の同意又は根拠,取得の経緯,利用目的,授受,記録義務,保存期限";
    private static final Member NOBODY = new Member("", "", "", "");
    private static final String FORMULA_SIGNS = "=+-@\t";

    private ProvisionCsv() {}

    /** @throws IOException if it can't be written */
    public static void write(List<Provisions.Kept> records, Writer out) throws IOException {
        out.write(HEADER + "\r\n");
        for (Provisions.Kept kept : records) {
            List<Member> members = kept.record().members();
            for (Member member : members.isEmpty() ? List.of(NOBODY) : members) {
                out.write(row(kept, member) + "\r\n");
            }
        }
    }

    private static String row(Provisions.Kept kept, Member member) {
        ProvisionRecord record = kept.record();
        return Stream.<@Nullable String>of(
                        record.transfer(),
                        record.direction() == Direction.OUT ? "第三者提供（29条）" : "第三者からの受領（30条）",
                        kept.on().toString(),
                        record.party(),
                        record.name(),
                        record.address(),
                        record.representative(),
                        member.insurerNumber(),
                        member.symbol(),
                        member.number(),
                        member.distinction(),
                        String.join("・", record.items()),
                        record.basis(),
                        record.acquisition(),
                        record.purpose(),
                        record.interchange(),
                        String.join(" ", record.duties()),
                        kept.until().toString())
                .map(text -> Objects.requireNonNullElse(text, ""))
                .map(ProvisionCsv::cell)
                .collect(Collectors.joining(","));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && FORMULA_SIGNS.indexOf(text.charAt(0)) >= 0;
        String plain = formula ? "'" + text : text;
        boolean quoted = plain.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }
}
