package jp.kenpo.gateway.content;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.configuration.ConfigurationFolder;
import jp.kenpo.gateway.configuration.Problems;
import jp.kenpo.gateway.member.InsurerNumber;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.purpose.PurposeRegister;

/** Every layout that is configured, and the content kinds that read them. */
public final class Layouts {

    private record Entry(Layout layout, Content content, Optional<Composition> composition) {}

    private final Society society;
    private final Map<String, Entry> entries;

    private Layouts(Society society, Map<String, Entry> entries) {
        this.society = society;
        this.entries = entries;
    }

    /**
     * Reads {@code society.yaml} and {@code layouts/*.yaml} below the configuration folder.
     *
     * @param purposes where every category and field that a layout names must be declared
     * @throws jp.kenpo.gateway.configuration.ConfigurationRejectedException with every problem: an unknown kind,
     *     category, field or layout, a key of another kind, an insurer number with a wrong check digit
     */
    public static Layouts load(Path configDir, PurposeRegister purposes, MemberPseudonyms pseudonyms, Clock clock) {
        var problems = new Problems();
        var society = problems.collect(() -> society(configDir.resolve("society.yaml")));
        Map<String, ConfigurationFile<LayoutFile>> files = new LinkedHashMap<>();
        problems.collect(() -> ConfigurationFolder.files(configDir.resolve("layouts"), ".yaml"))
                .orElse(List.of())
                .forEach(path -> problems.collect(() -> ConfigurationFile.read(path, LayoutFile.class))
                        .ifPresent(file -> files.put(LayoutChecks.nameOf(path), file)));
        // a layout that can't be read would be an unknown one to those that refer to it
        problems.throwIfAny();
        new LayoutChecks(purposes, files, problems).check();
        problems.throwIfAny();
        return of(society.orElseThrow(), files, pseudonyms, clock);
    }

    private static Layouts of(
            Society society,
            Map<String, ConfigurationFile<LayoutFile>> files,
            MemberPseudonyms pseudonyms,
            Clock clock) {
        var contents = new LayoutContents(society, pseudonyms, clock);
        Map<String, Entry> entries = new LinkedHashMap<>();
        files.forEach((id, file) -> {
            var layout = file.content();
            var recordsOf = Objects.requireNonNull(files.getOrDefault(layout.recordsOf(), file))
                    .content();
            entries.put(
                    id,
                    new Entry(
                            LayoutContents.layout(layout, recordsOf),
                            contents.content(layout, recordsOf),
                            LayoutContents.composition(layout)));
        });
        return new Layouts(society, entries);
    }

    private static Society society(Path path) {
        var file = ConfigurationFile.read(path, Society.class);
        var problems = new Problems();
        int index = 0;
        for (String number : file.content().insurerNumbers()) {
            if (!InsurerNumber.isValid(number)) {
                problems.add(file.problem(
                        "insurer number \"" + number + "\" has a wrong check digit or not eight digits",
                        "Correct it; the last digit is the check digit",
                        "insurer-numbers",
                        index));
            }
            index++;
        }
        if (index == 0) {
            problems.add(file.problem("no insurer number", "Write the society's own numbers", "insurer-numbers"));
        }
        problems.throwIfAny();
        return file.content();
    }

    public Society society() {
        return society;
    }

    /** Returns the layouts in the order of their file names. */
    public List<Layout> all() {
        return entries.values().stream().map(Entry::layout).toList();
    }

    public Optional<Layout> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::layout);
    }

    /**
     * Returns the content of a layout that {@link #find} knows.
     *
     * @throws IllegalArgumentException if there is no such layout
     */
    public Content content(String layoutId) {
        return entry(layoutId).content();
    }

    /**
     * Returns the composition for a layout that is composed; empty for others.
     *
     * @throws IllegalArgumentException if there is no such layout
     */
    public Optional<Composition> composition(String layoutId) {
        return entry(layoutId).composition();
    }

    private Entry entry(String layoutId) {
        var entry = entries.get(layoutId);
        if (entry == null) {
            throw new IllegalArgumentException("unknown layout \"" + layoutId + "\"");
        }
        return entry;
    }
}
