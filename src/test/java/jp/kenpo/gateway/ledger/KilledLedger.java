package jp.kenpo.gateway.ledger;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.mac.MacConfig2026;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** The process that {@link KilledLedgerIT} kills: four callers write and say what is durable, for ever. */
final class KilledLedger {

    private KilledLedger() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        LedgerSeal seal = new LedgerSeal(TinkProtoKeysetFormat.parseKeyset(
                Files.readAllBytes(folder.resolve("key")), InsecureSecretKeyAccess.get(), MacConfig2026.get()));
        Ledger ledger = Ledger.open(
                LedgerDatabase.sqlite(folder.resolve("ledger.db")), seal, folder.resolve("head"), LedgerCases.NOON);
        for (int caller = 0; caller < 4; caller++) {
            new Thread(() -> writeForEver(ledger)).start();
        }
    }

    private static void writeForEver(Ledger ledger) {
        while (true) {
            String hash = UUID.randomUUID().toString();
            Transfer transfer = ledger.write(write -> LedgerCases.recordReceived(write, hash));
            System.out.println("durable " + transfer.id());
        }
    }
}
