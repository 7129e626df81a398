package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A port of this machine beside that of a server: somebody else carries the bytes of each client that comes to it. */
final class Detour implements AutoCloseable {

    /** Carries the bytes of one client, or lets them vanish. */
    interface Carrier {
        void take(Socket client, Detour detour) throws IOException;
    }

    private final ServerSocket listening;
    private final int server;
    private final Carrier carrier;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** @param server port of the server */
    Detour(int server, Carrier carrier) throws IOException {
        this.server = server;
        this.carrier = carrier;
        this.listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Passing.start(this::accept);
    }

    int port() {
        return listening.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            carrier.take(kept(listening.accept()), this);
        }
    }

    /** Opens a connection to the server. */
    Socket toServer() throws IOException {
        return kept(new Socket(InetAddress.getLoopbackAddress(), server));
    }

    private Socket kept(Socket socket) {
        open.add(socket);
        return socket;
    }

    /** Takes no more clients and closes all connections. */
    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
