package jp.kenpo.gateway.route;

import java.nio.file.Path;

/**
 * A file of {@code routes/} as it was read and judged, for the one who runs it: what runs is what was judged.
 *
 * @param name path as it stands in messages: {@code routes/taisho-audit/receipt-check-request.yaml}
 * @param folder folder below {@code routes/}: the id of a counterparty, or {@code _shared}
 * @param stem file name without {@code .yaml}
 * @param text the whole text
 */
public record RouteText(String name, Path path, String folder, String stem, String text) {

    static final String SHARED = "_shared";

    /** Returns the name of the interchange that a file at this place carries. */
    String interchange() {
        return folder + "." + stem;
    }

    boolean shared() {
        return folder.equals(SHARED);
    }
}
