package jp.kenpo.gateway.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFolderTest {

    @TempDir
    Path folder;

    @Test
    void namesTheSchemasThatNobodyCanRead() throws IOException {
        Path core = Files.createDirectory(folder.resolve("coreschemas"));
        Files.writeString(folder.resolve("good.xsd"), "<schema/>");
        Files.writeString(folder.resolve("stray.xsd"), "<schema>");
        Files.writeString(folder.resolve("notes.txt"), "no schema");
        Files.writeString(core.resolve("open.xsd"), "<!DOCTYPE schema><schema/>");

        assertThat(SchemaFolder.unreadable(folder)).containsExactly("coreschemas/open.xsd", "stray.xsd");
    }

    @Test
    void asksForNoSchemas() {
        assertThat(SchemaFolder.unreadable(folder.resolve("nowhere"))).isEmpty();
    }
}
