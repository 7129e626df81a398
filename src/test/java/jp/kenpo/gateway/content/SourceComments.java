package jp.kenpo.gateway.content;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Javadoc of types and constants, out of the sources, as Markdown on one line. */
final class SourceComments {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final String COMMENT = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*";

    private SourceComments() {}

    /** Returns what is said about a type; empty if nothing. */
    static String of(Class<?> type) {
        String kinds = "(?:@\\w+(?:\\([^)]*\\))?\\s+)*(?:public |sealed |final )*(?:class|enum|record|interface) ";
        return find(type, COMMENT + kinds + type.getSimpleName() + "\\b");
    }

    /** Returns what is said about an enum constant. */
    static String of(Enum<?> constant) {
        return find(constant.getDeclaringClass(), COMMENT + constant.name() + "\\b");
    }

    /** Returns what is said about the package of a type. */
    static String ofPackage(Class<?> type) {
        return first(file(type.getPackageName() + ".package-info"), COMMENT + "@NullMarked");
    }

    private static String find(Class<?> type, String pattern) {
        return first(file(type.getName()), pattern);
    }

    private static Path file(String name) {
        return SOURCES.resolve(name.replace('.', '/') + ".java");
    }

    private static String first(Path file, String pattern) {
        try {
            Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(Files.readString(file));
            return found.find() ? markdown(found.group(1)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String markdown(String comment) {
        return comment.replaceAll("(?m)^\\s*\\* ?", "")
                .replaceAll("(?s)\\s@(?:param|return|throws|see).*", "")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .replaceAll("\\{@(?:link|linkplain) #?([^} ]*)(?: [^}]*)?}", "`$1`")
                .replaceAll("(?s)<table>.*</table>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
