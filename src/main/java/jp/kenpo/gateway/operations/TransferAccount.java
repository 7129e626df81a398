package jp.kenpo.gateway.operations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the ledger tells about one transfer.
 *
 * @param entries in the order in which they were entered
 * @param findings of the last check
 * @param outcomes how many of the records that it sent had which outcome; empty unless they are answered one by one
 * @param errorReport null where no check found errors in the content
 */
public record TransferAccount(
        @JsonUnwrapped TransferView transfer,
        List<EntryView> entries,
        List<FindingView> findings,
        Map<String, Long> outcomes,
        @Nullable ErrorReportView errorReport,
        Chain chain) {

    /**
     * Where a transfer came from and what was made from it.
     *
     * @param parents ids of the transfers it was made from, the nearest first
     * @param children ids of the transfers made from it
     * @param batches ids of the batches that it went into
     * @param parts ids of the transfers that it is the batch of, in the order in which they arrived
     */
    public record Chain(List<String> parents, List<String> children, List<String> batches, List<String> parts) {}
}
