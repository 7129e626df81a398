package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a server of this machine on which packets vanish: nobody is told that a connection is of no use any more, and
 * new ones come to nothing. Connections from before never recover; both sides have to find out by themselves.
 */
public final class SilentWay implements AutoCloseable {

    private static final int PIECE = 8 * 1024;

    private final Detour detour;
    private final List<Passage> passages = new CopyOnWriteArrayList<>();
    private volatile boolean silent;

    /** @param server port to which the way leads */
    public SilentWay(int server) throws IOException {
        this.detour = new Detour(server, this::take);
    }

    public int port() {
        return detour.port();
    }

    /** Lets every packet vanish from now on. */
    public void fallSilent() {
        silent = true;
        passages.forEach(each -> each.dead = true);
    }

    /** Lets new connections through again. */
    public void carryAgain() {
        silent = false;
    }

    private void take(Socket client, Detour way) throws IOException {
        Passage passage = new Passage(client);
        passages.add(passage);
        passage.dead = silent;
        if (!passage.dead) {
            passage.open(way.toServer());
        }
    }

    /** One connection of a client, and the one that it stands for. */
    private static final class Passage {

        private final Socket client;
        private volatile Socket there;
        private volatile boolean dead;

        Passage(Socket client) throws IOException {
            this.client = client;
            this.there = client;
            client.setTcpNoDelay(true);
        }

        void open(Socket other) throws IOException {
            there = other;
            other.setTcpNoDelay(true);
            Passing.start(() -> pass(client.getInputStream(), other.getOutputStream()));
            Passing.start(() -> pass(other.getInputStream(), client.getOutputStream()));
        }

        /** The end of one side is a packet as well. */
        private void pass(InputStream in, OutputStream out) throws IOException {
            byte[] piece = new byte[PIECE];
            int read = 0;
            while (read >= 0 && !dead) {
                out.write(piece, 0, read);
                read = readOrEnd(in, piece);
            }
            if (!dead) {
                close();
            }
        }

        private static int readOrEnd(InputStream in, byte[] piece) {
            try {
                return in.read(piece);
            } catch (IOException reset) {
                return -1;
            }
        }

        void close() throws IOException {
            client.close();
            there.close();
        }
    }

    @Override
    public void close() throws IOException {
        detour.close();
    }
}
