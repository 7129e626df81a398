package jp.kenpo.gateway.content.qualification;

import java.util.Optional;
import java.util.Set;

/**
 * How far a member's registration differs from the resident register (J-LIS 突合), and what is stopped until the society
 * confirms or corrects it.
 *
 * <p>Source: the stop levels of the check of all registrations in 2023, one source. That one name alone stops nothing is
 * inferred: the source does not name it.
 */
public enum MismatchClass {
    /** 生年月日または性別: qualification and medical information are stopped. */
    BIRTH_DATE_OR_SEX(true, true),
    /** Both names, or one name and the address: medical information is stopped. */
    NAMES(false, true),
    /** 住所のみ: medical information is stopped. */
    ADDRESS(false, true),
    /** One name only. */
    ONE_NAME(false, false);

    /** One of the five items (5情報). */
    public enum Item {
        NAME_KANJI,
        NAME_KANA,
        BIRTH_DATE,
        SEX,
        ADDRESS
    }

    private final boolean stopsQualification;
    private final boolean stopsMedicalInformation;

    MismatchClass(boolean stopsQualification, boolean stopsMedicalInformation) {
        this.stopsQualification = stopsQualification;
        this.stopsMedicalInformation = stopsMedicalInformation;
    }

    /** Returns the class of the items that differ; empty if none does. */
    public static Optional<MismatchClass> of(Set<Item> different) {
        if (different.isEmpty()) {
            return Optional.empty();
        } else if (different.contains(Item.BIRTH_DATE) || different.contains(Item.SEX)) {
            return Optional.of(BIRTH_DATE_OR_SEX);
        }
        boolean address = different.contains(Item.ADDRESS);
        if (different.size() > 1) {
            return Optional.of(NAMES);
        }
        return Optional.of(address ? ADDRESS : ONE_NAME);
    }

    /** Returns whether the online qualification check (オンライン資格確認) no longer shows the qualification. */
    public boolean stopsQualification() {
        return stopsQualification;
    }

    /** Returns whether medical information is no longer shown. */
    public boolean stopsMedicalInformation() {
        return stopsMedicalInformation;
    }
}
