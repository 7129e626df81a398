package jp.kenpo.gateway.content;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.kenpo.gateway.content.bundle.BundleKind;
import jp.kenpo.gateway.content.checkup.CheckupArchiveKind;
import jp.kenpo.gateway.content.checkup.CheckupRegistrationKind;
import jp.kenpo.gateway.content.checkup.EmployerResultsKind;
import jp.kenpo.gateway.content.composition.TableCompositionKind;
import jp.kenpo.gateway.content.employer.EmployerCheckupKind;
import jp.kenpo.gateway.content.event.EventKind;
import jp.kenpo.gateway.content.qualification.QualificationKind;
import jp.kenpo.gateway.content.qualification.RegistrationResultKind;
import jp.kenpo.gateway.content.receipt.PayerReceiptKind;
import jp.kenpo.gateway.content.receipt.ProviderReceiptKind;
import jp.kenpo.gateway.content.receiptcopy.CopyRequestKind;
import jp.kenpo.gateway.content.receiptcopy.ReceiptCopyKind;
import jp.kenpo.gateway.content.reexamination.SelectionKind;
import jp.kenpo.gateway.content.table.CsvKind;
import jp.kenpo.gateway.content.table.FilingKind;
import jp.kenpo.gateway.content.table.FixedLengthKind;

/** Every kind of layout that the gateway reads. */
final class LayoutKinds {

    private static final List<LayoutKind<?>> ALL = List.of(
            new PayerReceiptKind(),
            new ProviderReceiptKind(),
            new CsvKind(),
            new FixedLengthKind(),
            new FilingKind(),
            new SelectionKind(),
            new CopyRequestKind(),
            new ReceiptCopyKind(),
            new CheckupArchiveKind(),
            new EmployerCheckupKind(),
            new CheckupRegistrationKind(),
            new EmployerResultsKind(),
            new QualificationKind(),
            new RegistrationResultKind(),
            new EventKind(),
            new TableCompositionKind(),
            new BundleKind());

    private LayoutKinds() {}

    static Optional<LayoutKind<?>> of(String label) {
        return ALL.stream().filter(kind -> kind.label().equals(label)).findFirst();
    }

    static String labels() {
        return ALL.stream().map(LayoutKind::label).collect(Collectors.joining(", "));
    }
}
