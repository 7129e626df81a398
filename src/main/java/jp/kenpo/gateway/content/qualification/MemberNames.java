package jp.kenpo.gateway.content.qualification;

import org.jspecify.annotations.Nullable;

/**
 * The names of a member (氏名), as far as an event says them. {@link #toString()} masks.
 *
 * @param kanji 漢字氏名
 * @param kana カナ氏名
 * @param otherKanji the other of real and customary name (本名・通称)
 * @param otherKana the same in katakana
 * @param insured name of the insured person (被保険者氏名), with a dependant
 */
public record MemberNames(
        @Nullable String kanji,
        @Nullable String kana,
        @Nullable String otherKanji,
        @Nullable String otherKana,
        @Nullable String insured) {

    @Override
    public String toString() {
        return "MemberNames[masked]";
    }
}
