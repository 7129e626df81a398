package jp.kenpo.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BegunNotesTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatWasBegunUntilItIsOver() throws IOException {
        var notes = new BegunNotes(folder.resolve("notes"));
        assertThat(notes.all(key -> true)).isEmpty();

        notes.begin("K1", "requests/.part-a.K1");
        notes.begin("K2", "requests/.part-b.K2");
        assertThat(notes.all("K2"::equals)).isEqualTo(Map.of("K2", "requests/.part-b.K2"));

        notes.over("K2");
        assertThat(notes.all(key -> true)).isEqualTo(Map.of("K1", "requests/.part-a.K1"));
    }

    /** A disk without room would leave an empty one in its place. */
    @Test
    void aGoodNoteIsNotWrittenAnew() throws IOException {
        var notes = new BegunNotes(folder);
        notes.begin("K", "requests/.part-a.K");
        Files.createDirectory(folder.resolve("K.begins"));

        notes.begin("K", "requests/.part-a.K");

        assertThat(notes.all(key -> true)).containsOnlyKeys("K");
    }

    @Test
    void whatIsNoTemporaryNameTellsNothing() throws IOException {
        var notes = new BegunNotes(folder);
        Files.write(folder.resolve("N.begun"), new byte[8]);
        Files.write(folder.resolve("U.begun"), new byte[] {'.', 'p', 'a', 'r', 't', '-', (byte) 0xff});
        Files.writeString(folder.resolve("F.begun"), "requests/a.csv");
        assertThat(notes.all(key -> true)).isEmpty();
        assertThat(notes.path("N")).isEmpty();
    }

    @Test
    void whatAPowerCutLeftEmptyTellsNothingAndIsWrittenAnew() throws IOException {
        var notes = new BegunNotes(folder);
        Files.createFile(folder.resolve("K.begun"));
        assertThat(notes.all(key -> true)).isEmpty();

        notes.begin("K", "requests/.part-a.K");

        assertThat(notes.all(key -> true)).isEqualTo(Map.of("K", "requests/.part-a.K"));
    }
}
