package jp.kenpo.gateway.testing;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the test processes that run at the same time this one is: each has a folder and ports of its own. The build
 * names it in the system property {@code fork}: {@code it1}, {@code it2}. A process that runs alone is the first.
 */
final class Fork {

    private static final String NAME = System.getProperty("fork", "it1");
    private static final Matcher NUMBERED = Pattern.compile("it([1-9][0-9]?)").matcher(NAME);

    static {
        // two processes that took each other's folder would fail far from the cause
        if (!NUMBERED.matches()) {
            throw new IllegalStateException(
                    "the build does not tell the test processes apart: fork is \"" + NAME + "\", not it1, it2 …");
        }
    }

    private Fork() {}

    /** Returns 1 for the first process. */
    static int number() {
        return Integer.parseInt(NUMBERED.group(1));
    }

    /** Returns the folder that no other process uses. */
    static Path folder() {
        return Path.of("target", NAME).toAbsolutePath();
    }
}
