package jp.kenpo.gateway.counterparty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.configuration.Problems;
import jp.kenpo.gateway.counterparty.Acknowledgement.By;
import jp.kenpo.gateway.counterparty.Interchange.FileArrival;
import jp.kenpo.gateway.purpose.Direction;

/** What must hold where an interchange says {@code acknowledges}: else a delivery would be waited for in vain, or doubly. */
final class AcknowledgementChecks {

    private final ConfigurationFile<CounterpartyFile> file;
    private final Problems problems;

    AcknowledgementChecks(ConfigurationFile<CounterpartyFile> file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    void check(InterchangeText interchange, String name) {
        Acknowledgement acknowledges = interchange.acknowledges();
        if (acknowledges == null) {
            return;
        }
        if (interchange.direction() == Direction.OUT) {
            problem("acknowledges on an outbound interchange", "Write it at the inbound interchange", name);
            return;
        }
        checkInterchange(acknowledges.interchange(), name);
        checkFileName(acknowledges, interchange, name);
        checkTransfer(acknowledges, interchange, name);
        if (interchange.due() != null
                && interchange.due().toDue() instanceof Due.After after
                && after.interchange().equals(acknowledges.interchange())) {
            problem("due after the interchange that it acknowledges: it would be late twice", "Remove due", name);
        }
    }

    private void checkInterchange(String acknowledged, String name) {
        Map<String, InterchangeText> all = file.content().interchanges();
        TreeSet<String> sent = all.entrySet().stream()
                .filter(each -> each.getValue().direction() == Direction.OUT)
                .map(each -> file.content().id() + "." + each.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!sent.contains(acknowledged)) {
            problem(
                    "acknowledges \"" + acknowledged + "\", which is no outbound interchange of the same counterparty",
                    "Write one of: " + (sent.isEmpty() ? "(none is agreed)" : String.join(", ", sent)),
                    name,
                    "interchange");
        }
        List<String> others = all.entrySet().stream()
                .filter(each -> !each.getKey().equals(name))
                .filter(each -> Optional.ofNullable(each.getValue().acknowledges())
                        .filter(other -> other.interchange().equals(acknowledged))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
        if (!others.isEmpty()) {
            problem(
                    "\"" + acknowledged + "\" is acknowledged by " + String.join(", ", others) + " as well",
                    "Write at one of them what tells that it arrived",
                    name,
                    "interchange");
        }
    }

    private void checkFileName(Acknowledgement acknowledges, InterchangeText interchange, String name) {
        String pattern = acknowledges.fileName();
        if (acknowledges.by() != By.FILE_NAME || pattern == null) {
            return;
        }
        if (!(interchange.channel() instanceof FileArrival)) {
            problem("a message has no file name", "Write by: transfer, or by: records", name, "by");
        }
        int at = pattern.indexOf(Acknowledgement.NAME);
        boolean once = at >= 0 && pattern.indexOf(Acknowledgement.NAME, at + 1) < 0;
        if (!once || !pattern.replace(Acknowledgement.NAME, "").matches("[A-Za-z0-9._*-]*")) {
            problem(
                    "file-name \"" + pattern + "\" is no plain name with {name} in it, once",
                    "Write for example UKETSUKE_{name}.csv",
                    name,
                    "file-name");
        }
    }

    private void checkTransfer(Acknowledgement acknowledges, InterchangeText interchange, String name) {
        if (acknowledges.by() == By.TRANSFER
                && interchange.channel() instanceof FileArrival files
                && !files.pattern().contains("{transfer}")) {
            problem(
                    "a file tells which transfer it confirms by {transfer} in its pattern, and the pattern has none",
                    "Write it there, or by: records, or by: file-name",
                    name,
                    "by");
        }
    }

    private void problem(String what, String remedy, String name, String... below) {
        Object[] path = new Object[3 + below.length];
        path[0] = "interchanges";
        path[1] = name;
        path[2] = "acknowledges";
        System.arraycopy(below, 0, path, 3, below.length);
        problems.add(file.problem(what, remedy, path));
    }
}
