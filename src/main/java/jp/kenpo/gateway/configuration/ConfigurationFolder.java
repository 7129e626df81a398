package jp.kenpo.gateway.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of one folder below {@code config/}, in the order of their names. */
public final class ConfigurationFolder {

    private ConfigurationFolder() {}

    /**
     * Returns the files whose name ends in a suffix such as {@code .yaml}; sub-folders are not looked into.
     *
     * @throws ConfigurationRejectedException if the folder is missing, or holds a {@code .yml}, which would be overlooked
     */
    public static List<Path> files(Path folder, String suffix) {
        try (var entries = Files.list(folder)) {
            var files = entries.filter(Files::isRegularFile).sorted().toList();
            files.stream()
                    .filter(each -> each.toString().endsWith(".yml"))
                    .findFirst()
                    .ifPresent(each -> {
                        throw rejected(each, "the name ends in .yml and would be overlooked", "Rename it to .yaml");
                    });
            return files.stream()
                    .filter(each -> each.toString().endsWith(suffix))
                    .toList();
        } catch (IOException e) {
            throw rejected(folder, "the folder can't be read", "Create it, or correct gateway.config-dir");
        }
    }

    private static ConfigurationRejectedException rejected(Path file, String what, String remedy) {
        return new ConfigurationRejectedException(
                List.of(new Problem(ConfigurationFile.nameOf(file), 0, what, remedy)));
    }
}
