package jp.kenpo.gateway.content;

import java.util.Locale;

/** How certain a layout is. Said in its file, in the reference page and beside every finding that rests on it. */
public enum Certainty {
    /** Read in an official text, or measured. */
    VERIFIED,
    /** Not published, or from one source: confirm it with the counterparty before the first real transfer. */
    INFERRED,
    /** Made up for trials; no counterparty knows it. */
    SANDBOX;

    /** Returns the name as it stands in a layout. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
