package jp.kenpo.gateway.content.checkup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kenpo.gateway.member.MemberIdentity;
import jp.kenpo.gateway.member.MemberPseudonyms;
import jp.kenpo.gateway.member.MembersConcerned;
import jp.kenpo.gateway.member.Pseudonym;

/** The persons that the documents of one archive are about, and which of them stand there twice (rule V15). */
final class PersonsSeen {

    private record Result(Pseudonym person, int fiscalYear, String category) {}

    private final CheckupFindings findings;
    private final MemberPseudonyms pseudonyms;
    private final MembersConcerned concerned = MembersConcerned.none();
    private final Map<Result, String> results = new HashMap<>();

    PersonsSeen(CheckupFindings findings, MemberPseudonyms pseudonyms) {
        this.findings = findings;
        this.pseudonyms = pseudonyms;
    }

    void add(CheckupDocument document) {
        identity(document.person()).ifPresent(identity -> {
            Pseudonym person = pseudonyms.of(identity);
            concerned.add(person);
            LocalDate day = document.performedOn();
            if (day != null) {
                var result = new Result(
                        person, CheckupDates.fiscalYear(day), Objects.requireNonNullElse(document.category(), ""));
                String first = results.putIfAbsent(result, document.entry());
                if (first != null) {
                    findings.add(ArchiveRule.TWICE.severity(), ArchiveRule.TWICE.id(), 0, null, first);
                }
            }
        });
    }

    /** Returns who a document is about; empty if it does not say enough to tell members apart. */
    private static Optional<MemberIdentity> identity(CheckupDocument.Person person) {
        String insurer = person.insurerNumber();
        String number = person.number();
        if (insurer == null || number == null) {
            return Optional.empty();
        }
        String symbol = Objects.requireNonNullElse(person.symbol(), "");
        if (person.branchNumber() != null) {
            return Optional.of(MemberIdentity.withBranch(insurer, symbol, number, person.branchNumber()));
        }
        LocalDate birth = person.birthDate();
        Integer sex = person.sex();
        return birth == null || sex == null
                ? Optional.empty()
                : Optional.of(MemberIdentity.withoutBranch(insurer, symbol, number, birth, sex));
    }

    MembersConcerned concerned() {
        return concerned;
    }
}
