package jp.kenpo.gateway.purpose;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One item of the notice: for what the society uses data, and what may be exchanged for it.
 *
 * <p>The society's own core system (業務処理コンピューター) is no outside party: no purpose names it, and every purpose
 * that covers the data covers moving them between the gateway and the core system.
 *
 * @param id the item, for example {@code 3-1}
 * @param section section of the notice, from 0 (preamble) to 8
 * @param title heading of the item in Japanese
 * @param wording summary of the published wording in Japanese
 * @param english the same in English
 * @param subjects whom the data are about, in the words of the notice
 * @param exchange whether systems exchange data for it
 * @param reason why there is no system exchange; null where there is one
 * @param categories ids of the data categories concerned
 * @param fields what may move for it
 * @param comesIn fields that a party gives for it beyond that list, such as an inquiry or the result of a mailing: they come
 *     in and go on to the own system, and never to an outside party
 * @param counterparties ids of the parties that the notice names or implies
 * @param directions empty for internal use
 * @param legalCharacters what the transfer may legally be
 * @param legalSource whether the notice itself says so, or it is our classification
 * @param legalBasis articles that it rests on, for people
 * @param recordDuty the duty to record it (個人情報保護法 29・30条), as an id such as {@code none-entrustment}
 * @param specialCare whether special-care data (要配慮個人情報) are concerned: {@code yes}, {@code possible}, {@code no}
 * @param myNumber whether the My Number may move for it
 * @param healthInsuranceBusiness whether it is health insurance business (健康保険事業); nothing moves for any other.
 *     Source: the notice, 7-0d
 * @param verifiesInquirer whether the notice asks to verify who asks (相手先確認) before an answer leaves
 * @param note what a privacy officer should know; null if nothing
 */
public record Purpose(
        String id,
        int section,
        String title,
        String wording,
        String english,
        List<String> subjects,
        Exchange exchange,
        @Nullable String reason,
        List<String> categories,
        FieldList fields,
        Set<String> comesIn,
        List<String> counterparties,
        Set<Direction> directions,
        Set<LegalCharacter> legalCharacters,
        LegalSource legalSource,
        String legalBasis,
        List<String> recordDuty,
        String specialCare,
        MyNumberPermission myNumber,
        boolean healthInsuranceBusiness,
        boolean verifiesInquirer,
        @Nullable String note) {}
