package jp.kenpo.gateway.content;

import java.nio.charset.Charset;
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

    private record Entry(
            Layout layout,
            Content content,
            Optional<Composition> composition,
            Charset encoding,
            Optional<MessageForm> message) {}

    private final Society society;
    private final Map<String, Entry> entries;

    private Layouts(Society society, Map<String, Entry> entries) {
        this.society = society;
        this.entries = entries;
    }

    /**
     * Reads {@code society.yaml} and {@code layouts/*.yaml} below the configuration folder.
     *
     * @param schemasDir folder with the official XML schemas; may not exist
     * @param purposes where every category and field that a layout names must be declared
     * @throws jp.kenpo.gateway.configuration.ConfigurationRejectedException with every problem: an unknown kind,
     *     category, field or layout, a key of another kind, an insurer number with a wrong check digit
     */
    public static Layouts load(
            Path configDir, Path schemasDir, PurposeRegister purposes, MemberPseudonyms pseudonyms, Clock clock) {
        var problems = new Problems();
        var society = problems.collect(() -> society(configDir.resolve("society.yaml")));
        Map<String, ConfigurationFile<? extends LayoutForm>> files = new LinkedHashMap<>();
        problems.collect(() -> ConfigurationFolder.files(configDir.resolve("layouts"), ".yaml"))
                .orElse(List.of())
                .forEach(path -> problems.collect(() -> read(path)).ifPresent(file -> files.put(nameOf(path), file)));
        // a layout that can't be read would be an unknown one to those that refer to it
        problems.throwIfAny();
        check(purposes, files, problems);
        problems.throwIfAny();
        Map<String, LayoutForm> forms = new LinkedHashMap<>();
        files.forEach((id, file) -> forms.put(id, file.content()));
        var surroundings =
                new LayoutSurroundings(society.orElseThrow(), pseudonyms, clock, schemasDir, Map.copyOf(forms));
        Map<String, Entry> entries = new LinkedHashMap<>();
        forms.forEach((id, form) -> entries.put(id, entry(form, surroundings)));
        return new Layouts(surroundings.society(), entries);
    }

    private static ConfigurationFile<? extends LayoutForm> read(Path path) {
        return ConfigurationFile.readByKey(
                path,
                "kind",
                label -> LayoutKinds.of(label).map(LayoutKind::form),
                "Write one of: " + LayoutKinds.labels());
    }

    private static void check(
            PurposeRegister purposes, Map<String, ConfigurationFile<? extends LayoutForm>> files, Problems problems) {
        var reports = new LayoutProblems(purposes, files, problems);
        files.forEach((name, file) -> {
            LayoutForm form = file.content();
            if (!form.id().equals(name)) {
                reports.add(file, "id \"" + form.id() + "\" differs from the name of the file", "Write " + name, "id");
            }
            if (purposes.categories().contains(form.category())) {
                check(kindOf(form), file, reports);
            } else {
                reports.add(
                        file,
                        "unknown data category \"" + form.category() + "\"",
                        "Use one of config/categories.yaml, or declare it there",
                        "category");
            }
        });
    }

    private static Entry entry(LayoutForm form, LayoutSurroundings surroundings) {
        return entry(kindOf(form), form, surroundings);
    }

    private static <F extends LayoutForm> Entry entry(
            LayoutKind<F> kind, LayoutForm form, LayoutSurroundings surroundings) {
        F own = kind.form().cast(form);
        var layout = new Layout(
                form.id(),
                form.category(),
                kind.label(),
                form.certainty().label(),
                kind.fields(own, surroundings),
                kind.flags(own));
        return new Entry(
                layout,
                kind.content(own, surroundings),
                kind.composition(own, surroundings),
                kind.encoding(own),
                kind.message(own));
    }

    @SuppressWarnings("unchecked") // the file was read into the form of this kind
    private static <F extends LayoutForm> void check(
            LayoutKind<F> kind, ConfigurationFile<? extends LayoutForm> file, LayoutProblems problems) {
        kind.check((ConfigurationFile<F>) file, problems);
    }

    private static LayoutKind<?> kindOf(LayoutForm form) {
        return LayoutKinds.of(form.kind()).orElseThrow();
    }

    private static String nameOf(Path file) {
        String name = Objects.toString(file.getFileName());
        return name.substring(0, name.length() - ".yaml".length());
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

    /**
     * Returns what the messages of a layout look like; empty for layouts of files.
     *
     * @throws IllegalArgumentException if there is no such layout
     */
    public Optional<MessageForm> message(String layoutId) {
        return entry(layoutId).message();
    }

    /**
     * Returns the encoding of the files of a layout.
     *
     * @throws IllegalArgumentException if there is no such layout
     */
    public Charset encoding(String layoutId) {
        return entry(layoutId).encoding();
    }

    private Entry entry(String layoutId) {
        var entry = entries.get(layoutId);
        if (entry == null) {
            throw new IllegalArgumentException("unknown layout \"" + layoutId + "\"");
        }
        return entry;
    }
}
