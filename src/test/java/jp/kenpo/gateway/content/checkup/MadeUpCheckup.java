package jp.kenpo.gateway.content.checkup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import jp.kenpo.gateway.content.Finding;
import jp.kenpo.gateway.content.FindingCollector;
import org.jspecify.annotations.Nullable;

/** A made-up checkup without a fault, to which tests do harm. */
final class MadeUpCheckup {

    static final String HEIGHT = "9N001000000000001";
    static final String WEIGHT = "9N006000000000001";
    static final String BODY_MASS_INDEX = "9N011000000000001";
    static final String WAIST = "9N016160100000001";
    static final String SYSTOLIC = "9A751000000000001";
    static final String DIASTOLIC = "9A761000000000001";
    static final String FASTING_TRIGLYCERIDE = "3F015000002327101";
    static final String RANDOM_TRIGLYCERIDE = "3F015129902327101";
    static final String HDL = "3F070000002327101";
    static final String LDL = "3F077000002327101";
    static final String NON_HDL = "3F069000002391901";
    static final String FASTING_GLUCOSE = "3D010000001926101";
    static final String RANDOM_GLUCOSE = "3D010129901926101";
    static final String HBA1C = "3D046000001906202";
    static final String URINE_GLUCOSE = "1A020000000191111";
    static final String HISTORY = "9N056000000000011";
    static final String HISTORY_TEXT = "9N056160400000049";
    static final String ECG = "9A110160700000011";
    static final String ECG_TEXT = "9A110160800000049";

    private final Map<String, Observed> observations = new TreeMap<>();
    private final List<Observed> more = new ArrayList<>();
    private String category = "10";
    private String program = "010";
    private @Nullable Integer sex = 1;
    private @Nullable LocalDate birthDate = LocalDate.of(1975, 8, 5);
    private LocalDate performedOn = LocalDate.of(2025, 4, 18);

    /** A man of 50 without any risk: waist, blood pressure, lipid and glucose under every threshold. */
    static MadeUpCheckup withoutFault() {
        return new MadeUpCheckup()
                .with(HEIGHT, "170.0")
                .with(WEIGHT, "65.0")
                .with(BODY_MASS_INDEX, "22.5")
                .with(WAIST, "80.0")
                .with(HISTORY, "2")
                .with("9N061000000000011", "2")
                .with("9N066000000000011", "2")
                .with(SYSTOLIC, "120")
                .with(DIASTOLIC, "75")
                .with(Answers.BLOOD_DRAW, "2")
                .with(FASTING_TRIGLYCERIDE, "90")
                .with(HDL, "60")
                .with(LDL, "110")
                .with("3B035000002327201", "20")
                .with("3B045000002327201", "20")
                .with("3B090000002327101", "25")
                .with(FASTING_GLUCOSE, "90")
                .with(URINE_GLUCOSE, "1")
                .with("1A010000000191111", "1")
                .with(Answers.METABOLIC_JUDGEMENT, "3")
                .with(Answers.GUIDANCE_LEVEL, "3")
                .with(Answers.DOCTORS_JUDGEMENT, "異常なし")
                .with(Answers.MEDICATION_BLOOD_PRESSURE, "2")
                .with(Answers.MEDICATION_GLUCOSE, "2")
                .with(Answers.MEDICATION_LIPID, "2")
                .with(Answers.SMOKING, "3");
    }

    MadeUpCheckup with(String code, String value) {
        Item item = ItemTable.FOURTH_PERIOD.item(code).orElseThrow();
        observations.put(
                code,
                new Observed(
                        code,
                        item.additional() ? "01990" : "01010",
                        item.format().type(),
                        value,
                        item.unit().isEmpty() ? null : item.unit(),
                        item.codeList().isEmpty() ? null : item.codeList(),
                        false,
                        false,
                        null,
                        item.method().isEmpty() ? null : item.method(),
                        code.equals(Answers.DOCTORS_JUDGEMENT) ? "架空 太郎" : null,
                        observations.size() + 1));
        return this;
    }

    MadeUpCheckup without(String... codes) {
        List.of(codes).forEach(observations::remove);
        return this;
    }

    MadeUpCheckup changed(String code, UnaryOperator<Observed> change) {
        observations.computeIfPresent(code, (key, observed) -> change.apply(observed));
        return this;
    }

    /** Adds an observation that may have no place in the item table. */
    MadeUpCheckup and(Observed observed) {
        more.add(observed);
        return this;
    }

    MadeUpCheckup notDone(String code) {
        return with(code, "0")
                .changed(
                        code,
                        observed -> new Observed(
                                code,
                                observed.section(),
                                null,
                                null,
                                null,
                                null,
                                true,
                                false,
                                null,
                                null,
                                null,
                                observed.line()));
    }

    MadeUpCheckup of(String newCategory, String newProgram) {
        category = newCategory;
        program = newProgram;
        return this;
    }

    MadeUpCheckup woman() {
        sex = 2;
        return this;
    }

    MadeUpCheckup ofUnknownSex() {
        sex = null;
        return this;
    }

    MadeUpCheckup born(LocalDate day) {
        birthDate = day;
        return this;
    }

    MadeUpCheckup performed(LocalDate day) {
        performedOn = day;
        return this;
    }

    CheckupDocument document() {
        var all = new ArrayList<>(observations.values());
        all.addAll(more);
        return new CheckupDocument(
                "h99100000182025052001000001.xml",
                false,
                category,
                program,
                LocalDate.of(2025, 5, 20),
                performedOn,
                "9910000018",
                new CheckupDocument.Person("06999999", "９９", "1001", "00", "テストタロウ", sex, birthDate, "999-0001", "架空県"),
                all);
    }

    Results results() {
        return Results.of(document());
    }

    /** Returns what the checks find. */
    List<Finding> findings() {
        return findingsOf(document());
    }

    static List<Finding> findingsOf(CheckupDocument document) {
        var collected = new FindingCollector();
        var findings = new CheckupFindings(collected);
        findings.begin(document.entry());
        new ItemChecks().check(document, findings);
        return collected.kept();
    }

    /** Returns rule and item of what the checks find, as {@code V17a 9N001000000000001}. */
    List<String> found() {
        return findings().stream()
                .map(finding -> finding.rule() + " " + code(finding.field()))
                .toList();
    }

    private static String code(@Nullable String field) {
        return field == null ? "" : field.substring(field.lastIndexOf(' ') + 1);
    }
}
