package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/**
 * The gateway's own SFTP server: one jailed home a counterparty, or one a party where a counterparty is many, public keys
 * only. The user name is the id; nobody sees that another exists.
 */
public final class HostedSftp implements AutoCloseable {

    private static final int HANDLES = 64;
    private static final int SESSIONS = 32;
    private static final int CHANNELS = 8;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private static final AttributeRepository.AttributeKey<Boolean> CLOSED_BY_CLIENT =
            new AttributeRepository.AttributeKey<>();

    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path keyFolder;
    private final HostedHomes homes;
    private final Uploads uploads;
    private final Clock clock;
    private final Set<String> ownSystems;
    private final Map<String, HostedAccount> accounts;

    public HostedSftp(
            GatewaySettings settings,
            CounterpartyRegister counterparties,
            HostedHomes homes,
            Uploads uploads,
            Clock clock) {
        this.keyFolder = settings.keys();
        this.homes = homes;
        this.uploads = uploads;
        this.clock = clock;
        this.ownSystems = counterparties.all().stream()
                .filter(Counterparty::ownSystem)
                .map(Counterparty::id)
                .collect(Collectors.toUnmodifiableSet());
        this.accounts = HostedAccount.of(counterparties, homes);
        server.setHost(settings.sftp().address());
        server.setPort(settings.sftp().port());
        SimpleGeneratorHostKeyProvider hostKey = new SimpleGeneratorHostKeyProvider(keyFolder.resolve("sftp-host-key"));
        hostKey.setAlgorithm("EC");
        hostKey.setKeySize(256);
        server.setKeyPairProvider(hostKey);
    }

    /** Makes the homes and listens. */
    public void start() throws IOException {
        // the first to need it: a host key that can't be written would be another one after the next start
        Files.createDirectories(keyFolder, OWNER_ONLY);
        Files.createDirectories(homes.top());
        VirtualFileSystemFactory jails = new VirtualFileSystemFactory();
        for (Map.Entry<String, HostedAccount> account : accounts.entrySet()) {
            HostedHomes.create(account.getValue().home());
            jails.setUserHomeDir(account.getKey(), account.getValue().home());
        }
        server.setFileSystemFactory(jails);
        server.setPublickeyAuthenticator(this::knows);
        server.setPasswordAuthenticator(null);
        server.setKeyboardInteractiveAuthenticator(null);
        ModernAlgorithms.only(server);
        // without it small files take 10 to 44 ms each instead of 1
        CoreModuleProperties.TCP_NODELAY.set(server, true);
        // each session has a thread: one party that opens ever more takes none from the others
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, SESSIONS);
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, CHANNELS);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, Duration.ofSeconds(30));
        CoreModuleProperties.IDLE_TIMEOUT.set(server, Duration.ofMinutes(10));
        server.setSubsystemFactories(List.of(sftp()));
        server.start();
    }

    /** Returns the port that is listened on. */
    public int port() {
        return server.getPort();
    }

    private boolean knows(String user, PublicKey key, ServerSession session) {
        HostedAccount account = accounts.get(user);
        return account != null && account.admits(user, key, session, LocalDate.now(clock));
    }

    private SftpSubsystemFactory sftp() {
        SftpSubsystemFactory factory = new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new HomeRules(uploads, ownSystems))
                .build();
        factory.addSftpEventListener(new UploadEnds());
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, HANDLES);
        return factory;
    }

    /** Tells a file that its client closed from one whose connection went away. */
    private final class UploadEnds implements SftpEventListener {

        @Override
        public void closing(ServerSession session, String remoteHandle, Handle handle) {
            handle.setAttribute(CLOSED_BY_CLIENT, true);
        }

        @Override
        public void closed(ServerSession session, String remoteHandle, Handle handle, Throwable thrown) {
            if (!isWritten(handle)) {
                return;
            }
            if (thrown == null) {
                uploads.closed(HomeRules.key(session, handle.getFile()));
            } else {
                uploads.brokenOff(HomeRules.key(session, handle.getFile()));
            }
        }

        @Override
        public void exiting(ServerSession session, Handle handle) {
            if (isWritten(handle) && handle.getAttribute(CLOSED_BY_CLIENT) == null) {
                uploads.brokenOff(HomeRules.key(session, handle.getFile()));
            }
        }

        private boolean isWritten(Handle handle) {
            return handle instanceof FileHandle file
                    && (file.getOpenOptions().contains(StandardOpenOption.WRITE) || file.isOpenAppend());
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
