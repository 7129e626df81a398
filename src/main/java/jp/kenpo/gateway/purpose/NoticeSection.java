package jp.kenpo.gateway.purpose;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One file of {@code config/purposes/}: a section of the notice as it is written down.
 *
 * @param healthInsuranceBusiness whether its items are health insurance business (健康保険事業), unless an item says else
 */
record NoticeSection(int section, String title, String english, boolean healthInsuranceBusiness, List<Item> purposes) {

    enum Care {
        YES,
        POSSIBLE,
        NO
    }

    /**
     * @param named the fields in the words of the notice, for people
     * @param all categories of which every field is meant
     * @param only single fields
     * @param comesIn single fields that a party gives, and that no outside party ever gets
     */
    record Fields(
            boolean closed,
            @Nullable List<String> named,
            @Nullable Set<String> all,
            @Nullable Set<String> only,
            @Nullable Set<String> comesIn) {

        FieldList toFieldList() {
            return new FieldList(
                    closed, Objects.requireNonNullElse(all, Set.of()), Objects.requireNonNullElse(only, Set.of()));
        }
    }

    record Item(
            String id,
            String title,
            String wording,
            String english,
            List<String> subjects,
            Exchange exchange,
            @Nullable String reason,
            Set<String> categories,
            Fields fields,
            Set<String> counterparties,
            Set<Direction> directions,
            Set<LegalCharacter> legalCharacters,
            LegalSource legalSource,
            String legalBasis,
            Set<RecordDuty> recordDuty,
            Care specialCare,
            MyNumberPermission myNumber,
            @Nullable Boolean healthInsuranceBusiness,
            @Nullable Boolean verifiesInquirer,
            @Nullable String note) {

        Item {
            if (exchange == Exchange.NONE && reason == null) {
                throw new IllegalArgumentException("no system exchange, and no reason for it");
            }
            if (exchange != Exchange.NONE && reason != null) {
                throw new IllegalArgumentException("a reason for no system exchange where there is one");
            }
            if (exchange != Exchange.NONE && (directions.isEmpty() || counterparties.isEmpty())) {
                throw new IllegalArgumentException("a system exchange without direction or counterparty");
            }
            if (categories.isEmpty() || legalCharacters.isEmpty()) {
                throw new IllegalArgumentException("no data category or no legal character");
            }
        }

        Purpose inSection(NoticeSection section) {
            return new Purpose(
                    id,
                    section.section(),
                    title,
                    wording,
                    english,
                    subjects,
                    exchange,
                    reason,
                    List.copyOf(categories),
                    fields.toFieldList(),
                    Objects.requireNonNullElse(fields.comesIn(), Set.of()),
                    List.copyOf(counterparties),
                    directions,
                    legalCharacters,
                    legalSource,
                    legalBasis,
                    recordDuty.stream().map(NoticeSection::label).toList(),
                    label(specialCare),
                    myNumber,
                    Objects.requireNonNullElse(healthInsuranceBusiness, section.healthInsuranceBusiness()),
                    Boolean.TRUE.equals(verifiesInquirer),
                    note);
        }
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
