package jp.kenpo.gateway.content.checkup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.kenpo.gateway.content.Arrival;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.Reading;
import jp.kenpo.gateway.content.archive.CopiedStream;
import jp.kenpo.gateway.content.archive.ZipLimits;

/**
 * The standard archive (電子的な標準様式): a zip of HL7 CDA documents, one a person, with an index and, where money is
 * settled, a summary and settlement files.
 *
 * <p>Counts {@code records} (documents) and {@code settlements}. The schemas come from the folder of the installation;
 * where one is absent the other rules hold, and a note says so. Memory is that of one document, some bytes for each
 * name, and some 25 MB at most for what documents have in common.
 */
public final class CheckupArchiveContent implements Content {

    /** A checkup has some 20 KB and shrinks to a tenth, the largest official schema 790 KB. */
    static final ZipLimits LIMITS = new ZipLimits(4 * 1024 * 1024, 4L * 1024 * 1024 * 1024, 100);

    private static final String ENDING = ".zip";

    private final ArchiveForm form;
    private final LayoutSurroundings surroundings;
    private final SchemaSet schemas;

    CheckupArchiveContent(ArchiveForm form, LayoutSurroundings surroundings) {
        this.form = form;
        this.surroundings = surroundings;
        this.schemas = new SchemaSet(surroundings.schemasDir());
    }

    static String withoutEnding(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(ENDING)
                ? fileName.substring(0, fileName.length() - ENDING.length())
                : fileName;
    }

    @Override
    public Reading read(InputStream in, Arrival arrival) throws IOException {
        return new ArchiveReading(form, schemas, surroundings, arrival).read(in);
    }

    /** The name is part of the format; a copy that was given another kind of name is judged by its folder alone. */
    @Override
    public Arrival copy(String fileName) {
        return ArchiveName.of(withoutEnding(fileName)).isPresent()
                ? new Arrival(fileName, null, null)
                : Arrival.UNKNOWN;
    }

    /**
     * {@inheritDoc}
     *
     * <p>An archive leaves whole, byte for byte, or not at all: documents are never written anew.
     *
     * @throws IOException also if not all of its fields are permitted, if it is to be masked, or if it has errors
     */
    @Override
    public Projected project(InputStream in, OutputStream out, Permission permission) throws IOException {
        if (!permission.fields().containsAll(form.fields())) {
            throw new IOException("a checkup archive leaves whole or not at all, and not all of it is permitted");
        }
        if (permission.maskMyNumber()) {
            throw new IOException("a My Number in a checkup archive can't be masked; nothing of it may leave");
        }
        var copy = new CopiedStream(in, out);
        Reading reading = read(copy, Arrival.UNKNOWN);
        if (!reading.accepted()) {
            throw new IOException("the payload is no checkup archive without errors; it may not leave");
        }
        return new Projected(reading.records(), Set.copyOf(form.fields()), Map.of());
    }
}
