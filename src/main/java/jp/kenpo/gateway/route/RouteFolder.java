package jp.kenpo.gateway.route;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kenpo.gateway.configuration.Problem;

/** Finds the files of {@code routes/} and refuses what does not belong there. */
final class RouteFolder {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String EXAMPLES = ".examples";
    private static final String YAML = ".yaml";
    /** A route is a page of text; a larger file is something else. */
    private static final int LARGEST = 64 * 1024;

    private final Path top;
    private final List<RouteText> texts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    private RouteFolder(Path top) {
        this.top = top;
    }

    static RouteFolder read(Path top) {
        RouteFolder folder = new RouteFolder(top);
        if (Files.isDirectory(top)) {
            folder.each(top, folder::readTop);
        } else {
            folder.refuse(top, "the folder of the routes does not exist", "Name it with --gateway.routes-dir");
        }
        return folder;
    }

    /** Returns the readable files in the order of their paths. */
    List<RouteText> texts() {
        return texts;
    }

    List<Problem> problems() {
        return problems;
    }

    private void each(Path folder, Consumer<Path> reading) {
        try (Stream<Path> entries = Files.list(folder)) {
            entries.sorted(Comparator.comparing(entry -> entry.getFileName().toString()))
                    .filter(this::isNoLink)
                    .forEach(reading);
        } catch (IOException failure) {
            refuse(folder, "the folder can't be read", "Allow the gateway's user to read it");
        }
    }

    private boolean isNoLink(Path path) {
        boolean link = Files.isSymbolicLink(path);
        if (link) {
            refuse(path, "a symbolic link leads out of sight", "Put the file itself here");
        }
        return !link;
    }

    private void readTop(Path path) {
        String name = path.getFileName().toString();
        boolean known = NAME.matcher(name).matches() || name.equals(RouteText.SHARED);
        if (known && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            each(path, this::readEntry);
        } else {
            refuse(
                    path,
                    "only folders of counterparties and _shared stand in routes/",
                    "Move it to routes/<counterparty>/, or out of routes/");
        }
    }

    private void readEntry(Path path) {
        String name = path.getFileName().toString();
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && name.endsWith(EXAMPLES)) {
            return;
        }
        String stem = name.endsWith(YAML) ? name.substring(0, name.length() - YAML.length()) : "";
        if (NAME.matcher(stem).matches() && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            readText(path, stem);
        } else {
            refuse(
                    path,
                    "neither a route nor an example",
                    "A route is <name>.yaml in small letters, digits and hyphens; examples stand in <name>.examples/");
        }
    }

    private void readText(Path path, String stem) {
        try {
            if (Files.size(path) > LARGEST) {
                refuse(path, "larger than 64 KiB", "Write one route, and nothing else, into the file");
                return;
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            String folder = path.getParent() == null
                    ? ""
                    : path.getParent().getFileName().toString();
            texts.add(new RouteText(nameOf(path), path, folder, stem, text));
        } catch (CharacterCodingException failure) {
            refuse(path, "not UTF-8", "Save the file as UTF-8");
        } catch (IOException failure) {
            refuse(path, "the file can't be read", "Allow the gateway's user to read it");
        }
    }

    private void refuse(Path path, String what, String remedy) {
        problems.add(RouteRule.PLACE.problem(nameOf(path), 0, what, remedy));
    }

    private String nameOf(Path path) {
        Path parent = top.toAbsolutePath().normalize().getParent();
        Path whole = path.toAbsolutePath().normalize();
        Path shown = parent == null ? whole : parent.relativize(whole);
        return shown.toString().replace('\\', '/');
    }
}
