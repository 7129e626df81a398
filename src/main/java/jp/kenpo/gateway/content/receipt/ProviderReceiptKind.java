package jp.kenpo.gateway.content.receipt;

import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;

/** Claim files of providers, {@code IR} to {@code GO}: what the sample and test data of many tools are. */
public final class ProviderReceiptKind implements LayoutKind<ProviderReceiptForm> {

    @Override
    public String label() {
        return "receipt-provider";
    }

    @Override
    public Class<ProviderReceiptForm> form() {
        return ProviderReceiptForm.class;
    }

    @Override
    public void check(ConfigurationFile<ProviderReceiptForm> file, LayoutProblems problems) {
        ProviderReceiptForm form = file.content();
        new DeclaredRecords(file, form.layout(), problems).check();
        if (form.receiptKind() == FileKind.UNKNOWN) {
            problems.add(
                    file,
                    "\"" + form.receipts() + "\" is no kind of receipts",
                    "Write one of: medical, dpc, dental, pharmacy, nursing",
                    "receipts");
        }
        if (form.recordsOf() == null && form.records() == null) {
            problems.needs(file, "records");
        } else if (form.recordsOf() != null && (form.records() != null || form.items() != null)) {
            problems.add(
                    file, "records stand here and in another layout", "Write records, or records-of", "records-of");
        }
        problems.other(file, form.recordsOf(), "records-of")
                .filter(other -> !(other instanceof PayerReceiptForm receipts) || receipts.recordsOf() != null)
                .ifPresent(other -> problems.add(
                        file,
                        "layout \"" + other.id() + "\" can't be used here",
                        "Name one of kind receipt-payer",
                        "records-of"));
    }

    @Override
    public Set<String> fields(ProviderReceiptForm form, LayoutSurroundings surroundings) {
        return layout(form, surroundings).fields();
    }

    @Override
    public Content content(ProviderReceiptForm form, LayoutSurroundings surroundings) {
        return new ProviderReceiptContent(
                layout(form, surroundings),
                form.receiptKind(),
                surroundings.society(),
                surroundings.pseudonyms(),
                surroundings.clock());
    }

    private static ReceiptLayout layout(ProviderReceiptForm form, LayoutSurroundings surroundings) {
        return form.recordsOf() == null
                ? form.layout()
                : ((PayerReceiptForm) surroundings.form(form.recordsOf())).layout();
    }
}
