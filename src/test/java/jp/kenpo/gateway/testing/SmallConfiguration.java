package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The project's own configuration and routes with all interchanges left out but a few: a gateway with it starts in a
 * fraction of the time, and what remains stands there word for word.
 *
 * <p>A counterparty without an interchange keeps its name, which the notice refers to, and loses connection and
 * agreements, as one with which nothing is agreed.
 */
public final class SmallConfiguration {

    /** Receipts from the payer fund, their check at Taisho Audit, and requests for re-examination. */
    public static final Set<String> RECEIPTS = Set.of(
            "payer-fund.receipts",
            "taisho-audit.receipt-check-request",
            "core-system.receipts",
            "taisho-audit.receipt-check-result",
            "core-system.receipt-check-result",
            "core-system.re-examination-selection",
            "payer-fund.re-examination-request");

    private static final Path CONFIG = Path.of("config");
    private static final Path ROUTES = Path.of("routes");
    private static final String CHECKS = ".checks.yaml";

    /** What a counterparty has because of its interchanges. */
    private static final Set<String> OF_AGREEMENTS =
            Set.of("connection", "parties", "verification", "error-reports", "agreements", "interchanges");

    private static final Pattern TOP = Pattern.compile("(?m)^(?=[a-z-]+:)");
    private static final Pattern INTERCHANGE = Pattern.compile("(?m)^(?=  [a-z0-9-]+:\\s*$)");
    private static final Pattern CHECK = Pattern.compile("(?m)^(?=  - it:)");

    private final Path folder;
    private final Set<String> interchanges;

    private SmallConfiguration(Path folder, Set<String> interchanges) {
        this.folder = folder;
        this.interchanges = interchanges;
    }

    /** Writes {@code config/} and {@code routes/} below a folder that has neither. */
    public static SmallConfiguration in(Path folder, Set<String> interchanges) {
        SmallConfiguration made = new SmallConfiguration(folder, interchanges);
        try {
            made.write();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return made;
    }

    public Path config() {
        return folder.resolve("config");
    }

    public Path routes() {
        return folder.resolve("routes");
    }

    private void write() throws IOException {
        Set<Path> agreed = interchanges.stream()
                .map(name -> ROUTES.resolve(name.replace('.', '/') + ".yaml"))
                .collect(Collectors.toSet());
        copy(ROUTES, routes(), file -> agreed.contains(file) || file.startsWith(ROUTES.resolve("_shared")));
        copy(CONFIG, config(), this::remains);
        for (Path file : files(config().resolve("counterparties"))) {
            String text = Files.readString(file);
            Files.writeString(file, file.toString().endsWith(CHECKS) ? checks(text) : counterparty(file, text));
        }
    }

    private boolean remains(Path file) {
        boolean ofCounterparty =
                file.startsWith(CONFIG.resolve("parties")) || file.toString().endsWith(CHECKS);
        return !ofCounterparty || hasInterchange(file.getFileName().toString().replaceFirst("\\..*", ""));
    }

    private boolean hasInterchange(String counterparty) {
        return interchanges.stream().anyMatch(name -> name.startsWith(counterparty + "."));
    }

    private String counterparty(Path file, String text) {
        String id = file.getFileName().toString().replaceFirst("\\..*", "");
        StringBuilder left = new StringBuilder();
        for (String block : TOP.split(text)) {
            String key = block.replaceFirst("(?s):.*", "");
            if (key.equals("interchanges") && hasInterchange(id)) {
                left.append(agreedOf(id, block));
            } else if (hasInterchange(id) || !OF_AGREEMENTS.contains(key)) {
                left.append(block);
            }
        }
        return hasInterchange(id)
                ? left.toString()
                : left.append("agreements: []\ninterchanges: {}\n").toString();
    }

    private String agreedOf(String counterparty, String block) {
        List<String> parts = new ArrayList<>(List.of(INTERCHANGE.split(block)));
        return parts.remove(0)
                + parts.stream()
                        .filter(part -> interchanges.contains(
                                counterparty + "." + part.strip().replaceFirst("(?s):.*", "")))
                        .collect(Collectors.joining());
    }

    private String checks(String text) {
        List<String> parts = new ArrayList<>(List.of(CHECK.split(text)));
        Pattern named = Pattern.compile(interchanges.stream()
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?s).*\\n    interchange: (?:", ")\\s.*")));
        return parts.remove(0)
                + parts.stream().filter(part -> named.matcher(part).matches()).collect(Collectors.joining());
    }

    private static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        for (Path file : files(from)) {
            if (wanted.test(file)) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
