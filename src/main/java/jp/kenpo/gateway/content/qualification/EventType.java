package jp.kenpo.gateway.content.qualification;

/** What happened to a qualification (異動の種類). In a layout in lower case with hyphens. */
public enum EventType {
    /** 資格取得: the insured person. */
    ACQUIRE,
    /** 被扶養者の認定. */
    DEPENDANT_ADD,
    /** 資格喪失: the insured person, and with them every dependant. */
    LOSE,
    /** 被扶養者の削除. */
    DEPENDANT_REMOVE,
    /** 氏名変更. */
    CHANGE_NAME,
    /** 住所変更. */
    CHANGE_ADDRESS,
    /** 性別訂正. */
    CHANGE_SEX,
    /** 生年月日訂正. */
    CHANGE_BIRTH_DATE,
    /** 記号番号変更: loss under the old and acquisition under the new number on the same day. */
    KEY_CHANGE,
    /** 個人番号変更. */
    MY_NUMBER_CHANGE,
    /** 資格確認書・限度額適用認定証・特定疾病療養受療証・高齢受給者証: issue, return, issue again. */
    CERTIFICATE,
    /** 不開示・自己情報提供不可: on. */
    NONDISCLOSURE_ON,
    /** 不開示・自己情報提供不可: off. */
    NONDISCLOSURE_OFF,
    /** 取消: the earlier record stays, a version that cancels it is sent. */
    CANCEL,
    /** 訂正: the earlier record stays, a corrected version is sent. */
    CORRECT;

    /** Returns whether a qualification begins. */
    public boolean begins() {
        return this == ACQUIRE || this == DEPENDANT_ADD || this == KEY_CHANGE;
    }

    /** Returns whether a qualification ends. */
    public boolean ends() {
        return this == LOSE || this == DEPENDANT_REMOVE;
    }

    boolean refersToAnother() {
        return this == CANCEL || this == CORRECT;
    }
}
