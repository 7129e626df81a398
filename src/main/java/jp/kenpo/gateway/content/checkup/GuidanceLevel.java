package jp.kenpo.gateway.content.checkup;

/** Level of guidance that a person is a target of (保健指導レベル, code list .3001). */
public enum GuidanceLevel {
    /** 積極的支援. */
    INTENSIVE("1"),
    /** 動機付け支援. */
    MOTIVATIONAL("2"),
    /** なし(情報提供). */
    NONE("3"),
    /** 判定不能. */
    CANNOT_JUDGE("4");

    private final String code;

    GuidanceLevel(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
