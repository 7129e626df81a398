package jp.kenpo.gateway.counterparty;

import java.util.HashSet;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.configuration.Problems;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.MyNumberPermission;
import jp.kenpo.gateway.purpose.PurposeRegister;

/** What must hold in the file of one counterparty. Whether an interchange may be used, the gate decides. */
final class CounterpartyChecks {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final ConfigurationFile<CounterpartyFile> file;
    private final PurposeRegister purposes;
    private final Problems problems;

    CounterpartyChecks(ConfigurationFile<CounterpartyFile> file, PurposeRegister purposes, Problems problems) {
        this.file = file;
        this.purposes = purposes;
        this.problems = problems;
    }

    void check(String fileName) {
        var content = file.content();
        if (!fileName.equals(content.id() + ".yaml")
                || !ID.matcher(content.id()).matches()) {
            problem(
                    "id \"" + content.id() + "\" is not the name of the file in kebab-case",
                    "Name the file <id>.yaml",
                    "id");
        }
        checkAgreements(content);
        checkErrorReports(content);
        checkParties(content);
        content.interchanges().forEach((name, interchange) -> {
            if (!ID.matcher(name).matches()) {
                problem(
                        "interchange \"" + name + "\" is not in kebab-case",
                        "Write small letters and hyphens",
                        "interchanges",
                        name);
            }
            checkPurposes(interchange, name);
            checkFields(interchange, name);
            new ChannelChecks(file, problems).check(interchange, name);
            checkMyNumber(interchange, name);
            new ConditionChecks(file, purposes, problems).check(interchange, name);
            new AcknowledgementChecks(file, problems).check(interchange, name);
            checkTiming(interchange, name);
        });
    }

    private void checkErrorReports(CounterpartyFile content) {
        var reports = content.errorReports();
        if (reports == null) {
            return;
        }
        var folder = reports.folder();
        var fault = folder.isEmpty() ? Optional.of("the folder has no name") : FileNames.faultOfFolder(folder);
        fault.ifPresent(what -> problem(what, "Write a folder, for example errors", "error-reports", "folder"));
        var connection = content.connection();
        if (connection == null || !connection.toConnection().takesFiles()) {
            problem(
                    "nowhere to put error reports",
                    "Remove error-reports, or write a connection with a home or a server",
                    "error-reports");
        }
    }

    /** The list and the homes belong together: the one without the other would exchange nothing with anybody. */
    private void checkParties(CounterpartyFile content) {
        var connection = content.connection();
        boolean homes = connection != null && connection.hostedParties() != null;
        if (homes != (content.parties() != null)) {
            problem(
                    homes ? "no list says which parties have homes" : "the parties of the list have no homes",
                    homes ? "Write parties: " + content.id() + ".csv" : "Write connection: hosted-parties: {}",
                    homes ? "connection" : "parties");
        }
        if (content.parties() != null && !content.parties().equals(content.id() + ".csv")) {
            problem("the list is not named after the counterparty", "Write " + content.id() + ".csv", "parties");
        }
    }

    private void checkAgreements(CounterpartyFile content) {
        var ids = new HashSet<String>();
        for (int i = 0; i < content.agreements().size(); i++) {
            var agreement = content.agreements().get(i);
            if (!ids.add(agreement.id())) {
                problem(
                        "agreement \"" + agreement.id() + "\" stands twice",
                        "Give each its own id",
                        "agreements",
                        i,
                        "id");
            }
            for (var purpose : agreement.purposes()) {
                checkPurpose(purpose, "agreements", i, "purposes");
            }
        }
    }

    private void checkPurposes(InterchangeText interchange, String name) {
        for (var purpose : interchange.purposes()) {
            checkPurpose(purpose, "interchanges", name, "purposes");
        }
    }

    private void checkPurpose(String purpose, Object... path) {
        if (purposes.find(purpose).isEmpty()) {
            problem("unknown purpose \"" + purpose + "\"", "Write the id of an item in config/purposes/", path);
        }
    }

    private void checkFields(InterchangeText interchange, String name) {
        for (var category : interchange.fields().categories()) {
            if (purposes.category(category).isEmpty()) {
                problem(
                        "unknown category \"" + category + "\"",
                        "Write one of config/categories.yaml",
                        "interchanges",
                        name,
                        "fields",
                        "all");
            }
        }
        for (var field : interchange.fields().single()) {
            var category = field.substring(0, Math.max(0, field.indexOf('.')));
            if (!purposes.fieldsOf(category).contains(field)) {
                problem(
                        "unknown field \"" + field + "\"",
                        "Write category.field as in config/categories.yaml",
                        "interchanges",
                        name,
                        "fields",
                        "only");
            }
        }
    }

    /** Permitted where no purpose could ever allow it would be a promise that the gate breaks. */
    private void checkMyNumber(InterchangeText interchange, String name) {
        if (interchange.myNumberUse() != MyNumberUse.PERMITTED) {
            return;
        }
        boolean possible = interchange.purposes().stream().anyMatch(purpose -> allows(purpose) && delegates(purpose));
        if (!possible) {
            problem(
                    "my-number: permitted, but no purpose of the interchange allows My Numbers under an agreement that"
                            + " delegates them",
                    "Write refuse or mask; or name a purpose with my-number: yes or conditional, and an agreement for it"
                            + " with my-number: true",
                    "interchanges",
                    name,
                    "my-number");
        }
    }

    private boolean allows(String purpose) {
        return purposes.find(purpose)
                .filter(found -> found.myNumber() != MyNumberPermission.NO)
                .isPresent();
    }

    private boolean delegates(String purpose) {
        return file.content().isOwnSystem()
                || file.content().agreements().stream()
                        .anyMatch(agreement ->
                                agreement.myNumber() && agreement.purposes().contains(purpose));
    }

    private void checkTiming(InterchangeText interchange, String name) {
        boolean inbound = interchange.direction() == Direction.IN;
        if (interchange.due() != null && !inbound) {
            problem(
                    "due on an outbound interchange",
                    "Remove it: what we send is not waited for",
                    "interchanges",
                    name,
                    "due");
        }
        if (interchange.batch() != null && inbound) {
            problem(
                    "batch on an inbound interchange",
                    "Write it at the outbound interchange that the batch leaves on",
                    "interchanges",
                    name,
                    "batch");
        }
    }

    private void problem(String what, String remedy, Object... path) {
        problems.add(file.problem(what, remedy, path));
    }
}
