package jp.kenpo.gateway.purpose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import jp.kenpo.gateway.configuration.ConfigurationRejectedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PurposeRegisterTest {

    private static final PurposeRegister REGISTER = PurposeRegister.load(Path.of("config"));

    private static final String CATEGORIES = """
            categories:
              - id: receipt
                name: レセプト
                english: Receipt
                special-care: true
                my-number: false
                fields:
                  disease: {name: 傷病名, english: Disease}
              - id: contact
                name: 連絡先
                english: Contact
                special-care: false
                my-number: false
                fields:
                  name: {name: 氏名, english: Name}
                  address: {name: 住所, english: Address}
            """;

    private static final String SECTION = """
            section: 3
            title: レセプト
            english: Receipts
            purposes:
              - id: 3-1
                title: 点検
                wording: 点検を委託する
                english: Outsource checking
                subjects: [被保険者]
                exchange: yes
                categories: [contact]
                fields:
                  closed: true
                  only: [contact.name]
                counterparties: [auditor]
                directions: [out]
                legal-characters: [entrustment]
                legal-source: notice
                legal-basis: APPI 27(5)(i)
                record-duty: [none-entrustment]
                special-care: no
                my-number: no
            """;

    @TempDir
    private Path configDir;

    @Test
    void holdsTheWholeNotice() {
        assertThat(REGISTER.all()).hasSize(63);
        assertThat(REGISTER.all().stream()
                        .collect(Collectors.groupingBy(Purpose::section, Collectors.counting()))
                        .values())
                .containsExactly(1L, 13L, 5L, 19L, 8L, 4L, 5L, 6L, 2L);
        assertThat(REGISTER.all().stream().collect(Collectors.groupingBy(Purpose::exchange, Collectors.counting())))
                .containsEntry(Exchange.YES, 25L)
                .containsEntry(Exchange.POSSIBLE, 10L)
                .containsEntry(Exchange.NONE, 28L);
    }

    @Test
    void keepsTheOrderOfTheNotice() {
        assertThat(REGISTER.all())
                .extracting(Purpose::id)
                .startsWith("0-0", "1-1")
                .containsSubsequence("1-9", "1-10", "2-1", "3-0a", "3-0b", "3-1", "7-0d", "7-1", "8-2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    4-1 | member-identity.insured-identifier member-identity.name member-identity.birth-date \
                          member-identity.sex contact.address |
                    5-1 | member-identity.insured-identifier member-identity.name member-identity.birth-date \
                          member-identity.sex contact.address | checkup-result
                    5-2 | member-identity.insured-identifier member-identity.name member-identity.birth-date \
                          member-identity.sex member-identity.study-key contact.address | checkup-result receipt
                    5-4 | contact.name contact.address |
                    """)
    void holdsTheFourClosedListsExactly(String id, String fields, String categories) {
        var list = REGISTER.find(id).orElseThrow().fields();

        assertThat(list.closed()).isTrue();
        assertThat(list.fields()).containsExactlyInAnyOrder(fields.split(" +"));
        assertThat(list.all()).containsExactlyInAnyOrder(categories == null ? new String[0] : categories.split(" "));
    }

    @Test
    void letsAStudyKeyMoveWhereTheNoticeNamesWhatItStandsFor() {
        assertThat(REGISTER.published(REGISTER.find("5-2").orElseThrow(), false))
                .contains("member-identity.study-key");
        assertThat(REGISTER.published(REGISTER.find("5-4").orElseThrow(), false))
                .containsExactlyInAnyOrder("contact.name", "contact.address");
    }

    @Test
    void namesEveryCategoryWhereTheNoticeMeansAllData() {
        assertThat(REGISTER.find("7-0d").orElseThrow().categories())
                .containsExactlyInAnyOrderElementsOf(REGISTER.categories());
        assertThat(REGISTER.find("7-2").orElseThrow().categories())
                .containsExactlyInAnyOrderElementsOf(REGISTER.categories());
    }

    @Test
    void writesOutTheFieldsOfAList() {
        var booklet = REGISTER.find("5-4").orElseThrow().fields();
        var checks = REGISTER.find("3-1").orElseThrow().fields();

        assertThat(REGISTER.fieldsOf(booklet)).containsExactlyInAnyOrder("contact.name", "contact.address");
        assertThat(REGISTER.fieldsOf(checks))
                .contains("receipt.disease", "check-result.remark", "re-examination.lines")
                .doesNotContain("contact.name");
        assertThat(REGISTER.fieldsOf("unknown")).isEmpty();
    }

    @Test
    void saysWhereAPurposeStands() throws IOException {
        var register = load(SECTION);

        assertThat(register.whereIs("3-1")).isEqualTo(configDir + "/purposes/3.yaml:5");
        assertThat(register.whereIs("3-1", "counterparties")).isEqualTo(configDir + "/purposes/3.yaml:15");
        assertThat(register.whereIs("9-9")).isEqualTo("9-9");
    }

    @Test
    void refusesAMisspeltKeyWithFileAndLine() {
        assertThatThrownBy(() -> load(SECTION.replace("special-care:", "specialcare:")))
                .isInstanceOf(ConfigurationRejectedException.class)
                .hasMessage(at(5, "key \"special-care\" is missing. Write \"special-care: ...\"")
                        + System.lineSeparator()
                        + at(
                                21,
                                "unknown key \"specialcare\". Known keys here: id, title, wording, english, subjects,"
                                        + " exchange, reason, categories, fields, counterparties, directions,"
                                        + " legal-characters, legal-source, legal-basis, record-duty, special-care,"
                                        + " my-number, health-insurance-business, verifies-inquirer, note"));
    }

    @Test
    void refusesUnknownCategoriesAndFieldsAllAtOnce() {
        assertThatThrownBy(() -> load(SECTION.replace("[contact]", "[contact, letters]")
                        .replace("[contact.name]", "[contact.fax, contact]\n      all: [receipt]")))
                .hasMessage(String.join(
                        System.lineSeparator(),
                        at(
                                11,
                                "unknown category \"letters\"."
                                        + " Write one of config/categories.yaml, or add it there"),
                        at(
                                14,
                                "unknown field \"contact.fax\"."
                                        + " Write category.field as in config/categories.yaml, or add it there"),
                        at(
                                14,
                                "unknown field \"contact\"."
                                        + " Write category.field as in config/categories.yaml, or add it there"),
                        at(
                                15,
                                "\"receipt\" is of a category that purpose 3-1 does not name."
                                        + " Add \"receipt\" to its categories, or remove it from its fields")));
    }

    @Test
    void refusesAnIdThatStandsTwice() {
        var second = SECTION.substring(SECTION.indexOf("  - id"));

        assertThatThrownBy(() -> load(SECTION + second))
                .hasMessage(at(
                        23,
                        "purpose \"3-1\" stands already at " + configDir
                                + "/purposes/3.yaml:5. Remove one of the two"));
    }

    @Test
    void demandsAReasonWhereNoSystemExchangeTakesPlace() {
        assertThatThrownBy(() -> load(SECTION.replace("exchange: yes", "exchange: none")))
                .hasMessage(at(5, "no system exchange, and no reason for it. Correct the values of this block"));
        assertThatThrownBy(() -> load(SECTION.replace("exchange: yes", "exchange: yes\n    reason: paper")))
                .hasMessage(
                        at(5, "a reason for no system exchange where there is one. Correct the values of this block"));
    }

    @Test
    void refusesAnExchangeWithoutDirectionOrCounterparty() {
        assertThatThrownBy(() -> load(SECTION.replace("directions: [out]", "directions: []")))
                .hasMessage(
                        at(5, "a system exchange without direction or counterparty. Correct the values of this block"));
    }

    @Test
    void refusesAnItemOfAnotherSection() {
        assertThatThrownBy(() -> load(SECTION.replace("id: 3-1", "id: 4-1")))
                .hasMessage(at(5, "purpose \"4-1\" is not of section 3. Move it to the file of its section"));
    }

    @Test
    void noticesSpecialCareDataThatAreSaidNotToBe() {
        assertThatThrownBy(() -> load(SECTION.replace("[contact]", "[contact, receipt]")))
                .hasMessage(at(
                        21,
                        "purpose 3-1 names special-care data and says special-care: no."
                                + " Write yes or possible, or correct the categories"));
    }

    @Test
    void refusesCategoriesThatRepeatOrAreMisspelt() {
        assertThatThrownBy(() -> load(SECTION, CATEGORIES.replace("id: receipt", "id: contact")))
                .hasMessage(configDir + "/categories.yaml:9: category \"contact\" stands twice. Merge the two");
        assertThatThrownBy(() -> load(SECTION, CATEGORIES.replace("disease:", "Disease_Name:")))
                .hasMessage(configDir + "/categories.yaml:8: field \"Disease_Name\" is not in kebab-case."
                        + " Write small letters and hyphens");
    }

    @Test
    void saysThatTheFilesAreMissing() throws IOException {
        assertThatThrownBy(() -> PurposeRegister.load(configDir))
                .hasMessage(configDir + "/categories.yaml: the file does not exist. Create it, or correct the folder");
        Files.writeString(configDir.resolve("categories.yaml"), CATEGORIES);
        assertThatThrownBy(() -> PurposeRegister.load(configDir))
                .hasMessage(
                        configDir + "/purposes: the folder can't be read. Create it, or correct gateway.config-dir");
    }

    private PurposeRegister load(String section) throws IOException {
        return load(section, CATEGORIES);
    }

    private PurposeRegister load(String section, String categories) throws IOException {
        Files.writeString(configDir.resolve("categories.yaml"), categories);
        Files.createDirectories(configDir.resolve("purposes"));
        Files.writeString(configDir.resolve("purposes/3.yaml"), section + "health-insurance-business: true\n");
        return PurposeRegister.load(configDir);
    }

    private String at(int line, String message) {
        return configDir + "/purposes/3.yaml:" + line + ": " + message;
    }
}
