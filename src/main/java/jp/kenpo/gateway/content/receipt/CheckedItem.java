package jp.kenpo.gateway.content.receipt;

/**
 * Items that checks look at, by their English names in the tables: where they stand differs from kind to kind.
 */
enum CheckedItem {
    CONTROL_NO("receiptControlNo"),
    SEARCH_NO("searchNo"),

    PREFECTURE("prefecture"),
    FEE_TABLE("feeTable"),
    PROVIDER("providerCode"),
    CLAIM_MONTH("claimMonth"),
    VOLUME("volumeId"),

    TYPE("receiptType"),
    TREATMENT_MONTH("treatmentMonth"),
    NAME("patientName"),
    SEX("sex"),
    BIRTH_DATE("birthDate"),
    ADMISSION("admissionDate"),
    WARDS("wardTypes"),
    NOTES("specialNotes"),
    STATE("patientState"),
    PRESCRIBER("prescriberCode"),

    PAYER_NUMBER("insurerNo", "publicPayerNo"),
    SYMBOL("cardSymbol"),
    NUMBER("cardNumber", "recipientNo"),
    DAYS("actualDays"),
    /** Points; yen in home nursing. */
    TOTAL("totalPoints", "totalYen"),

    DISEASE("diseaseCode"),
    DISEASE_NAME("diseaseName"),
    DISEASE_START("startDate"),
    MODIFIERS("modifierCodes"),

    ACT_CLASS("actClass"),
    BURDEN("burdenClass"),
    CODE("itemCode", "commentCode"),
    POINTS("points"),
    TIMES("times"),
    COMMENTS("comment1Code"),
    FIRST_DAY("day1"),
    INCLUSIVE_POINTS("inclusivePoints"),

    TOTAL_COUNT("totalCount");

    private final String name;
    private final String otherName;

    CheckedItem(String name) {
        this(name, name);
    }

    CheckedItem(String name, String otherName) {
        this.name = name;
        this.otherName = otherName;
    }

    /** Returns a number from 0, for tables that are asked several times a line. */
    @SuppressWarnings("EnumOrdinal") // a map would cost a tenth of the reading
    int index() {
        return ordinal();
    }

    boolean isNameOf(Item item) {
        return item.english().equals(name) || item.english().equals(otherName);
    }
}
