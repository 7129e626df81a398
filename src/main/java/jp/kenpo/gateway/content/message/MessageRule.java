package jp.kenpo.gateway.content.message;

/** What every message must keep to; ours. The texts stand in {@code messages/selection.properties}. */
public enum MessageRule implements PointedRule {
    TOO_LARGE("S01"),
    NOT_JSON("S02"),
    WRONG_TYPE("S03"),
    UNKNOWN_KEY("S04"),
    MISSING("S05"),
    WRONG_FORM("S06"),
    WRONG_COUNT("S07"),
    OUT_OF_RANGE("S08"),
    OTHER_EVENT("S09");

    private final String id;

    MessageRule(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
