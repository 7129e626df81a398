package jp.kenpo.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RouteStatesTest {

    @TempDir
    private Path folder;

    @Test
    void holdsWhileTheProcessThatWroteItLives() {
        var states = RouteStates.in(folder);
        assertThat(states.read()).isEmpty();
        states.write(Map.of("a.b", "started"));
        assertThat(states.read()).contains(Map.of("a.b", "started"));
        states.remove();
        assertThat(states.read()).isEmpty();
    }

    @Test
    void disbelievesAProcessThatWasKilled() throws IOException {
        var file = Files.createDirectories(folder.resolve("run")).resolve("routes.json");
        Files.writeString(
                file,
                "{\"pid\":%d,\"processStarted\":null,\"routes\":{\"a.b\":\"started\"}}".formatted(Long.MAX_VALUE));
        assertThat(RouteStates.in(folder).read()).isEmpty();
    }

    @Test
    void disbelievesAnotherProcessOfTheSameNumber() throws IOException {
        var file = Files.createDirectories(folder.resolve("run")).resolve("routes.json");
        Files.writeString(
                file,
                "{\"pid\":%d,\"processStarted\":\"2001-01-01T00:00:00Z\",\"routes\":{}}"
                        .formatted(ProcessHandle.current().pid()));
        assertThat(RouteStates.in(folder).read()).isEmpty();
    }
}
