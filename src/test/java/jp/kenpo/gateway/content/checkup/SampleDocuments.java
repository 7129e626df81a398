package jp.kenpo.gateway.content.checkup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import jp.kenpo.gateway.sandbox.checkup.GuidanceArchive;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;
import jp.kenpo.gateway.testing.Peers;

/** Documents of checkups and of guidance. */
final class SampleDocuments {

    private SampleDocuments() {}

    /** Returns the documents of the sample archive in which nothing is wrong. */
    static List<String> valid() throws IOException {
        Path archive = Peers.neededSample("checkups/archives/9910000018_06999999_202505201_1.zip");
        return documents(Files.readAllBytes(archive));
    }

    /** Returns documents of guidance (特定保健指導) in which nothing is wrong; made up, for there are no samples. */
    static List<String> guidance() throws IOException {
        FictionalSociety society = new FictionalSociety(20261123, 200);
        var archive = new ByteArrayOutputStream();
        GuidanceArchive.about(List.of(society.member(1), society.member(2)), 1, LocalDate.of(2026, 11, 10))
                .write(archive);
        return documents(archive.toByteArray());
    }

    private static List<String> documents(byte[] archive) throws IOException {
        List<String> documents = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().contains("/DATA/")) {
                    documents.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return documents;
    }
}
