package jp.kenpo.gateway.counterparty;

import java.util.Optional;
import java.util.regex.Pattern;

/** What folders, file names and patterns of an interchange may look like. */
final class FileNames {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
    private static final Pattern NAME_PLACEHOLDER =
            Pattern.compile("\\{(date|month|transfer|parent|party|sha256:([89]|[1-5][0-9]|6[0-4]))}");
    private static final Pattern PATTERN_PLACEHOLDER = Pattern.compile("\\{(month|insurer-number|party|transfer)}");
    private static final Pattern TELLS_APART = Pattern.compile("\\{(transfer|parent|sha256:[0-9]+)}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]*");
    private static final Pattern PLAIN_PATH = Pattern.compile("([A-Za-z0-9_*-][A-Za-z0-9._*-]*(/|$))*");

    private FileNames() {}

    /** Returns what is wrong with a folder; empty if nothing. */
    static Optional<String> faultOfFolder(String folder) {
        return isPath(folder) && !folder.contains("*")
                ? Optional.empty()
                : Optional.of("folder \"" + folder + "\" is not a plain relative path");
    }

    /** Returns what is wrong with the pattern of files that arrive. */
    static Optional<String> faultOfPattern(String pattern) {
        return !pattern.isEmpty() && isPath(PATTERN_PLACEHOLDER.matcher(pattern).replaceAll("x"))
                ? Optional.empty()
                : Optional.of("pattern \"" + pattern + "\" is not a relative path of plain names, {month},"
                        + " {insurer-number}, {party}, {transfer} and *");
    }

    /** Returns what is wrong with the name that files leave under. */
    static Optional<String> faultOfFileName(String name) {
        var rest = NAME_PLACEHOLDER.matcher(name).replaceAll("");
        if (PLACEHOLDER.matcher(rest).find() || !PLAIN.matcher(rest).matches() || name.startsWith(".")) {
            return Optional.of(
                    "file name \"" + name + "\" is not a plain name with {date}, {month}, {transfer}, {parent},"
                            + " {party} and {sha256:N} with N from 8 to 64");
        }
        return TELLS_APART.matcher(name).find()
                ? Optional.empty()
                : Optional.of("file name \"" + name + "\" is the same for different transfers");
    }

    private static boolean isPath(String text) {
        return PLAIN_PATH.matcher(text).matches() && !text.endsWith("/");
    }
}
