package jp.kenpo.gateway.intake;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.sshd.sftp.client.SftpClient;
import org.jspecify.annotations.Nullable;

/** Three who never rest: connections, logins with a wrong key, and one party's files, all at one server at a time. */
final class Flood implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final KeyPair wrongKey;
    private final Map<HostedSetup, SftpClient> loudParty = new ConcurrentHashMap<>();
    private final AtomicReference<HostedSetup> target;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger files = new AtomicInteger();
    private final List<Socket> silent = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> ended = new AtomicReference<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private final ExecutorService strangers = Executors.newFixedThreadPool(3);

    /** Begins with the first; every one gets {@code sleepers} connections that say nothing, once it has banned us. */
    Flood(Map<HostedSetup, SftpClient> parties, HostedSetup first, KeyPair wrongKey, int sleepers) throws IOException {
        this.wrongKey = wrongKey;
        loudParty.putAll(parties);
        target = new AtomicReference<>(first);
        strangers.execute(() -> repeat(this::connect));
        strangers.execute(() -> repeat(this::logIn));
        strangers.execute(() -> repeat(this::upload));
        for (HostedSetup each : parties.keySet()) {
            turnTo(each);
            await().atMost(PATIENCE).until(() -> each.server().door().bans() > 0);
            for (int i = 0; i < sleepers; i++) {
                silent.add(connected(each));
            }
        }
    }

    /** From now on this one is flooded, and no other. */
    void turnTo(HostedSetup server) {
        target.set(server);
    }

    int connections() {
        return connections.get();
    }

    /** How often somebody tried to log in with a wrong key, whether or not it was let in as far as that. */
    int logins() {
        return logins.get();
    }

    int files() {
        return files.get();
    }

    private interface Attempt {
        void make() throws IOException;
    }

    private void repeat(Attempt attempt) {
        while (!over.get()) {
            try {
                attempt.make();
            } catch (IOException refused) {
                // what a stranger is for
            } catch (RuntimeException | Error unexpected) {
                ended.compareAndSet(null, unexpected);
                return;
            }
        }
    }

    /** Returns what ended one of the three before the flood was over; null if nothing did. */
    @Nullable
    Throwable ended() {
        return ended.get();
    }

    private void connect() throws IOException {
        try (Socket socket = connected(target.get())) {
            connections.incrementAndGet();
            // its greeting, or its refusal
            socket.getInputStream().read();
        }
    }

    private void logIn() throws IOException {
        logins.incrementAndGet();
        target.get().session("nobody", wrongKey);
    }

    private void upload() throws IOException {
        HostedSetup.put(loudParty.get(target.get()), "/upload/" + files.incrementAndGet() + ".csv", "x");
    }

    private static Socket connected(HostedSetup server) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", server.server().port()));
        return socket;
    }

    @Override
    public void close() throws IOException {
        over.set(true);
        strangers.shutdownNow();
        for (Socket socket : silent) {
            socket.close();
        }
    }
}
