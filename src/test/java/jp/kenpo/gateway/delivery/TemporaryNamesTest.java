package jp.kenpo.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryNamesTest {

    private static final Parcel PARCEL =
            new Parcel("K", "requests", "A.CSV", 1, "0".repeat(64), InputStream::nullInputStream);

    @TempDir
    Path folder;

    @Test
    void areAlwaysTheSameInADataFolder() throws IOException {
        String name = new TemporaryNames(folder.resolve("drafts")).of(PARCEL);

        assertThat(name).matches("requests/[.]part-A[.]CSV[.]K-[0-9a-f]{8}");
        assertThat(new TemporaryNames(folder.resolve("drafts")).of(PARCEL)).isEqualTo(name);
    }

    @Test
    void areOthersInAnotherDataFolder() throws IOException {
        assertThat(new TemporaryNames(folder.resolve("one")).of(PARCEL))
                .isNotEqualTo(new TemporaryNames(folder.resolve("other")).of(PARCEL));
    }

    @Test
    void areGivenAnewIfTheirMarkIsNone() throws IOException {
        Files.writeString(folder.resolve(".mark"), "../../x");

        assertThat(new TemporaryNames(folder).of(PARCEL)).matches("requests/[.]part-A[.]CSV[.]K-[0-9a-f]{8}");
    }
}
