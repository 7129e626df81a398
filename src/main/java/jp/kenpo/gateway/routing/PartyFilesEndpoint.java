package jp.kenpo.gateway.routing;

import java.io.File;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.file.FileConsumer;
import org.apache.camel.component.file.FileEndpoint;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileConfiguration;
import org.apache.camel.component.file.GenericFileOperations;

/**
 * Camel's own file endpoint over the folders of many parties: one poller and one thread, and at each look a few files of
 * each party, so that one that sends thousands does not hold up the others.
 */
final class PartyFilesEndpoint extends FileEndpoint {

    /** How many files of one party are taken in before those of the next. */
    private static final int SHARE = 10;

    private final PartyFolders folders;

    /**
     * An endpoint that is not in Camel's registry: no route file can name it.
     *
     * @param name tells it from others in log and metrics
     * @param homes folder of all homes
     * @param options those of {@code file:}
     */
    PartyFilesEndpoint(CamelContext camel, String name, Path homes, PartyFolders folders, Map<String, Object> options) {
        super("file:" + homes + "?parties=" + name, camel.getComponent("file"));
        this.folders = folders;
        setCamelContext(camel);
        setFile(homes.toFile());
        GenericFileConfiguration top = new GenericFileConfiguration();
        top.setDirectory(homes.toString());
        setConfiguration(top);
        configureProperties(options);
    }

    @Override
    protected FileConsumer newFileConsumer(Processor processor, GenericFileOperations<File> operations) {
        return new InTurn(this, processor, operations, folders);
    }

    /** Looks into the folders one after the other. */
    private static final class InTurn extends FileConsumer {

        private final PartyFolders folders;

        InTurn(
                PartyFilesEndpoint endpoint,
                Processor processor,
                GenericFileOperations<File> operations,
                PartyFolders folders) {
            super(endpoint, processor, operations, endpoint.createGenericFileStrategy());
            this.folders = folders;
        }

        @Override
        protected void doStart() throws Exception {
            folders.create();
            super.doStart();
        }

        @Override
        protected boolean pollDirectory(Exchange dynamic, String homes, List<GenericFile<File>> files, int depth) {
            for (Path folder : folders.busy()) {
                FileTime changed = PartyFolders.changed(folder);
                List<GenericFile<File>> found = new ArrayList<>();
                super.pollDirectory(dynamic, folder.toString(), found, depth);
                if (found.isEmpty()) {
                    folders.nothingFound(folder, changed);
                }
                files.addAll(found);
            }
            return true;
        }

        /** Camel's own limit is one over all folders. */
        @Override
        public boolean canPollMoreFiles(List<?> found) {
            return found.size() < SHARE;
        }
    }
}
