package jp.kenpo.gateway.counterparty;

import java.util.List;
import jp.kenpo.gateway.purpose.Direction;
import org.jspecify.annotations.Nullable;

/**
 * An outside party, or the society's own core system.
 *
 * @param id for example {@code taisho-audit}
 * @param name Japanese name
 * @param english English name
 * @param ownSystem true for the core system: inside the society, so that moving data there is no provision
 * @param connection how it is reached; null where no system exchange is agreed
 * @param parties those that it stands for, where it is many under one template; else empty
 * @param errorFolder folder for error reports about files that it sent (hosted: below {@code download/}); null: it gets
 *     none
 * @param seat where it sits and who represents it; for a counterparty of many parties, their list says it
 * @param precautions what holds for everything that goes to it
 */
public record Counterparty(
        String id,
        String name,
        String english,
        boolean ownSystem,
        @Nullable Connection connection,
        List<Party> parties,
        @Nullable String errorFolder,
        @Nullable Seat seat,
        Precautions precautions,
        List<Agreement> agreements,
        List<Interchange> interchanges) {

    /** Returns whether it is many parties under one template, though the list may be empty. */
    public boolean hasParties() {
        return connection instanceof Connection.HostedParties;
    }

    /**
     * Returns whether it is the own system that hands something in: no provision to anybody, so that the purpose's list
     * of fields does not count yet. It counts when a part of it goes out.
     */
    public boolean handsIn(Interchange interchange) {
        return ownSystem && interchange.direction() == Direction.IN;
    }

    /** Returns whether what moves on it comes in or stays inside the society, so that no outside party gets anything. */
    public boolean isWithin(Interchange interchange) {
        return ownSystem || interchange.direction() == Direction.IN;
    }

    /**
     * What a record of a third-party provision says about a body. Source: 個人情報保護法施行規則 第20条・第24条.
     *
     * @param address 住所
     * @param representative 代表者の氏名
     */
    public record Seat(String address, String representative) {}

    /**
     * What holds for everything that goes to a counterparty, whatever the interchange.
     *
     * @param insuredPersonsOnly whether rows of dependants (被扶養者) never go to it
     * @param verifiesInquirer whether who asks is verified (相手先確認) before an answer leaves
     */
    public record Precautions(boolean insuredPersonsOnly, boolean verifiesInquirer) {

        public static final Precautions NONE = new Precautions(false, false);
    }
}
