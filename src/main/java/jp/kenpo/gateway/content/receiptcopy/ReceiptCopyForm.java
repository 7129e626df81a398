package jp.kenpo.gateway.content.receiptcopy;

import java.util.Set;
import jp.kenpo.gateway.content.Certainty;
import jp.kenpo.gateway.content.LayoutForm;
import org.jspecify.annotations.Nullable;

/**
 * A layout of copies of receipts.
 *
 * @param receipts id of the layout of the receipts that are copied
 * @param composedFrom id of the layout of the request that names them; null if a whole file is copied
 * @param only kinds of receipts that the copy carries; null for all
 * @param oneMember whether receipts of a second member are an error
 * @param commonDiseases 傷病名コード that a teaching case may name
 */
public record ReceiptCopyForm(
        String id,
        String category,
        String kind,
        Certainty certainty,
        String source,
        String receipts,
        @Nullable String composedFrom,
        CopyAs copyAs,
        @Nullable Set<ReceiptClass> only,
        boolean oneMember,
        @Nullable Set<String> commonDiseases)
        implements LayoutForm {

    Set<ReceiptClass> kinds() {
        return only == null ? Set.of() : only;
    }

    Set<String> common() {
        return commonDiseases == null ? Set.of() : commonDiseases;
    }
}
