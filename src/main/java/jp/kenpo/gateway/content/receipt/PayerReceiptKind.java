package jp.kenpo.gateway.content.receipt;

import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.content.Composition;
import jp.kenpo.gateway.content.Content;
import jp.kenpo.gateway.content.LayoutForm;
import jp.kenpo.gateway.content.LayoutKind;
import jp.kenpo.gateway.content.LayoutProblems;
import jp.kenpo.gateway.content.LayoutSurroundings;
import jp.kenpo.gateway.content.reexamination.ReExaminationComposition;
import jp.kenpo.gateway.content.reexamination.SelectionForm;

/** Receipt files of the payer side, received or composed. */
public final class PayerReceiptKind implements LayoutKind<PayerReceiptForm> {

    @Override
    public String label() {
        return "receipt-payer";
    }

    @Override
    public Class<PayerReceiptForm> form() {
        return PayerReceiptForm.class;
    }

    @Override
    public void check(ConfigurationFile<PayerReceiptForm> file, LayoutProblems problems) {
        PayerReceiptForm form = file.content();
        new DeclaredRecords(file, form.layout(), problems).check();
        if (form.recordsOf() == null && form.records() == null) {
            problems.needs(file, "records");
        } else if (form.recordsOf() != null && (form.records() != null || form.namesItems())) {
            problems.add(
                    file, "records stand here and in another layout", "Write records, or records-of", "records-of");
        }
        references(file, problems);
    }

    private static void references(ConfigurationFile<PayerReceiptForm> file, LayoutProblems problems) {
        PayerReceiptForm form = file.content();
        if (form.composedFrom() != null && form.requestLines() == null) {
            problems.needs(file, "request-lines");
        } else if (form.composedFrom() == null && form.requestLines() != null) {
            problems.needs(file, "composed-from");
        }
        problems.other(file, form.recordsOf(), "records-of")
                .filter(other -> !(other instanceof PayerReceiptForm receipts) || receipts.recordsOf() != null)
                .ifPresent(other -> unfit(file, problems, other, "records-of", "receipt-payer"));
        problems.other(file, form.composedFrom(), "composed-from")
                .filter(other -> !(other instanceof SelectionForm))
                .ifPresent(other -> unfit(file, problems, other, "composed-from", "re-examination-selection"));
    }

    private static void unfit(
            ConfigurationFile<PayerReceiptForm> file,
            LayoutProblems problems,
            LayoutForm other,
            String key,
            String kind) {
        problems.add(file, "layout \"" + other.id() + "\" can't be used here", "Name one of kind " + kind, key);
    }

    @Override
    public Set<String> fields(PayerReceiptForm form, LayoutSurroundings surroundings) {
        return records(form, surroundings).layout().fields();
    }

    @Override
    public Content content(PayerReceiptForm form, LayoutSurroundings surroundings) {
        return new PayerReceiptContent(
                records(form, surroundings).layout(),
                surroundings.society(),
                surroundings.pseudonyms(),
                surroundings.clock());
    }

    @Override
    public Optional<Composition> composition(PayerReceiptForm form, LayoutSurroundings surroundings) {
        return Optional.ofNullable(form.requestLines()).map(ReExaminationComposition::new);
    }

    /** Returns the layout whose records hold; the form itself where it names no other. */
    private static PayerReceiptForm records(PayerReceiptForm form, LayoutSurroundings surroundings) {
        return form.recordsOf() == null ? form : (PayerReceiptForm) surroundings.form(form.recordsOf());
    }
}
