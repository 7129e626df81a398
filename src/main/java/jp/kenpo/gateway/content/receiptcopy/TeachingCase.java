package jp.kenpo.gateway.content.receiptcopy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Receipts as cases for the training of receipt checkers (レセプト点検研修会), without what leads to a person: no name,
 * number, institution, day, month, comment or clinical summary; the age as a decade, and of the diseases only those that
 * the layout lists as common. Everything is left out that is not named here.
 *
 * <p>Medical receipts only: in other kinds other items stand in these places.
 *
 * <p>Source: notice 3(16), and the caution that the deletion of names alone makes no anonymous data (匿名加工情報). A
 * person still looks at each case before it leaves: whether a course of treatment is rare can't be seen from codes.
 */
final class TeachingCase extends CopyWriter {

    private static final int OLDEST = 90;
    private static final Set<String> SERVICES = Set.of("SI", "IY", "TO");

    private final Set<String> common;
    private final List<String> held = new ArrayList<>();
    private int cases;
    private String actClass = "";

    /** @param common 傷病名コード that may be named */
    TeachingCase(OutputStream out, Set<String> common) {
        super(out);
        this.common = Set.copyOf(common);
    }

    @Override
    void line(CopyLine line) throws IOException {
        switch (line.recordId()) {
            case "MN" -> begin();
            case "RE" -> held.add(patient(line));
            case "SY" -> held.add("［傷病名］" + (common.contains(line.item(2)) ? "コード " + line.item(2) : "その他の傷病"));
            case "HO" -> held.add("［合計点数］" + line.item(6));
            default -> service(line);
        }
    }

    private void begin() throws IOException {
        release();
        cases++;
        actClass = "";
        held.add("―― 事例 " + cases + " ――");
    }

    private static String patient(CopyLine line) {
        String type = line.item(3);
        boolean inPatient = !type.isEmpty() && (type.charAt(type.length() - 1) - '0') % 2 == 1;
        return "［区分］" + (inPatient ? "入院" : "入院外") + "／年齢階級：" + decade(line.item(4), line.item(7)) + "／性別："
                + (line.item(6).equals("1") ? "男" : line.item(6).equals("2") ? "女" : "不明");
    }

    private static String decade(String month, String birth) {
        if (!month.matches("\\d{6}") || !birth.matches("\\d{8}")) {
            // an era date would need the edition of the file; a case without an age still teaches
            return "不明";
        }
        int age = Integer.parseInt(month.substring(0, 4)) - Integer.parseInt(birth.substring(0, 4));
        return age >= OLDEST ? OLDEST + "歳以上" : age / 10 * 10 + "歳代";
    }

    private void service(CopyLine line) {
        if (!SERVICES.contains(line.recordId()) || !line.origin().equals("1")) {
            return;
        }
        actClass = line.item(2).isEmpty() ? actClass : line.item(2);
        held.add("［診療識別 " + actClass + "］コード " + line.item(4)
                + (line.item(6).isEmpty() ? "" : "／" + line.item(6) + " 点")
                + (line.item(7).isEmpty() ? "" : "／" + line.item(7) + " 回"));
    }

    private void release() throws IOException {
        for (String text : held) {
            write(text + "\r\n");
        }
        held.clear();
    }

    @Override
    void lastLine() throws IOException {
        release();
        write("―― 以上 " + cases + " 事例 ――\r\n");
    }
}
