package jp.kenpo.gateway.routing;

import com.jcraft.jsch.ChannelSftp;
import java.io.File;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.kenpo.gateway.counterparty.ArrivalPattern;
import jp.kenpo.gateway.counterparty.Interchange;
import jp.kenpo.gateway.counterparty.Interchange.Completeness;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.intake.Intake;
import jp.kenpo.gateway.intake.Place;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * Lets regular files through and leaves those alone that are still being written. What can't be a file of the
 * counterparty (a symlink, a folder in a file's place, a name with control characters) and what is larger than agreed is
 * refused, which is recorded; it stays where it lies, because nobody keeps it here.
 */
final class ArrivalFilter<T> implements GenericFileFilter<T> {

    private static final int REMEMBERED = 10_000;

    private final Interchange interchange;
    private final FileArrival files;
    private final Intake intake;
    private final Places places;
    private final SettledFiles settled;
    private final boolean hosted;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** @param hosted whether the files lie in a home of our own server */
    ArrivalFilter(
            Interchange interchange,
            FileArrival files,
            Intake intake,
            Places places,
            SettledFiles settled,
            boolean hosted) {
        this.interchange = interchange;
        this.files = files;
        this.intake = intake;
        this.places = places;
        this.settled = settled;
        this.hosted = hosted;
    }

    @Override
    public boolean accept(GenericFile<T> file) {
        String name = file.getFileNameOnly();
        if (!isPlain(name)) {
            return refuse(file, "the name holds a control character, a slash, a backslash, * or ?");
        }
        if (isLink(file)) {
            return refuse(file, "a symbolic link stands in place of a file");
        }
        if (file.isDirectory()) {
            return !standsForFile(name) || refuse(file, "a folder stands in place of a file");
        }
        return !isUnfinished(name)
                && (files.complete() != Completeness.SETTLED || settled.isSettled(places.of(file)))
                && (hosted || !refusesTooLarge(file));
    }

    /** Refuses a whole file that is larger than agreed. On our own server only its claim knows that it is whole. */
    boolean refusesTooLarge(GenericFile<T> file) {
        if (file.getFileLength() <= interchange.maxSize()) {
            return false;
        }
        refuse(file, "larger than " + interchange.maxSize() + " bytes");
        return true;
    }

    /** On the way to a remote server {@code *} and {@code ?} mean every file that they fit, for removing too. */
    private static boolean isPlain(String name) {
        return !name.equals("..") && name.chars().noneMatch(c -> Character.isISOControl(c) || "/\\*?".indexOf(c) >= 0);
    }

    private static boolean isLink(GenericFile<?> file) {
        if (file.getFile() instanceof SftpRemoteFile<?> remote
                && remote.getRemoteFile() instanceof ChannelSftp.LsEntry entry) {
            return entry.getAttrs().isLink();
        }
        return file.getFile() instanceof File local && Files.isSymbolicLink(local.toPath());
    }

    /** Whether the last part of the agreed pattern is the name of this folder. */
    private boolean standsForFile(String name) {
        String leaf = files.pattern().substring(files.pattern().lastIndexOf('/') + 1);
        return !leaf.equals("*") && new ArrivalPattern(leaf).match(name).isPresent();
    }

    private static boolean isUnfinished(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(".")
                || lower.endsWith(".part")
                || lower.endsWith(".tmp")
                || lower.endsWith(".filepart")
                || lower.endsWith(".done");
    }

    private boolean refuse(GenericFile<T> file, String why) {
        Place place = places.of(file);
        String source = place.party() + "|" + place.source();
        if (!refused.contains(source)) {
            intake.refuse(interchange, place, why);
            // only now: what could not be recorded is to be met again; the ledger knows what it met twice
            remember(source);
        }
        return false;
    }

    private void remember(String source) {
        if (refused.size() >= REMEMBERED) {
            refused.clear();
        }
        refused.add(source);
    }
}
