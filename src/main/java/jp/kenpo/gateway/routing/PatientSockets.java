package jp.kenpo.gateway.routing;

import com.jcraft.jsch.SocketFactory;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Makes connections that are closed when the other side takes no bytes for too long. A time-out of Java's own is for
 * reading only, and JSch can't close a session while one of its threads is stuck in writing to it: a server that keeps
 * the connection and reads nothing would be waited for for ever.
 */
final class PatientSockets implements SocketFactory {

    private static final int LOOKS = 4;

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "stuck connections");
        thread.setDaemon(true);
        return thread;
    });

    private final int connectMillis;
    private final int answerMillis;

    /**
     * @param connectMillis how long the other side may take until it is connected
     * @param answerMillis how long it may take no byte
     */
    PatientSockets(int connectMillis, int answerMillis) {
        this.connectMillis = connectMillis;
        this.answerMillis = answerMillis;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), connectMillis);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    @Override
    public InputStream getInputStream(Socket socket) throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream getOutputStream(Socket socket) throws IOException {
        return new Watched(socket, TimeUnit.MILLISECONDS.toNanos(answerMillis));
    }

    /** What is written to a connection, looked after from another thread. */
    private static final class Watched extends FilterOutputStream {

        private final Socket socket;
        private final long patience;
        private final ScheduledFuture<?> looks;
        private volatile boolean writing;
        private volatile long since;

        Watched(Socket socket, long patience) throws IOException {
            super(socket.getOutputStream());
            this.socket = socket;
            this.patience = patience;
            this.looks =
                    CLOCK.scheduleWithFixedDelay(this::look, patience / LOOKS, patience / LOOKS, TimeUnit.NANOSECONDS);
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            since = System.nanoTime();
            writing = true;
            try {
                out.write(bytes, from, length);
            } finally {
                writing = false;
            }
        }

        private void look() {
            if (socket.isClosed()) {
                looks.cancel(false);
            } else if (writing && System.nanoTime() - since > patience) {
                try {
                    socket.close();
                } catch (IOException closed) {
                    // it is of no use any more, closed or not
                }
            }
        }
    }
}
