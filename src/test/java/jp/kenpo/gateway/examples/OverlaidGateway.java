package jp.kenpo.gateway.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.kenpo.gateway.examples.ExampleCase.Edit;
import jp.kenpo.gateway.testing.GatewayProcess;
import jp.kenpo.gateway.testing.GatewaySetup;

/**
 * The gateway for examples whose configuration must differ from the shipped one: an agreement that ended, or one that goes
 * too far. It runs the shipped routes.
 */
final class OverlaidGateway {

    private static final Path CONFIG = Path.of("config");

    private OverlaidGateway() {}

    /** Starts a gateway with the shipped configuration in which all texts of the overlays are replaced. */
    static GatewayProcess start(List<ExampleCase> examples) throws IOException {
        GatewaySetup setup = GatewaySetup.named("overlaid");
        Path copy = setup.folder().resolve("config");
        try (Stream<Path> files = Files.walk(CONFIG)) {
            files.forEach(file -> copy(file, copy.resolve(CONFIG.relativize(file))));
        }
        for (ExampleCase example : examples) {
            for (Edit edit : example.overlay()) {
                apply(copy, edit, example);
            }
        }
        return setup.config(copy).start();
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void apply(Path config, Edit edit, ExampleCase example) throws IOException {
        Path file = config.resolve(edit.in());
        String text = Files.readString(file);
        int after = text.indexOf(edit.after());
        int at = text.indexOf(edit.replace(), Math.max(after, 0));
        assertThat(after >= 0 && at >= 0)
                .as("%s: %s has \"%s\" and behind it \"%s\"", example.title(), edit.in(), edit.after(), edit.replace())
                .isTrue();
        Files.writeString(
                file,
                text.substring(0, at)
                        + edit.by()
                        + text.substring(at + edit.replace().length()));
    }
}
