package jp.kenpo.gateway.sandbox;

import java.io.IOException;
import java.nio.file.Files;

/** The page {@code README.txt} of the sandbox: how a person logs in as one of the parties. */
final class SandboxReadme {

    private static final String TEXT = """
            Sandbox of the gateway: nobody in it exists.

            Log in as a counterparty, in the folder of this file:

              sftp -i keys/taisho-audit -o UserKnownHostsFile=known_hosts -P %1$d taisho-audit@127.0.0.1
                  the gateway's own server: download/ is what the gateway hands over, upload/ what it takes
              sftp -i keys/core-system -o UserKnownHostsFile=known_hosts -P %1$d core-system@127.0.0.1
                  the core system's home on the gateway's server
              sftp -i keys/payer-fund -o UserKnownHostsFile=known_hosts -P %2$d payer-fund@127.0.0.1
                  the payer fund's server, as the gateway sees it

            The disks of the simulated counterparties are counterparties/<id>/. A receipt file for the gateway
            goes to counterparties/payer-fund/receipts/<YYYYMM>/06990014/0_COMMON001/11_RECODEINFO_MED.CSV;
            write it under another name and rename it.

            The core system's password at the broker is in keys/broker-core-system.password.

            --sandbox.simulators=false   the simulated counterparties do nothing by themselves
            --sandbox.members=200        size of the fictional society
            --sandbox.seed=1             the same seed gives the same people and receipts
            --sandbox.speed=1            at 1 a day passes in a minute; on the first day everything is exchanged once
            --sandbox.mistakes=0         share of the counterparties' files that come with a mistake, 0 to 1

            Keys of all counterparties and parties are in keys/. An answer to an inquiry waits until somebody has
            verified who asked: the command verify-inquirer.
            """;

    private SandboxReadme() {}

    static void write(SandboxFolders folders, int gatewayPort, int remotePort) throws IOException {
        Files.writeString(folders.sandbox().resolve("README.txt"), TEXT.formatted(gatewayPort, remotePort));
    }
}
