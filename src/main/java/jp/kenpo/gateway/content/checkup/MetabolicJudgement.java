package jp.kenpo.gateway.content.checkup;

/** Judgement of the metabolic syndrome (メタボリックシンドローム判定, code list .1008). */
public enum MetabolicJudgement {
    /** 基準該当. */
    MEETS_CRITERIA("1"),
    /** 予備群該当. */
    BORDERLINE("2"),
    /** 非該当. */
    NO("3"),
    /** 判定不能. */
    CANNOT_JUDGE("4");

    private final String code;

    MetabolicJudgement(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
