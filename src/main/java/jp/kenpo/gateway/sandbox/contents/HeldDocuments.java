package jp.kenpo.gateway.sandbox.contents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Checkup documents that the core system holds, and in which transfer each came. */
final class HeldDocuments {

    private static final Pattern IDENTIFIER =
            Pattern.compile("<id extension=\"([^\"]*)\" root=\"1\\.2\\.392\\.200119\\.6\\.(204|205|211)\"/>");

    /**
     * A document that was taken in.
     *
     * @param transfer id of the transfer it came in
     * @param file its name
     */
    record Held(String transfer, String file, String symbol, String number, String branch) {

        @Override
        public String toString() {
            return "Held[masked]";
        }
    }

    private final List<Held> documents = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    void add(Received archive) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive.file()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                // the same document may come in two ways, and is passed on once
                if (entry.getName().contains("/DATA/") && names.add(name)) {
                    documents.add(held(archive.origin(), name, new String(zip.readAllBytes(), StandardCharsets.UTF_8)));
                }
            }
        }
    }

    private static Held held(String transfer, String file, String text) {
        String[] identifier = {"", "", ""};
        Matcher ids = IDENTIFIER.matcher(text);
        while (ids.find()) {
            identifier[List.of("204", "205", "211").indexOf(ids.group(2))] = ids.group(1);
        }
        return new Held(transfer, file, identifier[0], identifier[1], identifier[2]);
    }

    /** Returns the documents that came last, at most so many. */
    List<Held> latest(int most) {
        return documents.subList(Math.max(0, documents.size() - most), documents.size());
    }
}
