package jp.kenpo.gateway.content.checkup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import jp.kenpo.gateway.testing.Peers;

/** Documents of checkups from the shared samples. */
final class SampleDocuments {

    private SampleDocuments() {}

    /** Returns the documents of the sample archive in which nothing is wrong. */
    static List<String> valid() throws IOException {
        Path archive = Peers.neededSample("checkups/archives/9910000018_06999999_202505201_1.zip");
        List<String> documents = new ArrayList<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(archive)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().contains("/DATA/")) {
                    documents.add(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return documents;
    }
}
