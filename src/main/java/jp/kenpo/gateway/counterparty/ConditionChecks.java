package jp.kenpo.gateway.counterparty;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.kenpo.gateway.configuration.ConfigurationFile;
import jp.kenpo.gateway.configuration.Problems;
import jp.kenpo.gateway.purpose.Direction;
import jp.kenpo.gateway.purpose.FieldList;
import jp.kenpo.gateway.purpose.Purpose;
import jp.kenpo.gateway.purpose.PurposeRegister;

/** What must hold between the conditions of an interchange, its fields and its direction. */
final class ConditionChecks {

    private final ConfigurationFile<CounterpartyFile> file;
    private final PurposeRegister purposes;
    private final Problems problems;

    ConditionChecks(ConfigurationFile<CounterpartyFile> file, PurposeRegister purposes, Problems problems) {
        this.file = file;
        this.purposes = purposes;
        this.problems = problems;
    }

    void check(InterchangeText interchange, String name) {
        boolean goesOut =
                interchange.direction() == Direction.OUT && !file.content().isOwnSystem();
        if (goesOut) {
            checkMailOut(interchange, name);
            checkAnswers(interchange, name);
            return;
        }
        refuse(interchange.mailOut() != null, "mail-out", name);
        refuse(interchange.optOuts() != null, "opt-outs", name);
        refuse(interchange.answers() != null, "answers", name);
    }

    /** Who may mail to a member must say so: else a member under non-disclosure would get mail by silence. */
    private void checkMailOut(InterchangeText interchange, String name) {
        if (interchange.mailOut() == null && carriesContacts(interchange)) {
            problem(
                    "it carries contact fields, and does not say whether the counterparty mails something to members",
                    "Write mail-out: true, which holds back rows under non-disclosure, or mail-out: false",
                    "interchanges",
                    name);
        }
    }

    private boolean carriesContacts(InterchangeText interchange) {
        var fields = interchange.fields();
        return purposes.fieldsOf(new FieldList(true, fields.categories(), fields.single())).stream()
                .anyMatch(field -> field.startsWith("contact."));
    }

    private void checkAnswers(InterchangeText interchange, String name) {
        var answered = interchange.answers();
        if (answered == null) {
            checkInquirer(interchange, name);
            return;
        }
        var inquiries = file.content().interchanges().entrySet().stream()
                .filter(each -> each.getValue().direction() == Direction.IN)
                .map(each -> file.content().id() + "." + each.getKey())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!inquiries.contains(answered)) {
            problem(
                    "answers \"" + answered + "\", which is no inbound interchange of the same counterparty",
                    "Write one of: " + named(inquiries),
                    "interchanges",
                    name,
                    "answers");
        }
        if (!file.content().verifiesInquirer()) {
            problem(
                    "an answer leaves only to a verified inquirer, and the counterparty does not say so",
                    "Write verification: required at the counterparty",
                    "interchanges",
                    name,
                    "answers");
        }
    }

    /** What the notice lets the society answer only to a verified inquirer can't leave as something else. */
    private void checkInquirer(InterchangeText interchange, String name) {
        for (var purpose : interchange.purposes()) {
            if (purposes.find(purpose).filter(Purpose::verifiesInquirer).isPresent()) {
                problem(
                        "purpose " + purpose + " (" + purposes.whereIs(purpose, "verifies-inquirer")
                                + ") answers verified inquirers only, and the interchange answers nothing",
                        "Write answers: and the inbound interchange that the inquiry comes on",
                        "interchanges",
                        name);
            }
        }
    }

    private static String named(Set<String> inquiries) {
        return inquiries.isEmpty() ? "(none is agreed)" : String.join(", ", inquiries);
    }

    private void refuse(boolean written, String key, String name) {
        if (written) {
            problem(
                    key + " is for what leaves the society",
                    "Remove it here, and write it at the outbound interchange of the outside party",
                    "interchanges",
                    name,
                    key);
        }
    }

    private void problem(String what, String remedy, Object... path) {
        problems.add(file.problem(what, remedy, path));
    }
}
