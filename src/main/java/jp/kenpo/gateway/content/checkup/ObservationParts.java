package jp.kenpo.gateway.content.checkup;

import org.jspecify.annotations.Nullable;

/** One observation while it is read. */
final class ObservationParts {

    private final int slot;
    private final String section;
    private final int line;
    private final boolean notDone;
    private String code = "";
    private @Nullable String type;
    private @Nullable String value;
    private @Nullable String unit;
    private @Nullable String codeSystem;
    private @Nullable String limit;
    private @Nullable String method;
    private @Nullable String doctor;
    private boolean notMeasurable;
    private boolean valued;

    /** @param slot place among the observations of the document */
    ObservationParts(int slot, String section, int line, boolean notDone) {
        this.slot = slot;
        this.section = section;
        this.line = line;
        this.notDone = notDone;
    }

    int slot() {
        return slot;
    }

    void code(@Nullable String text) {
        code = text == null ? "" : text;
    }

    boolean hasValue() {
        return valued;
    }

    void value(@Nullable String xsiType, @Nullable String text) {
        valued = true;
        type = xsiType;
        value = text;
    }

    void unit(@Nullable String text, @Nullable String system) {
        unit = text;
        codeSystem = system;
    }

    void notMeasurable(boolean flag) {
        notMeasurable = flag;
    }

    /** Text inside the value: that of ST, or what an ordered code says in words, which is not the value. */
    void text(String text) {
        if (value == null) {
            value = text;
        }
    }

    void limit(@Nullable String sign) {
        limit = sign;
    }

    void method(@Nullable String text) {
        method = text;
    }

    void doctor(String name) {
        doctor = name;
    }

    Observed observed() {
        return new Observed(
                code, section, type, value, unit, codeSystem, notDone, notMeasurable, limit, method, doctor, line);
    }
}
