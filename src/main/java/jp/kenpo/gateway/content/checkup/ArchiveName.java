package jp.kenpo.gateway.content.checkup;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a standard archive without {@code .zip}: {@code <sender>_<receiver>_<YYYYMMDD><N>_<X>}.
 *
 * <p>Source: 電子的な標準様式 第4期, archive specification Ver. 4.
 *
 * @param sender institution number of ten digits, or payer or agency number of eight
 * @param date day of submission, eight digits
 * @param split N, number of the part when a day's submission is split (0 the first)
 * @param kind X, 実施区分
 */
record ArchiveName(String whole, String sender, String receiver, String date, String split, String kind) {

    private static final Pattern FORM =
            Pattern.compile("([0-9]{8}|[0-9]{10})_([0-9]{8}|[0-9]{10})_([0-9]{8})([0-9])_([1-9])");

    /** Returns the parts of a name; empty if it has another form. */
    static Optional<ArchiveName> of(String name) {
        var parts = FORM.matcher(name);
        return parts.matches()
                ? Optional.of(new ArchiveName(
                        name, parts.group(1), parts.group(2), parts.group(3), parts.group(4), parts.group(5)))
                : Optional.empty();
    }

    /** Returns whether an institution or an employer sent it, and not an agency or another payer. */
    boolean fromInstitution() {
        return sender.length() == 10;
    }
}
