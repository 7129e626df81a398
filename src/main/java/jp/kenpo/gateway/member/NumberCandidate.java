package jp.kenpo.gateway.member;

/** A place where digits stand as a My Number (個人番号) is written. Does not tell its digits to anybody. */
public final class NumberCandidate {

    private final int begin;
    private final int end;
    private final long number;

    NumberCandidate(int begin, int end, long number) {
        this.begin = begin;
        this.end = end;
        this.number = number;
    }

    /** Returns the index of the first digit, in the characters or bytes that were searched. */
    public int begin() {
        return begin;
    }

    /** Returns the index behind the last digit. */
    public int end() {
        return end;
    }

    /** Returns whether the check digit is right. */
    public boolean isValid() {
        return MyNumber.isValid(number);
    }

    /** Returns whether both have the same digits, wherever they stand. */
    public boolean hasDigitsOf(NumberCandidate other) {
        return number == other.number;
    }

    @Override
    public String toString() {
        return "NumberCandidate[masked]";
    }
}
