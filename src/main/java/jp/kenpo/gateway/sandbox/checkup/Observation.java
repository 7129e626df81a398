package jp.kenpo.gateway.sandbox.checkup;

import org.jspecify.annotations.Nullable;

/**
 * One result of a made-up checkup, as it is written down.
 *
 * @param code the item's, unless a mistake changed it
 * @param value number, code or text; null: not done (未実施)
 * @param doctor who judged; null for all but the judgement
 */
record Observation(
        CheckupItem item,
        String code,
        @Nullable String value,
        String unitOrList,
        String method,
        @Nullable String doctor) {

    static Observation of(CheckupItem item, String value) {
        return new Observation(item, item.code(), value, item.unitOrList(), item.method(), null);
    }

    static Observation notDone(CheckupItem item) {
        return new Observation(item, item.code(), null, item.unitOrList(), item.method(), null);
    }

    Observation by(@Nullable String judge) {
        return new Observation(item, code, value, unitOrList, method, judge);
    }

    Observation withValue(String other) {
        return new Observation(item, code, other, unitOrList, method, doctor);
    }

    Observation withUnitOrList(String other) {
        return new Observation(item, code, value, other, method, doctor);
    }

    Observation withMethod(String other) {
        return new Observation(item, code, value, unitOrList, other, doctor);
    }

    Observation withCode(String other) {
        return new Observation(item, other, value, unitOrList, method, doctor);
    }
}
