package jp.kenpo.gateway.counterparty;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code config/counterparties/} as it is written down. The texts from {@code kind} to {@code openQuestion}
 * are for people.
 */
record CounterpartyFile(
        String id,
        String name,
        String english,
        @Nullable Boolean ownSystem,
        @Nullable String namedInNotice,
        String kind,
        String relation,
        String certainty,
        @Nullable String mayGet,
        @Nullable String mayGive,
        @Nullable String never,
        @Nullable String format,
        @Nullable String transport,
        @Nullable String frequency,
        @Nullable String openQuestion,
        @Nullable ConnectionText connection,
        @Nullable String parties,
        @Nullable ErrorReportsText errorReports,
        @Nullable String address,
        @Nullable String representative,
        @Nullable Boolean insuredPersonsOnly,
        @Nullable Verification verification,
        List<AgreementText> agreements,
        Map<String, InterchangeText> interchanges) {

    /** Whether who asks is verified (相手先確認) before an answer leaves. */
    enum Verification {
        REQUIRED
    }

    CounterpartyFile {
        if ((address == null) != (representative == null)) {
            throw new IllegalArgumentException("address and representative are written together, or neither");
        }
    }

    Counterparty toCounterparty(List<Party> parties) {
        return new Counterparty(
                id,
                name,
                english,
                isOwnSystem(),
                connection == null ? null : connection.toConnection(),
                parties,
                errorReports == null ? null : errorReports.folder(),
                address == null || representative == null ? null : new Counterparty.Seat(address, representative),
                new Counterparty.Precautions(Boolean.TRUE.equals(insuredPersonsOnly), verifiesInquirer()),
                agreements.stream().map(AgreementText::toAgreement).toList(),
                interchanges.entrySet().stream()
                        .map(each -> each.getValue().toInterchange(id, each.getKey()))
                        .toList());
    }

    boolean verifiesInquirer() {
        return verification == Verification.REQUIRED;
    }

    boolean isOwnSystem() {
        return Boolean.TRUE.equals(ownSystem);
    }

    record ConnectionText(
            Connection.@Nullable RemoteSftp remoteSftp,
            Connection.@Nullable HostedSftp hostedSftp,
            Connection.@Nullable HostedParties hostedParties,
            Connection.@Nullable Queues queues) {

        ConnectionText {
            one(
                    "connection: remote-sftp, hosted-sftp, hosted-parties or queues",
                    remoteSftp,
                    hostedSftp,
                    hostedParties,
                    queues);
        }

        Connection toConnection() {
            return (Connection) one("connection", remoteSftp, hostedSftp, hostedParties, queues);
        }
    }

    record ErrorReportsText(String folder) {}

    record AgreementText(
            String id, String title, LocalDate from, LocalDate until, Set<String> purposes, boolean myNumber) {

        AgreementText {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("the agreement ends before it begins");
            }
            if (purposes.isEmpty()) {
                throw new IllegalArgumentException("the agreement names no purpose");
            }
        }

        Agreement toAgreement() {
            return new Agreement(id, title, from, until, purposes, myNumber);
        }
    }

    /** Returns the one that is there. */
    static Object one(String what, @Nullable Object... candidates) {
        var present = Stream.of(candidates).filter(each -> each != null).toList();
        if (present.size() != 1) {
            throw new IllegalArgumentException(present.size() + " where one is expected as " + what);
        }
        return present.get(0);
    }
}
