package jp.kenpo.gateway.operations.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.operations.Installation;

/** Properties of a gateway in the sandbox that a command starts for itself, beside one that may be running. */
final class OwnSandbox {

    private OwnSandbox() {}

    /**
     * Returns the properties: this installation's configuration, a data folder and ports of its own, a silent terminal.
     *
     * @param folder data folder
     * @param more properties of the command
     */
    static String[] properties(Installation installation, Path folder, List<String> more) throws IOException {
        var settings = installation.settings();
        int broker = freePort();
        List<String> properties = new ArrayList<>(List.of(
                "--spring.profiles.active=sandbox",
                "--gateway.config-dir=" + settings.configDir(),
                "--gateway.routes-dir=" + settings.routesDir(),
                "--gateway.schemas-dir=" + settings.schemasDir(),
                "--gateway.data-dir=" + folder,
                "--gateway.sftp.port=0",
                "--gateway.broker.core-port=" + broker,
                "--gateway.broker.amqp-port=0",
                "--server.port=0",
                "--sandbox.remote-port=0",
                "--sandbox.broker-url=tcp://127.0.0.1:" + broker,
                // the terminal is for what the command tells
                "--logging.threshold.console=OFF",
                "--logging.file.name=" + folder.resolve("gateway.log")));
        properties.addAll(more);
        return properties.toArray(String[]::new);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
