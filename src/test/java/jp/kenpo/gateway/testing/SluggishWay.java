package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to a server of this machine that takes so many bytes from a client, and then no more: it stays open and still. */
public final class SluggishWay implements AutoCloseable {

    private static final int PIECE = 8 * 1024;

    private final ServerSocket listening;
    private final int server;
    private final long bytes;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** @param bytes how many of each connection reach the server */
    public SluggishWay(int server, long bytes) throws IOException {
        this.server = server;
        this.bytes = bytes;
        this.listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Passing.start(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listening.accept();
            Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
            open.addAll(List.of(client, there));
            Passing.start(() -> pass(client.getInputStream(), there.getOutputStream(), bytes));
            Passing.start(() -> pass(there.getInputStream(), client.getOutputStream(), Long.MAX_VALUE));
        }
    }

    private static void pass(InputStream in, OutputStream out, long most) throws IOException {
        byte[] piece = new byte[PIECE];
        long passed = 0;
        int read = in.read(piece);
        while (read >= 0) {
            out.write(piece, 0, read);
            out.flush();
            passed += read;
            if (passed >= most) {
                return;
            }
            read = in.read(piece);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
