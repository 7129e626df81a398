package jp.kenpo.gateway.purpose;

/** Which way data moves, seen from the society: {@code in} or {@code out}. */
public enum Direction {
    IN,
    OUT
}
