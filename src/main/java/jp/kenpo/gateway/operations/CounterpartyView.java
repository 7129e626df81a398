package jp.kenpo.gateway.operations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One counterparty as commands and REST API show it.
 *
 * @param connection {@code remote-sftp}, {@code hosted-sftp}, {@code hosted-parties} or {@code queues}; null where no system exchange is agreed
 * @param parties how many parties it stands for; null where it is but one
 * @param address where it is reached, or where it logs in to the gateway; null without a connection
 */
public record CounterpartyView(
        String id,
        String name,
        String english,
        boolean ownSystem,
        @Nullable String connection,
        @Nullable String address,
        List<AgreementView> agreements,
        List<String> interchanges,
        @Nullable Integer parties) {

    /**
     * One agreement (契約).
     *
     * @param runs whether it runs today
     */
    public record AgreementView(
            String id, String title, LocalDate from, LocalDate until, List<String> purposes, boolean runs) {}
}
