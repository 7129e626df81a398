package jp.kenpo.gateway.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kenpo.gateway.configuration.GatewaySettings;
import jp.kenpo.gateway.configuration.SftpLimits;
import jp.kenpo.gateway.counterparty.Counterparty;
import jp.kenpo.gateway.counterparty.CounterpartyRegister;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's own SFTP server: one jailed home a counterparty, or one a party where a counterparty is many, public keys
 * only. The user name is the id; nobody sees that another exists.
 */
public final class HostedSftp implements AutoCloseable {

    private static final int HANDLES = 64;
    private static final int LOGIN_ATTEMPTS = 6;
    private static final int CHANNELS = 8;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path keyFolder;
    private final HostedHomes homes;
    private final Uploads uploads;
    private final Clock clock;
    private final SftpLimits limits;
    private final Doorkeeper door;
    private final Set<String> ownSystems;
    private final Map<String, HostedAccount> accounts;
    private final @Nullable HostedAccount stranger;

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
        this.limits = settings.sftp().limits();
        this.door = new Doorkeeper(limits, clock);
        this.ownSystems = counterparties.all().stream()
                .filter(Counterparty::ownSystem)
                .map(Counterparty::id)
                .collect(Collectors.toUnmodifiableSet());
        this.accounts = HostedAccount.of(counterparties, homes);
        this.stranger = accounts.values().stream().findFirst().orElse(null);
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
        server.setSessionFactory(new GuardedSessions(server, door));
        // each session has a thread: one party that opens ever more takes none from the others
        CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(server, limits.sessionsOfParty());
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, CHANNELS);
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, LOGIN_ATTEMPTS);
        CoreModuleProperties.AUTH_TIMEOUT.set(server, limits.loginTime());
        CoreModuleProperties.IDLE_TIMEOUT.set(server, limits.idleTime());
        server.setSubsystemFactories(List.of(sftp()));
        server.start();
    }

    /** Returns the port that is listened on. */
    public int port() {
        return server.getPort();
    }

    /** Returns who counts the connections that were turned away. */
    public Doorkeeper door() {
        return door;
    }

    /** An unknown user is answered like a wrong key, and as slowly: keys are looked at for one as for the other. */
    private boolean knows(String user, PublicKey key, ServerSession session) {
        HostedAccount account = accounts.get(user);
        HostedAccount lookedAt = account != null ? account : stranger;
        return lookedAt != null && lookedAt.admits(user, key, session, LocalDate.now(clock)) && account != null;
    }

    private SftpSubsystemFactory sftp() {
        Map<String, HomeQuota> quotas = new HashMap<>();
        accounts.forEach((user, account) ->
                quotas.put(user, new HomeQuota(user, HostedHomes.upload(account.home()), limits, clock)));
        SftpSubsystemFactory factory = new SftpSubsystemFactory.Builder()
                .withFileSystemAccessor(new HomeRules(uploads, ownSystems, quotas))
                .build();
        factory.addSftpEventListener(new UploadWatch(uploads, quotas));
        SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(server, HANDLES);
        return factory;
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
