package jp.kenpo.gateway.disclosure;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import jp.kenpo.gateway.ledger.Entry;
import jp.kenpo.gateway.ledger.EntryKind;
import jp.kenpo.gateway.ledger.Ledger;
import jp.kenpo.gateway.ledger.TransferId;

/** The records of provisions to third parties (29条) and receipts from them (30条). */
public final class Provisions {

    /** Years from the day on which a record is made. Source: 個人情報保護法施行規則 第21条・第25条. */
    private static final int YEARS_KEPT = 3;

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Set<EntryKind> COUNT_FOR_A_RECORD =
            Set.of(EntryKind.PROVISION_RECORDED, EntryKind.RELEASED, EntryKind.REPLAYED);
    private static final Set<EntryKind> MOVED = Set.of(EntryKind.DELIVERED, EntryKind.ACCEPTED);

    private final Ledger ledger;
    private final ProvisionSeal seal;

    public Provisions(Ledger ledger, ProvisionSeal seal) {
        this.ledger = ledger;
        this.seal = seal;
    }

    /**
     * A record that counts, because the data did move.
     *
     * @param on day of the provision or receipt, Asia/Tokyo
     * @param until last day on which it must be kept
     */
    public record Kept(ProvisionRecord record, LocalDate on, LocalDate until) {}

    /** Returns whether a transfer has a record; one from before it was released or replayed does not count. */
    public boolean has(TransferId transfer) {
        return ledger.provisionOf(transfer).isPresent()
                && ledger.sealed(transfer, COUNT_FOR_A_RECORD)
                        .filter(entry -> entry.kind() == EntryKind.PROVISION_RECORDED)
                        .isPresent();
    }

    /** Seals and keeps the record of a transfer that is about to move; a second one changes nothing. */
    public void record(ProvisionRecord record) {
        String sealed = seal.sealed(record);
        TransferId id = new TransferId(record.transfer());
        ledger.write(write -> {
            if (!has(id)) {
                write.provision(id, sealed);
                write.enter(
                        id,
                        EntryKind.PROVISION_RECORDED,
                        new TreeMap<>(Map.of(
                                "sha256",
                                sha256(sealed),
                                "members",
                                record.members().size())));
            }
            return id;
        });
    }

    /**
     * Returns the records of what moved in a month, in the order of time.
     *
     * @throws ProvisionNotReadableException if a record is not the one that was sealed
     * @throws jp.kenpo.gateway.ledger.LedgerBrokenException if an entry was changed
     */
    public List<Kept> of(YearMonth month) {
        return ledger.provisions(begin(month), begin(month.plusMonths(1))).stream()
                .map(this::kept)
                .toList();
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(TOKYO).toInstant();
    }

    private Kept kept(TransferId id) {
        String sealed = ledger.provisionOf(id).orElseThrow();
        Entry recorded = ledger.sealed(id, Set.of(EntryKind.PROVISION_RECORDED)).orElseThrow();
        if (!Objects.equals(recorded.details().get("sha256"), sha256(sealed))) {
            throw new ProvisionNotReadableException(id.value());
        }
        Entry moved = ledger.sealed(id, MOVED).orElseThrow();
        LocalDate made = LocalDate.ofInstant(recorded.at(), TOKYO);
        return new Kept(
                seal.opened(id.value(), sealed), LocalDate.ofInstant(moved.at(), TOKYO), made.plusYears(YEARS_KEPT));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
