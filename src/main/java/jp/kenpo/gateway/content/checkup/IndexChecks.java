package jp.kenpo.gateway.content.checkup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Pattern;
import jp.kenpo.gateway.content.Society;
import jp.kenpo.gateway.member.CheckupInstitutionNumber;
import jp.kenpo.gateway.member.InsurerNumber;
import org.jspecify.annotations.Nullable;

/** Checks the index (交換用基本情報) of one archive against its name and its files (rules V02, V03). */
final class IndexChecks {

    private static final Pattern COUNT = Pattern.compile("[0-9]{1,8}");

    private final CheckupFindings findings;
    private final Society society;
    private final boolean testNumbers;
    private final Clock clock;

    IndexChecks(CheckupFindings findings, Society society, boolean testNumbers, Clock clock) {
        this.findings = findings;
        this.society = society;
        this.testNumbers = testNumbers;
        this.clock = clock;
    }

    /** Returns the society's own number among sender and receiver; else the receiver, which is then a finding. */
    String payer(ArchiveName name) {
        boolean own = society.insurerNumbers().contains(name.receiver());
        return !own && society.insurerNumbers().contains(name.sender()) ? name.sender() : name.receiver();
    }

    /** Checks the name of the archive by itself. */
    void name(ArchiveName name) {
        if (!society.insurerNumbers().contains(payer(name))) {
            findings.add(ArchiveRule.NOT_FOR_SOCIETY.severity(), ArchiveRule.NOT_FOR_SOCIETY.id(), 0, null);
        }
    }

    /** Checks the index, for which the findings were begun. */
    void index(FlatFile index, @Nullable ArchiveName name, int documents) {
        Text count = index.first("totalRecordCount@value");
        if (count == null || !COUNT.matcher(count.value()).matches()) {
            add(ArchiveRule.INDEX_VALUE, count, "totalRecordCount");
        } else if (Integer.parseInt(count.value()) != documents) {
            add(ArchiveRule.INDEX_COUNT, count, "totalRecordCount", Integer.parseInt(count.value()), documents);
        }
        Text created = index.first("creationTime@value");
        LocalDate day = created == null ? null : CheckupDates.date(created.value());
        if (day == null) {
            add(ArchiveRule.INDEX_VALUE, created, "creationTime");
        } else if (day.isAfter(LocalDate.now(clock))) {
            add(ArchiveRule.INDEX_IN_FUTURE, created, "creationTime");
        }
        parties(index, name);
        kind(index, name, "serviceEventType");
    }

    private void parties(FlatFile index, @Nullable ArchiveName name) {
        Text sender = index.first("sender/id@extension");
        if (sender == null) {
            add(ArchiveRule.INDEX_VALUE, null, "sender");
        } else if (name != null && !same(sender, name.sender())) {
            add(ArchiveRule.OTHER_SENDER, sender, "sender");
        } else if (!testNumbers && !rightCheckDigit(sender.value())) {
            boolean institution = sender.value().length() == CheckupInstitutionNumber.LENGTH;
            add(institution ? ArchiveRule.INSTITUTION_CHECK_DIGIT : ArchiveRule.PAYER_CHECK_DIGIT, sender, "sender");
        }
        Text receiver = index.first("receiver/id@extension");
        if (receiver != null && name != null && !same(receiver, name.receiver())) {
            add(ArchiveRule.OTHER_RECEIVER, receiver, "receiver");
        }
    }

    /** Agencies (代行機関) have eight digits too, of whose check digit nothing is published. */
    private boolean rightCheckDigit(String number) {
        return switch (number.length()) {
            case CheckupInstitutionNumber.LENGTH -> CheckupInstitutionNumber.isValid(number);
            case InsurerNumber.LENGTH -> !society.insurerNumbers().contains(number) || InsurerNumber.isValid(number);
            default -> false;
        };
    }

    private static boolean same(Text number, String inName) {
        return "0"
                .repeat(Math.max(0, inName.length() - number.value().length()))
                .concat(number.value())
                .equals(inName);
    }

    /** Checks 実施区分 of the index or the summary against the name. */
    void kind(FlatFile file, @Nullable ArchiveName name, String path) {
        Text kind = file.first(path + "@code");
        if (kind == null || !kind.value().matches("[1-9]")) {
            add(ArchiveRule.INDEX_VALUE, kind, "serviceEventType");
        } else if (name != null && !kind.value().equals(name.kind())) {
            add(ArchiveRule.OTHER_KIND, kind, "serviceEventType");
        }
    }

    void missing() {
        findings.begin(null);
        add(ArchiveRule.NO_INDEX, null, null);
    }

    private void add(ArchiveRule rule, @Nullable Text place, @Nullable String field, Object... arguments) {
        findings.add(rule.severity(), rule.id(), place == null ? 0 : place.line(), field, arguments);
    }
}
