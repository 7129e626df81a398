package jp.kenpo.gateway.purpose;

/** Legal character (法的性格) of a transfer. Source: 個人情報保護法 第27条. */
public enum LegalCharacter {
    /** 委託: the receiver processes for the society (27条5項1号). */
    ENTRUSTMENT,
    /** 第三者提供 (27条1項). */
    THIRD_PARTY_PROVISION,
    /** 法令: ordered or allowed by a statute (27条1項各号). */
    STATUTORY,
    /** 共同利用 (27条5項3号). */
    JOINT_USE,
    /** Inside the society. */
    INTERNAL
}
