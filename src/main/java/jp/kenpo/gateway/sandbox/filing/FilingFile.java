package jp.kenpo.gateway.sandbox.filing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jp.kenpo.gateway.sandbox.agreed.AgreedColumn;
import jp.kenpo.gateway.sandbox.agreed.AgreedLayout;
import jp.kenpo.gateway.sandbox.table.CellMaker;
import jp.kenpo.gateway.sandbox.table.Subject;
import jp.kenpo.gateway.sandbox.table.TableFile;

/**
 * One file of filings: header, management record, one establishment, a row for each person, by turns of each form.
 *
 * <p>Source: the sections as the layout of the gateway names them.
 */
public final class FilingFile {

    /** Usual name of the file. */
    public static final String NAME = "KPFD0006.CSV";

    private static final String LINE_END = "\r\n";
    private static final String ONE = "001";

    private FilingFile() {}

    /**
     * Returns the bytes of the file.
     *
     * @param layout a layout of the kind {@code filing}
     * @param subjects whom the filings are about, at least one
     * @param carried which fields may stand in it: only forms of which all may are written
     */
    public static byte[] of(AgreedLayout layout, List<Subject> subjects, Predicate<String> carried) {
        StringBuilder text = new StringBuilder();
        Subject first = subjects.get(0);
        line(text, cells(layout.text(), "header", first));
        text.append("[kanri]").append(LINE_END);
        line(text, cells(layout.text(), "management", first));
        line(text, cells(layout.text(), "establishment", first));
        text.append("[data]").append(LINE_END);
        List<JsonNode> forms = forms(layout, carried);
        for (Subject subject : subjects) {
            JsonNode form = forms.get(subject.serial() % forms.size());
            List<String> cells = new ArrayList<>(List.of(form.path("code").asText()));
            cells.addAll(cells(form, "columns", subject));
            line(text, cells);
        }
        return text.toString().getBytes(layout.charset());
    }

    private static List<JsonNode> forms(AgreedLayout layout, Predicate<String> carried) {
        List<JsonNode> forms = new ArrayList<>();
        for (JsonNode form : layout.text().path("forms")) {
            boolean all = AgreedLayout.columnsIn(form).stream().allMatch(column -> carried.test(column.field()));
            if (all) {
                forms.add(form);
            }
        }
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("no form of the layout has only fields that may move");
        }
        return forms;
    }

    private static List<String> cells(JsonNode part, String list, Subject subject) {
        ObjectNode columns = JsonNodeFactory.instance.objectNode();
        columns.set("columns", part.path(list));
        List<String> cells = new ArrayList<>();
        int place = 0;
        for (AgreedColumn column : AgreedLayout.columnsIn(columns)) {
            boolean counts = part.path(list).get(place).has("counts");
            cells.add(counts ? ONE : CellMaker.cell(column, subject));
            place++;
        }
        return cells;
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(TableFile.line(cells)).append(LINE_END);
    }
}
