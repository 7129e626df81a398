package jp.kenpo.gateway.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.kenpo.gateway.testing.ReceiptFiles;
import jp.kenpo.gateway.testing.SmallDisk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A counterparty whose home has no room left gets no part of a file. */
class HostedOutboxOnAFullDiskIT {

    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path temp;

    @Test
    void givesNothingOfWhichAPartDidNotReachTheDisk() throws IOException {
        try (SmallDisk disk = SmallDisk.at(temp.resolve("homes"), 12)) {
            Path download = disk.folder().resolve("download");
            Path drafts = disk.folder().resolve("drafts");
            var outbox = new HostedOutbox(download, drafts);

            assertThatIOException()
                    .isThrownBy(() -> outbox.put(parcel(14 * MEGABYTE)))
                    .withMessage("No space left on device");
            assertThat(download).isEmptyDirectory();
            assertThat(drafts).isEmptyDirectory();

            outbox.put(parcel(10 * MEGABYTE));
            assertThat(Files.size(download.resolve("A.CSV"))).isEqualTo(10 * MEGABYTE);
        }
    }

    private static Parcel parcel(int size) {
        byte[] bytes = new byte[size];
        return new Parcel("T", "", "A.CSV", size, ReceiptFiles.sha256(bytes), () -> new ByteArrayInputStream(bytes));
    }
}
