package jp.kenpo.gateway.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** A way to a server of this machine that takes so many bytes from a client, and then no more: it stays open and still. */
public final class SluggishWay implements AutoCloseable {

    private static final int PIECE = 8 * 1024;

    private final Detour detour;

    /** @param bytes how many of each connection reach the server */
    public SluggishWay(int server, long bytes) throws IOException {
        this.detour = new Detour(server, (client, way) -> {
            Socket there = way.toServer();
            Passing.start(() -> pass(client.getInputStream(), there.getOutputStream(), bytes));
            Passing.start(() -> pass(there.getInputStream(), client.getOutputStream(), Long.MAX_VALUE));
        });
    }

    public int port() {
        return detour.port();
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
        detour.close();
    }
}
