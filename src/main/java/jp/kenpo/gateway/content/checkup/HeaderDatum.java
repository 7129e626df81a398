package jp.kenpo.gateway.content.checkup;

/** What the header of a document says, with the name in the specification and the element that carries it. */
enum HeaderDatum {
    CATEGORY("報告区分", "code"),
    FILE_DATE("ファイル作成日", "effectiveTime"),
    INSURER("保険者番号", "id"),
    SYMBOL("記号", "id"),
    NUMBER("番号", "id"),
    BRANCH("枝番", "id"),
    QUALIFICATION("資格区分", "id"),
    NAME("氏名", "name"),
    SEX("男女区分", "administrativeGenderCode"),
    BIRTH("生年月日", "birthTime"),
    POSTAL_CODE("郵便番号", "postalCode"),
    ADDRESS("住所", "addr"),
    AUTHOR("ファイル作成機関番号", "id"),
    PROGRAM("健診プログラムサービス種別", "code"),
    PERFORMED_ON("健診実施日", "effectiveTime"),
    INSTITUTION("健診実施機関番号", "id");

    private final String label;
    private final String element;

    HeaderDatum(String label, String element) {
        this.label = label;
        this.element = element;
    }

    String label() {
        return label;
    }

    /** Returns the name of the element, by which a breach of the schema is recognised as the same. */
    String element() {
        return element;
    }
}
