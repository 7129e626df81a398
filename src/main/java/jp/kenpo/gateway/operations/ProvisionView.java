package jp.kenpo.gateway.operations;

import java.time.LocalDate;
import java.util.List;
import jp.kenpo.gateway.disclosure.ProvisionRecord;
import jp.kenpo.gateway.disclosure.Provisions;

/**
 * One record of a third-party provision or receipt as commands show it: whom it concerned is a number here.
 *
 * @param article 29 for a provision, 30 for a receipt (個人情報保護法)
 * @param members number of members named
 * @param incomplete whether an item of the law is missing, because it is not configured
 */
public record ProvisionView(
        String transfer,
        int article,
        LocalDate on,
        String interchange,
        String party,
        String name,
        int members,
        long records,
        List<String> items,
        String purpose,
        boolean incomplete,
        LocalDate until) {

    private static final int PROVISION = 29;
    private static final int RECEIPT = 30;

    public static ProvisionView of(Provisions.Kept kept) {
        ProvisionRecord record = kept.record();
        return new ProvisionView(
                record.transfer(),
                Labels.of(record.direction()).equals("out") ? PROVISION : RECEIPT,
                kept.on(),
                record.interchange(),
                record.party(),
                record.name(),
                record.members().size(),
                record.records(),
                record.items(),
                record.purpose(),
                record.incomplete(),
                kept.until());
    }
}
