package jp.kenpo.gateway.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import jp.kenpo.gateway.purpose.PurposeRegister;

/**
 * A notice of three items, one counterparty and one own system, as files in a folder: item 1-1 has an open list, 1-2 a
 * closed one, 1-3 is no system exchange.
 */
final class SmallNotice {

    private static final String CATEGORIES = """
            categories:
              - id: person
                name: 加入者
                english: Person
                special-care: false
                my-number: false
                fields:
                  name: {name: 氏名, english: Name}
                  address: {name: 住所, english: Address}
                  birth-date: {name: 生年月日, english: Birth date}
              - id: claim
                name: レセプト
                english: Claim
                special-care: true
                my-number: false
                fields:
                  disease: {name: 傷病名, english: Disease}
            """;

    private static final String ITEM = """
              - id: %s
                title: 題
                wording: 文
                english: text
                subjects: [加入者]
                exchange: %s
                categories: [person]
                fields: {closed: %s, only: [person.name, person.address]}
                counterparties: [vendor]
                directions: [%s]
                legal-characters: [entrustment]
                legal-source: notice
                legal-basis: none
                record-duty: [none-entrustment]
                special-care: no
                my-number: %s
            """;

    private static final String VENDOR = """
            id: vendor
            name: 業者
            english: Vendor
            kind: invented
            relation: entrustment
            certainty: invented
            connection:
              hosted-sftp: {public-keys: [vendor.pub]}
            agreements:
              - {id: later, title: 契約2, from: 2027-04-01, until: 2028-03-31, purposes: [1-1], my-number: true}
              - {id: first, title: 契約1, from: 2025-04-01, until: 2026-03-31, purposes: [1-1, 1-2, 1-3], my-number: false}
            interchanges:
              letters:
                direction: out
                layout: letters
                purposes: [1-1, 1-3]
                fields: {all: [person]}
                legal-character: entrustment
                file-delivery: {folder: letters, file-name: "L_{transfer}.csv"}
              closed-letters:
                direction: out
                layout: letters
                purposes: [1-2]
                fields: {only: [person.name]}
                legal-character: entrustment
                file-delivery: {folder: closed, file-name: "L_{transfer}.csv"}
              answers:
                direction: in
                layout: answers
                purposes: [1-1]
                fields: {only: [person.name]}
                legal-character: entrustment
                file-arrival: {folder: answers, pattern: "*.csv", complete: closed, afterwards: move}
            """;

    private static final String CORE = """
            id: core
            name: 基幹
            english: Core
            own-system: true
            kind: own
            relation: own
            certainty: invented
            connection:
              queues: {}
            agreements: []
            interchanges:
              letters:
                direction: in
                layout: letters
                purposes: [1-1]
                fields: {only: [person.name]}
                legal-character: internal
                queue: {name: core.letters}
            """;

    private final Path configDir;

    SmallNotice(Path configDir) throws IOException {
        this.configDir = configDir;
        Files.createDirectories(configDir.resolve("purposes"));
        Files.createDirectories(configDir.resolve("counterparties"));
        Files.writeString(configDir.resolve("categories.yaml"), CATEGORIES);
        Files.writeString(
                configDir.resolve("purposes/1.yaml"),
                "section: 1\ntitle: 節\nenglish: Section\npurposes:\n"
                        + ITEM.formatted("1-1", "yes", "false", "in, out", "conditional")
                        + ITEM.formatted("1-2", "possible", "true", "out", "no")
                        + ITEM.formatted("1-3", "none", "false", "out", "no")
                                .replace("exchange: none", "exchange: none\n    reason: paper")
                        + "health-insurance-business: true\n");
        Files.writeString(configDir.resolve("counterparties/vendor.yaml"), VENDOR);
        Files.writeString(configDir.resolve("counterparties/core.yaml"), CORE);
    }

    /** Replaces a text in a file, and fails if it does not stand there. */
    SmallNotice change(String file, String what, String by) throws IOException {
        var path = configDir.resolve(file);
        var text = Files.readString(path);
        if (!text.contains(what)) {
            throw new AssertionError(file + " does not hold: " + what);
        }
        Files.writeString(path, text.replace(what, by));
        return this;
    }

    Path configDir() {
        return configDir;
    }

    PurposeRegister purposes() {
        return PurposeRegister.load(configDir);
    }

    CounterpartyRegister counterparties() {
        return CounterpartyRegister.load(configDir, purposes(), text -> text);
    }

    Gate gate() {
        return new Gate(purposes(), counterparties());
    }
}
