package jp.kenpo.gateway.counterparty;

import java.util.Optional;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.configuration.Problems;
import jp.kenpo.gateway.counterparty.Interchange.AnnouncedFile;
import jp.kenpo.gateway.counterparty.Interchange.Completeness;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.counterparty.Interchange.FileDelivery;
import jp.kenpo.gateway.counterparty.Interchange.QueueChannel;
import jp.kenpo.gateway.purpose.Direction;

/** What must hold between the channel of an interchange, its direction and the connection that carries it. */
final class ChannelChecks {

    private final ConfigurationFile<CounterpartyFile> file;
    private final Problems problems;

    ChannelChecks(ConfigurationFile<CounterpartyFile> file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void check(InterchangeText interchange, String name) {
        var channel = interchange.channel();
        boolean inbound = interchange.direction() == Direction.IN;
        if (channel instanceof FileArrival arrival) {
            expect(inbound, "file-arrival on an outbound interchange", "Write file-delivery", name);
            report(FileNames.faultOfFolder(arrival.folder()), name, "file-arrival", "folder");
            report(FileNames.faultOfPattern(arrival.pattern()), name, "file-arrival", "pattern");
            checkPartyOfPattern(arrival, name);
            checkCompleteness(arrival, name);
        } else if (channel instanceof FileDelivery delivery) {
            expect(!inbound, "file-delivery on an inbound interchange", "Write file-arrival", name);
            checkOutboundFile(delivery.folder(), delivery.fileName(), name, "file-delivery");
        } else if (channel instanceof AnnouncedFile announced) {
            expect(!inbound, "announced-file on an inbound interchange", "Write queue", name);
            checkOutboundFile(announced.folder(), announced.fileName(), name, "announced-file");
        }
        checkConnection(channel, name);
    }

    /** Whom a file is for only the society may say; whom it is from says the home that it lies in. */
    private void checkPartyOfPattern(FileArrival arrival, String name) {
        if (arrival.pattern().contains("{party}") && !file.content().isOwnSystem()) {
            problem(
                    "the pattern names a party, which only the society's own system may",
                    "Remove {party}: the home says which party it is",
                    "interchanges",
                    name,
                    "file-arrival",
                    "pattern");
        }
    }

    private void checkConnection(Interchange.Channel channel, String name) {
        var written = file.content().connection();
        var connection = written == null ? null : written.toConnection();
        boolean onQueue = channel instanceof QueueChannel || channel instanceof AnnouncedFile;
        boolean fits =
                onQueue ? connection instanceof Connection.Queues : connection != null && connection.takesFiles();
        expect(
                fits,
                "the connection does not carry this channel",
                onQueue
                        ? "Write connection: queues"
                        : "Write connection: remote-sftp, hosted-sftp or hosted-parties, or queues with a home",
                name);
        if (channel instanceof AnnouncedFile && connection instanceof Connection.Queues queues) {
            expect(queues.home() != null, "an announced file needs a home", "Write queues: home: public-keys", name);
        }
    }

    private void checkCompleteness(FileArrival arrival, String name) {
        var written = file.content().connection();
        if (arrival.complete() == Completeness.CLOSED && written != null && written.remoteSftp() != null) {
            problem(
                    "only the gateway's own server sees that a file is closed",
                    "Write settled, renamed or marker",
                    "interchanges",
                    name,
                    "file-arrival",
                    "complete");
        }
    }

    private void checkOutboundFile(String folder, String fileName, String name, String channel) {
        report(FileNames.faultOfFolder(folder), name, channel, "folder");
        report(FileNames.faultOfFileName(fileName), name, channel, "file-name");
    }

    private void report(Optional<String> fault, String name, String channel, String key) {
        fault.ifPresent(what -> problem(what, "Correct it", "interchanges", name, channel, key));
    }

    private void expect(boolean holds, String what, String remedy, String name) {
        if (!holds) {
            problem(what, remedy, "interchanges", name);
        }
    }

    private void problem(String what, String remedy, Object... path) {
        problems.add(file.problem(what, remedy, path));
    }
}
