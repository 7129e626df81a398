package jp.kenpo.gateway.purpose;

/** Whether a transfer must be recorded by law; the gateway records all of them alike. Source: 個人情報保護法 第29条・第30条. */
enum RecordDuty {
    NONE_INTERNAL,
    /** 27条5項1号. */
    NONE_ENTRUSTMENT,
    /** 27条1項各号. */
    NONE_STATUTE,
    /** 27条5項3号, only if the five items are published. */
    NONE_JOINT_USE,
    NONE_DATA_SUBJECT,
    NONE_DE_IDENTIFIED,
    REQUIRED,
    /** State, municipalities and the bodies of 別表第一 are no third party (16条2項). */
    REQUIRED_UNLESS_PUBLIC_BODY,
    /** 番号法 applies, 29条・30条 do not. */
    MY_NUMBER_ACT,
    /** 番号法23条: seven years, kept at the intermediate server. */
    MY_NUMBER_ACT_23
}
