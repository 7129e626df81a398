package jp.kenpo.gateway.content;

/** What every file of {@code config/layouts/} says, whatever its kind. Each kind adds keys of its own. */
public interface LayoutForm {

    /** Returns the name of the layout: that of its file without {@code .yaml}. */
    String id();

    /** Returns the data category (データ区分) that it carries. */
    String category();

    /** Returns the label of the {@link LayoutKind} that reads it. */
    String kind();

    Certainty certainty();

    /** Returns the specification or contract that it follows, for people. */
    String source();
}
