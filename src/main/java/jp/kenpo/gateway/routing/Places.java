package jp.kenpo.gateway.routing;

import java.io.File;
import java.nio.file.Path;
import jp.kenpo.gateway.intake.Place;
import jp.kenpo.gateway.intake.Uploads;
import org.apache.camel.component.file.GenericFile;

/** Says where a file that was met lies, seen from its interchange, and under which name its home's server knows it. */
interface Places {

    /** Returns the place of a file. */
    Place of(GenericFile<?> file);

    /** Returns the name under which {@link Uploads} knows a file of a home. */
    String key(GenericFile<File> file);

    /** The places of a folder that is one counterparty's alone. */
    record OfOne(String user, Path home) implements Places {

        @Override
        public Place of(GenericFile<?> file) {
            return new Place(slashes(file.getRelativeFilePath()), file.getFileLength(), file.getLastModified());
        }

        @Override
        public String key(GenericFile<File> file) {
            return Uploads.key(user, "/" + slashes(home.relativize(path(file)).toString()));
        }
    }

    /**
     * The places of a folder that each of many parties has in its home.
     *
     * @param homes folder of all homes, one a party
     * @param folder the folder in each, for example {@code upload/filings}
     */
    record OfMany(Path homes, String folder) implements Places {

        @Override
        public Place of(GenericFile<?> file) {
            Path path = homes.relativize(path(file));
            Path home = path.subpath(0, 1);
            Path below = home.resolve(folder).relativize(path);
            return new Place(
                    slashes(below.toString()), file.getFileLength(), file.getLastModified(), home.toString(), null);
        }

        @Override
        public String key(GenericFile<File> file) {
            Path path = homes.relativize(path(file));
            return Uploads.key(
                    path.subpath(0, 1).toString(),
                    "/" + slashes(path.subpath(1, path.getNameCount()).toString()));
        }
    }

    private static Path path(GenericFile<?> file) {
        return Path.of(file.getAbsoluteFilePath()).toAbsolutePath().normalize();
    }

    private static String slashes(String path) {
        return path.replace(File.separatorChar, '/');
    }
}
