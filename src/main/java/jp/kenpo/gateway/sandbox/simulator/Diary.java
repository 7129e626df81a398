package jp.kenpo.gateway.sandbox.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import jp.kenpo.gateway.sandbox.agreed.Agreed;
import jp.kenpo.gateway.sandbox.agreed.AgreedInterchange;
import jp.kenpo.gateway.sandbox.contents.Received;

/** What a simulated party has handed in and what it got, kept over a restart in a file with a thing a line. */
final class Diary {

    private static final String GOT = "got";
    private static final int PARTS = 7;

    private final Path folder;
    private final Path file;
    private final Set<String> done = new LinkedHashSet<>();
    private final List<Received> received = new ArrayList<>();

    private Diary(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("diary.txt");
    }

    /** Opens the diary of a party; what was agreed gives what it got its layouts back. */
    static Diary in(Path folder, Agreed agreed) throws IOException {
        Diary diary = new Diary(folder);
        if (Files.exists(diary.file)) {
            for (String line : Files.readAllLines(diary.file, StandardCharsets.UTF_8)) {
                diary.done.add(line);
                String[] parts = line.split("\t", -1);
                if (parts[0].equals(GOT) && parts.length == PARTS) {
                    agreed.interchange(parts[1])
                            .ifPresent(each -> diary.received.add(diary.received(each, agreed, parts)));
                }
            }
        }
        return diary;
    }

    boolean isEmpty() {
        return done.isEmpty();
    }

    boolean holds(String thing) {
        return done.contains(thing);
    }

    void add(String thing) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                file, thing + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        done.add(thing);
    }

    /** Where a file that is fetched is kept. */
    Path place(AgreedInterchange interchange, String party, String name) {
        return folder.resolve("got").resolve(interchange.name()).resolve(party).resolve(name);
    }

    boolean hasGot(AgreedInterchange interchange, String party, String name) {
        return received.stream()
                .anyMatch(each -> each.interchange().name().equals(interchange.name())
                        && each.party().equals(party)
                        && each.file().getFileName().toString().equals(name));
    }

    /** Enters a file that was fetched and lies in its place. */
    Received got(AgreedInterchange interchange, Agreed agreed, String party, String name, LocalDate on, String origin)
            throws IOException {
        long before = received.stream()
                .filter(each -> each.interchange().name().equals(interchange.name()))
                .count();
        String line = String.join(
                "\t", GOT, interchange.name(), party, name, on.toString(), String.valueOf(before + 1), origin);
        add(line);
        Received file = received(interchange, agreed, line.split("\t", -1));
        received.add(file);
        return file;
    }

    List<Received> received() {
        return received;
    }

    private Received received(AgreedInterchange interchange, Agreed agreed, String[] parts) {
        return new Received(
                interchange,
                agreed.layout(interchange.layout()),
                place(interchange, parts[2], parts[3]),
                LocalDate.parse(parts[4]),
                parts[2],
                Integer.parseInt(parts[5]),
                parts[6]);
    }
}
