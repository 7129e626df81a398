package jp.kenpo.gateway.content.receiptcopy;

import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.receipt.PayerReceiptForm;
import jp.kenpo.gateway.content.receipt.PayerReceiptKind;

/** Copies of receipts. */
public final class ReceiptCopyKind implements LayoutKind<ReceiptCopyForm> {

    private final PayerReceiptKind receipts = new PayerReceiptKind();

    @Override
    public String label() {
        return "receipt-copy";
    }

    @Override
    public Class<ReceiptCopyForm> form() {
        return ReceiptCopyForm.class;
    }

    @Override
    public void check(ConfigurationFile<ReceiptCopyForm> file, LayoutProblems problems) {
        ReceiptCopyForm form = file.content();
        problems.other(file, form.receipts(), "receipts")
                .filter(other -> !(other instanceof PayerReceiptForm))
                .ifPresent(other -> unfit(file, problems, "receipts", "receipt-payer"));
        problems.other(file, form.composedFrom(), "composed-from")
                .filter(other -> !(other instanceof CopyRequestForm))
                .ifPresent(other -> unfit(file, problems, "composed-from", "receipt-copy-request"));
        if (form.copyAs() == CopyAs.TEACHING_CASE) {
            problems.declared(file, ReceiptCopyContent.CASE, "category");
            if (!form.kinds().equals(Set.of(ReceiptClass.MEDICAL))) {
                problems.add(
                        file,
                        "a teaching case shows items of medical receipts",
                        "Write \"only: [medical]\"",
                        "copy-as");
            }
        } else if (!form.common().isEmpty()) {
            problems.add(
                    file,
                    "common-diseases belong to a teaching case",
                    "Remove them, or write copy-as: teaching-case",
                    "common-diseases");
        }
    }

    private static void unfit(
            ConfigurationFile<ReceiptCopyForm> file, LayoutProblems problems, String key, String kind) {
        problems.add(file, "a layout of another kind stands here", "Name one of kind " + kind, key);
    }

    @Override
    public Set<String> fields(ReceiptCopyForm form, LayoutSurroundings surroundings) {
        return form.copyAs() == CopyAs.TEACHING_CASE
                ? Set.of(ReceiptCopyContent.CASE)
                : receipts.fields(receiptForm(form, surroundings), surroundings);
    }

    @Override
    public Content content(ReceiptCopyForm form, LayoutSurroundings surroundings) {
        PayerReceiptForm receiptForm = receiptForm(form, surroundings);
        return new ReceiptCopyContent(
                receipts.content(receiptForm, surroundings), receipts.fields(receiptForm, surroundings), form);
    }

    @Override
    public Optional<Composition> composition(ReceiptCopyForm form, LayoutSurroundings surroundings) {
        return Optional.ofNullable(form.composedFrom()).map(request -> new CopyComposition(form.kinds()));
    }

    private static PayerReceiptForm receiptForm(ReceiptCopyForm form, LayoutSurroundings surroundings) {
        return (PayerReceiptForm) surroundings.form(form.receipts());
    }
}
