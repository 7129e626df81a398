package jp.kenpo.gateway.content;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a row may say about its member that decides whether the row may leave. */
public enum RowFlag {
    /** 不開示・自己情報提供不可: nothing that is mailed may name the member. */
    NON_DISCLOSURE,
    /** 提供停止: the member objected to this provision. */
    OPT_OUT,
    /** 本人家族区分: whether the member is the insured person or a dependant. */
    PERSON;

    /** Returns the flags whose words are among others. */
    public static Set<RowFlag> of(Set<String> labels) {
        Set<RowFlag> flags = EnumSet.noneOf(RowFlag.class);
        for (RowFlag flag : values()) {
            if (labels.contains(flag.label())) {
                flags.add(flag);
            }
        }
        return flags;
    }

    /** Returns the word that stands for it in a layout file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
