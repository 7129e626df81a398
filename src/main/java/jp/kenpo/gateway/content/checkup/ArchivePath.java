package jp.kenpo.gateway.content.checkup;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.archive.ArchiveRefusedException;

/**
 * Where an entry stands in a standard archive.
 *
 * @param root name of the outermost folder
 * @param file name without folder; empty for a folder
 */
record ArchivePath(String root, Place place, String file) {

    /** The places that the standard knows. */
    enum Place {
        FOLDER,
        INDEX,
        SUMMARY,
        DOCUMENT,
        CLAIM,
        /** Never used: the gateway validates with its own copy. */
        SCHEMA
    }

    private static final Pattern SIGNS = Pattern.compile("[!-~]+");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*");
    private static final Pattern DEVICE = Pattern.compile("(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");
    private static final Set<String> FOLDERS = Set.of("DATA", "CLAIMS", "XSD", "XSD/coreschemas");

    /**
     * Returns the place of an entry.
     *
     * @param name as it stands in the archive
     * @param ordinal of the entry, for the finding
     * @throws ArchiveRefusedException if the name could lead out of the folder, or is none that the standard has
     */
    static ArchivePath of(String name, int ordinal) throws ArchiveRefusedException {
        boolean folder = name.endsWith("/");
        List<String> segments = List.of((folder ? name.substring(0, name.length() - 1) : name).split("/", -1));
        if (!SIGNS.matcher(name).matches() || !segments.stream().allMatch(ArchivePath::safe)) {
            throw new ArchiveRefusedException(ArchiveRule.UNSAFE_NAME.id(), ordinal);
        }
        String root = segments.get(0);
        String inside = String.join("/", segments.subList(1, segments.size()));
        if (folder) {
            if (inside.isEmpty() || FOLDERS.contains(inside)) {
                return new ArchivePath(root, Place.FOLDER, "");
            }
            throw new ArchiveRefusedException(ArchiveRule.UNKNOWN_PLACE.id(), ordinal);
        }
        if (!name.endsWith(".xml") && !name.endsWith(".xsd")) {
            throw new ArchiveRefusedException(ArchiveRule.OTHER_FILE.id(), ordinal);
        }
        if (segments.size() == 1) {
            throw new ArchiveRefusedException(ArchiveRule.ROOT_FOLDER.id(), ordinal);
        }
        return new ArchivePath(root, place(inside, ordinal), segments.get(segments.size() - 1));
    }

    private static boolean safe(String segment) {
        return SEGMENT.matcher(segment).matches()
                && !segment.endsWith(".")
                && !DEVICE.matcher(segment.toLowerCase(Locale.ROOT)).matches();
    }

    private static Place place(String inside, int ordinal) throws ArchiveRefusedException {
        String folder = inside.contains("/") ? inside.substring(0, inside.lastIndexOf('/')) : "";
        boolean xml = inside.endsWith(".xml");
        if (xml && folder.equals("DATA")) {
            return Place.DOCUMENT;
        } else if (xml && folder.equals("CLAIMS")) {
            return Place.CLAIM;
        } else if (!xml && folder.startsWith("XSD") && FOLDERS.contains(folder)) {
            return Place.SCHEMA;
        } else if (inside.equals("ix08_V08.xml")) {
            return Place.INDEX;
        } else if (inside.equals("su08_V08.xml")) {
            return Place.SUMMARY;
        }
        throw new ArchiveRefusedException(ArchiveRule.UNKNOWN_PLACE.id(), ordinal);
    }
}
