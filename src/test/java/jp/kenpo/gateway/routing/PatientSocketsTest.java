package jp.kenpo.gateway.routing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PatientSocketsTest {

    private static final int PIECE = 1024 * 1024;

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void closesAConnectionThatTakesNoMoreBytes() throws IOException {
        PatientSockets sockets = new PatientSockets(5_000, 400);
        try (ServerSocket still = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = sockets.createSocket("127.0.0.1", still.getLocalPort())) {
            OutputStream out = sockets.getOutputStream(socket);

            // what the machine itself takes for the other side comes to an end
            assertThatThrownBy(() -> {
                        while (true) {
                            out.write(new byte[PIECE], 0, PIECE);
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
    }
}
