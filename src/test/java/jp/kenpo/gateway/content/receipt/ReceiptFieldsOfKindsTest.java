package jp.kenpo.gateway.content.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layout of this project against the tables: what tells of a person is the same field in every kind. */
class ReceiptFieldsOfKindsTest {

    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("patientName", "receipt.patient-name"),
            Map.entry("patientKana", "receipt.patient-name"),
            Map.entry("birthDate", "receipt.birth-date"),
            Map.entry("sex", "receipt.sex"),
            Map.entry("chartNo", "receipt.chart-number"),
            Map.entry("claimInfo", "receipt.chart-number"),
            Map.entry("insurerNo", "receipt.insurer-number"),
            Map.entry("checkedInsurerNo", "receipt.insurer-number"),
            Map.entry("transferToInsurer", "receipt.insurer-number"),
            Map.entry("cardSymbol", "receipt.insured-identifier"),
            Map.entry("cardNumber", "receipt.insured-identifier"),
            Map.entry("checkedSymbol", "receipt.insured-identifier"),
            Map.entry("checkedNumber", "receipt.insured-identifier"),
            Map.entry("branch", "receipt.insured-identifier"),
            Map.entry("recipientNo", "receipt.public-recipient"),
            Map.entry("diseaseCode", "receipt.disease"),
            Map.entry("diseaseName", "receipt.disease"),
            Map.entry("dpcCode", "receipt.disease"),
            Map.entry("tooth", "receipt.dental-tooth"));

    private final KindFields layout = new KindFields(layout());

    @ParameterizedTest
    @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void callsWhatTellsOfAPersonTheSameInEveryKind(FileKind kind) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (var id : RecordId.values()) {
            RecordItems items = kind.table().items(id);
            for (int place = Line.RECORD_ID + 1; items.id() == id && place < items.fieldCount(); place++) {
                String expected = FIELDS.get(items.item(place).english());
                String field = layout.of(kind).field(id, place).orElse("none");
                if (expected != null && !expected.equals(field) && id != RecordId.TR) {
                    wrong.put(id + " " + items.label(place), field);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "UNKNOWN", mode = EnumSource.Mode.EXCLUDE)
    void declaresEveryRecordOfEveryKind(FileKind kind) {
        for (var id : RecordId.values()) {
            if (kind.table().items(id).id() == id && id != RecordId.UNKNOWN) {
                assertThat(layout.of(kind).field(id)).as("%s of %s", id, kind).isPresent();
            }
        }
    }

    @SuppressWarnings("unchecked") // the file as it is, without the form that reads it
    private static ReceiptLayout layout() {
        try {
            Map<String, Object> file = new ObjectMapper(new YAMLFactory())
                    .readValue(Path.of("config/layouts/receipt.yaml").toFile(), Map.class);
            var ofKind = new LinkedHashMap<String, Map<String, Map<Integer, String>>>();
            ((Map<String, Map<String, Map<String, String>>>) part(file, "items-of-kind"))
                    .forEach((kind, records) -> ofKind.put(kind, numbered(records)));
            return new ReceiptLayout(
                    (Map<String, String>) part(file, "records"),
                    numbered((Map<String, Map<String, String>>) part(file, "items")),
                    ofKind);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Object part(Map<String, Object> file, String key) {
        return Objects.requireNonNull(file.get(key), key);
    }

    private static Map<String, Map<Integer, String>> numbered(Map<String, Map<String, String>> records) {
        var numbered = new LinkedHashMap<String, Map<Integer, String>>();
        records.forEach((id, items) -> {
            var byNumber = new LinkedHashMap<Integer, String>();
            items.forEach((number, field) -> byNumber.put(Integer.parseInt(number), field));
            numbered.put(id, byNumber);
        });
        return numbered;
    }
}
