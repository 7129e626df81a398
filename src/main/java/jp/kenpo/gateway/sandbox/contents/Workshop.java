package jp.kenpo.gateway.sandbox.contents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.kenpo.gateway.sandbox.checkup.CheckupArchive;
import jp.kenpo.gateway.sandbox.checkup.CheckupDelivery;
import jp.kenpo.gateway.sandbox.checkup.GuidanceArchive;
import jp.kenpo.gateway.sandbox.employer.EmployerDelivery;
import jp.kenpo.gateway.sandbox.employer.EmployerFile;
import jp.kenpo.gateway.sandbox.filing.FilingFile;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
import jp.kenpo.gateway.sandbox.receipt.MonthlyDelivery;
import jp.kenpo.gateway.sandbox.receipt.ReceiptFile;
import jp.kenpo.gateway.sandbox.receipt.ReviewedFile;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import jp.kenpo.gateway.sandbox.table.Subject;
import jp.kenpo.gateway.sandbox.table.TableFile;

/** Makes contents by their kind. */
public final class Workshop {

    private static final int MONTHS_UNTIL_DELIVERY = 2;

    private final Subjects subjects;
    private final HeldContents held;

    /** @param held what the core system holds, which its selections and requests name */
    public Workshop(Subjects subjects, HeldContents held) {
        this.subjects = subjects;
        this.held = held;
    }

    /**
     * Makes what is commissioned.
     *
     * @return files or messages; none if there is nothing to tell on that day
     * @throws IOException if what it answers can't be read
     */
    public List<Made> make(Commission commission) throws IOException {
        return switch (commission.layout().kind()) {
            case "event" -> Events.of(commission, rows(commission));
            case "receipt-payer" -> receipts(commission);
            case "checkup-archive" -> archives(commission);
            case "employer-checkup" -> uploads(commission);
            case "filing" ->
                some(
                        rows(commission),
                        rows -> FilingFile.of(commission.layout(), rows, commission.interchange()::carries));
            case "document-bundle" -> some(rows(commission), rows -> Bundle.of(commission, rows));
            case "re-examination-selection" -> held.selection(commission);
            case "receipt-copy-request" -> held.copyRequest(commission);
            case "qualification-results" -> some(outcomes(commission), rows -> TableFile.of(commission.layout(), rows));
            default -> held.namesHeld(commission.layout()) ? held.named(commission, subjects) : table(commission);
        };
    }

    private List<Subject> rows(Commission commission) {
        return subjects.of(commission, commission.layout().columns());
    }

    private List<Made> table(Commission commission) throws IOException {
        boolean writable = !commission.layout().columns().isEmpty()
                || !commission.layout().records().isEmpty();
        return writable ? some(rows(commission), rows -> TableFile.of(commission.layout(), rows)) : List.of();
    }

    /** Writes rows. */
    private interface Writer {
        byte[] write(List<Subject> rows) throws IOException;
    }

    private static List<Made> some(List<Subject> rows, Writer writer) throws IOException {
        return rows.isEmpty() ? List.of() : one(writer.write(rows));
    }

    private List<Subject> outcomes(Commission commission) {
        return rows(commission).stream()
                .map(subject -> Outcomes.of(commission.layout().text(), subject))
                .toList();
    }

    private static List<Made> one(byte[] bytes) {
        return List.of(Made.unnamed(bytes));
    }

    private List<Made> receipts(Commission commission) throws IOException {
        YearMonth month = YearMonth.from(commission.day()).minusMonths(MONTHS_UNTIL_DELIVERY);
        List<Made> made = new ArrayList<>();
        if (commission.source() != null) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int asked = Math.max(1, held.receiptsIn(commission.source()));
            new ReviewedFile(commission.society(), month.minusMonths(1), commission.fileNumber(), asked).writeTo(bytes);
            return one(bytes.toByteArray());
        }
        for (ReceiptFile file : MonthlyDelivery.of(
                commission.society(), month, commission.society().seed(), null)) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (file.writeTo(bytes).receipts() > 0) {
                made.add(new Made(file.path(), bytes.toByteArray()));
            }
        }
        return made;
    }

    private List<Made> archives(Commission commission) throws IOException {
        boolean guidance = commission.layout().text().path("contents").asText().equals("guidance");
        return guidance ? guidance(commission) : checkups(commission);
    }

    private List<Made> guidance(Commission commission) throws IOException {
        List<FictionalMember> members =
                rows(commission).stream().map(Subject::member).distinct().toList();
        if (members.isEmpty()) {
            return List.of();
        }
        GuidanceArchive archive =
                GuidanceArchive.about(members, commission.party().id().hashCode(), commission.day());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        archive.write(bytes);
        return List.of(new Made(archive.fileName(), bytes.toByteArray()));
    }

    /** An archive is made on the 20th of the month after the checkups, and may not be older than itself. */
    private List<Made> checkups(Commission commission) throws IOException {
        YearMonth month = YearMonth.from(commission.day()).minusMonths(MONTHS_UNTIL_DELIVERY);
        List<CheckupArchive> archives = CheckupDelivery.of(
                commission.society(), month, commission.society().seed());
        CheckupArchive archive =
                archives.get(Math.floorMod(commission.party().id().hashCode(), archives.size()));
        Scratch scratch = new Scratch();
        int documents = scratch.write(target -> archive.write(target, MistakePlan.none(), mistake -> {}));
        return documents == 0
                ? List.of()
                : List.of(new Made(archive.path().substring(archive.path().indexOf('/') + 1), scratch.bytes()));
    }

    private static List<Made> uploads(Commission commission) throws IOException {
        YearMonth month = YearMonth.from(commission.day()).minusMonths(1);
        List<EmployerFile> files = EmployerDelivery.of(
                commission.society(), month, commission.society().seed());
        int first = Math.floorMod(commission.party().id().hashCode(), files.size());
        for (int each = 0; each < files.size(); each++) {
            EmployerFile file = files.get((first + each) % files.size());
            Scratch scratch = new Scratch();
            if (scratch.write(target -> Math.toIntExact(file.write(target, MistakePlan.none(), mistake -> {}))) > 0) {
                String name = file.path().substring(file.path().lastIndexOf('/') + 1);
                return List.of(new Made(name, scratch.bytes()));
            }
        }
        return List.of();
    }

    /** Returns chance that depends on the day, for mistakes. */
    static Chance chance(Commission commission) {
        return commission.chance(0);
    }
}
