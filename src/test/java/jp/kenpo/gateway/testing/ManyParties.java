package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The project's own installation with five small interchanges more, for employers and institutions that are many: a file
 * of each in, and one out to the employer that the core system names.
 */
public final class ManyParties {

    /** Files of employers; also the name of the folder below {@code upload/}. */
    public static final String FILINGS = "employers.filings";

    /** Files of institutions. */
    public static final String RESULTS = "contract-institutions.results";

    /** What employers get. */
    public static final String TO_EMPLOYERS = "employers.notices";

    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    private final Path config;
    private final Path routes;

    private ManyParties(Path folder) {
        this.config = folder.resolve("config");
        this.routes = folder.resolve("routes");
    }

    /** Writes configuration and routes below a folder: those of the project, and five interchanges more. */
    public static ManyParties in(Path folder) throws IOException {
        ManyParties made = new ManyParties(folder);
        copy(Path.of("config"), made.config);
        copy(Path.of("routes"), made.routes);
        made.write("config/layouts/small-notice.yaml", """
                id: small-notice
                category: enrolment
                kind: csv
                certainty: sandbox
                source: made up for this test
                encoding: windows-31j
                header: required
                columns:
                  - {name: 資格取得日, field: enrolment.qualified-from, required: true, type: date}
                """);
        made.write("config/layouts/small-result.yaml", """
                id: small-result
                category: checkup-result
                kind: csv
                certainty: sandbox
                source: made up for this test
                encoding: windows-31j
                header: required
                columns:
                  - {name: 整理番号, field: checkup-result.result, required: true, type: text, max-length: 40}
                """);
        made.write("config/layouts/small-employer-result.yaml", """
                id: small-employer-result
                category: checkup-result
                kind: csv
                certainty: sandbox
                source: made up for this test
                further-categories: [enrolment]
                encoding: windows-31j
                header: required
                columns:
                  - {name: 整理番号, field: checkup-result.result, required: true, type: text, max-length: 40}
                  - {name: 本人家族区分, field: enrolment.relationship, required: true, type: digits, codes: [1, 2]}
                flags:
                  person: {column: 本人家族区分, insured: ["1"], dependant: ["2"]}
                """);
        made.add("employers", """
                  filings:
                    direction: in
                    layout: small-notice
                    purposes: [1-1]
                    fields: {only: [enrolment.qualified-from]}
                    legal-character: statutory
                    max-size: 1MB
                    file-arrival: {folder: filings, pattern: "*.csv", complete: closed, afterwards: move}
                  notices:
                    direction: out
                    layout: small-employer-result
                    purposes: [4-5]
                    fields: {only: [checkup-result.result]}
                    legal-character: joint-use
                    file-delivery: {folder: notices, file-name: "NOTICE_{transfer}.csv"}
                """);
        made.add("contract-institutions", """
                  results:
                    direction: in
                    layout: small-result
                    purposes: [4-2]
                    fields: {only: [checkup-result.result]}
                    legal-character: entrustment
                    max-size: 1MB
                    file-arrival: {folder: results, pattern: "*.csv", complete: closed, afterwards: move}
                """);
        made.add("core-system", """
                  results:
                    direction: out
                    layout: small-result
                    purposes: [4-2]
                    fields: {only: [checkup-result.result]}
                    legal-character: internal
                    announced-file:
                      folder: results
                      file-name: "RESULT_{party}_{parent}.csv"
                      queue: core-system.results
                  notices:
                    direction: in
                    layout: small-employer-result
                    purposes: [4-5]
                    fields: {only: [checkup-result.result, enrolment.relationship]}
                    legal-character: internal
                    file-arrival: {folder: notices, pattern: "{party}/*.csv", complete: closed, afterwards: move}
                """);
        made.inbound(FILINGS, "small-notice", "1-1");
        made.inbound(RESULTS, "small-result", "4-2");
        made.inbound("core-system.notices", "small-employer-result", "4-5");
        made.outbound("core-system.results", RESULTS, "small-result", "4-2");
        made.outbound(TO_EMPLOYERS, "core-system.notices", "small-employer-result", "4-5");
        return made;
    }

    private void add(String counterparty, String interchanges) throws IOException {
        Path file = config.resolve("counterparties").resolve(counterparty + ".yaml");
        String text = Files.readString(file);
        Files.writeString(file, text.replace("\ninterchanges:\n", "\ninterchanges:\n" + interchanges));
    }

    private void inbound(String id, String layout, String purpose) throws IOException {
        route(id, "counterparty:" + id, List.of("check:" + layout, "purpose:" + purpose, "interchange:" + id));
    }

    private void outbound(String id, String from, String layout, String purpose) throws IOException {
        route(id, "interchange:" + from, List.of("purpose:" + purpose, "minimise:" + layout, "counterparty:" + id));
    }

    private void route(String id, String from, List<String> steps) throws IOException {
        String counterparty = id.substring(0, id.indexOf('.'));
        StringBuilder text = new StringBuilder("""
                - route:
                    id: %s
                    description: Made up for this test
                    group: %s
                    from:
                      uri: %s
                      steps:
                """.formatted(id, counterparty, from));
        for (String step : steps) {
            text.append("        - to:\n            description: Made up for this test\n            uri: ")
                    .append(step)
                    .append('\n');
        }
        write("routes/" + id.replace('.', '/') + ".yaml", text.toString());
    }

    private void write(String path, String text) throws IOException {
        Path file = config.resolveSibling(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    public Path config() {
        return config;
    }

    public Path routes() {
        return routes;
    }

    /** Writes a list of so many parties, named {@code <prefix>-0001} and so on, to be imported. */
    public Path list(String prefix, int count) throws IOException {
        String rows = IntStream.rangeClosed(1, count)
                .mapToObj(number -> "%s,架空%d,99%04d,東京都架空区%d,架空 太郎,${gateway.party-keys:none}/%s.pub,,\n"
                        .formatted(id(prefix, number), number, number, number, id(prefix, number)))
                .collect(Collectors.joining());
        Path file = config.resolveSibling(prefix + ".csv");
        Files.writeString(
                file, "party,name,code,address,representative,public-keys,from,until\n" + rows, StandardCharsets.UTF_8);
        return file;
    }

    /** Returns the id of one party of such a list. */
    public static String id(String prefix, int number) {
        return "%s-%04d".formatted(prefix, number);
    }

    /** Returns a file of an employer; another number, other bytes. */
    public static byte[] filing(int number) {
        return ("資格取得日\r\n"
                        + java.time.LocalDate.of(2026, 1, 1)
                                .plusDays(number)
                                .toString()
                                .replace("-", "") + "\r\n")
                .getBytes(SHIFT_JIS);
    }

    /** Returns a file of results; another text, other bytes. */
    public static byte[] result(String text) {
        return ("整理番号\r\n" + text + "\r\n").getBytes(SHIFT_JIS);
    }

    /** Returns what the core system sends for an employer: a file of results of one insured person. */
    public static byte[] resultOfEmployee(String text) {
        return ("整理番号,本人家族区分\r\n" + text + ",1\r\n").getBytes(SHIFT_JIS);
    }
}
