package jp.kenpo.gateway.content.employer;

/** What an item is to its row: who the member is, and when and where the checkup was. */
public enum Role {
    INSURER_NUMBER,
    SYMBOL,
    NUMBER,
    BRANCH_NUMBER,
    BIRTH_DATE,
    SEX,
    CHECKUP_DATE,
    INSTITUTION_NUMBER
}
