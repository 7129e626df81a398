package jp.kenpo.gateway.configuration;

/**
 * What is wrong in a file that people write, and what to write instead.
 *
 * @param file path of the file, relative to the installation where possible
 * @param line line from 1, or 0 where the file as a whole is meant
 * @param what what was found, for example {@code unknown key "purpose"}
 * @param remedy what to write, for the person who edits the file
 */
public record Problem(String file, int line, String what, String remedy) {

    /** One line for a terminal: {@code file:line: what. remedy}. */
    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line : file) + ": " + what + ". " + remedy;
    }
}
