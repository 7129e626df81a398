package jp.kenpo.gateway.sandbox.contents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes what can only be written to a file. */
final class Scratch {

    private byte[] bytes = new byte[0];

    /** Writes a file and returns how much is in it. */
    interface Writer {
        int write(Path target) throws IOException;
    }

    int write(Writer writer) throws IOException {
        Path file = Files.createTempFile("sandbox", ".content");
        try {
            int written = writer.write(file);
            bytes = Files.readAllBytes(file);
            return written;
        } finally {
            Files.delete(file);
        }
    }

    byte[] bytes() {
        return bytes;
    }
}
