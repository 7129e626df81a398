package jp.kenpo.gateway.sandbox.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** The home of a party on the gateway's server. */
final class HostedHome implements Home {

    private final GatewaySftp gateway;

    HostedHome(GatewaySftp gateway) {
        this.gateway = gateway;
    }

    @Override
    public List<String> ready(String folder) throws IOException {
        try {
            return gateway.list(place("download", folder)).stream().sorted().toList();
        } catch (SftpException refused) {
            if (refused.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return List.of();
            }
            throw refused;
        }
    }

    @Override
    public void fetch(String folder, String name, Path target) throws IOException {
        Files.createDirectories(target.resolveSibling(""));
        gateway.fetch(place(place("download", folder), name), target);
    }

    @Override
    public void leave(String path, byte[] content, boolean marker) throws IOException {
        if (path.contains("/")) {
            gateway.makeFolders(place("upload", path));
        }
        gateway.put(place("upload", path), content);
        if (marker) {
            gateway.put(place("upload", path) + ".done", new byte[0]);
        }
    }

    @Override
    public void close() {
        gateway.close();
    }

    private static String place(String folder, String name) {
        return name.isEmpty() ? folder : folder + "/" + name;
    }
}
