package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/**
 * Gathers what the header of one document says. Of a datum that stands twice the first counts.
 *
 * <p>Source: 特定健診情報ファイル仕様, paths of the header.
 */
final class DocumentHeader {

    /** Prefix of all OIDs of the standard. */
    static final String OID = "1.2.392.200119.6.";

    private static final Map<String, HeaderDatum> OF_PERSON = Map.of(
            OID + "101", HeaderDatum.INSURER,
            OID + "204", HeaderDatum.SYMBOL,
            OID + "205", HeaderDatum.NUMBER,
            OID + "206", HeaderDatum.QUALIFICATION,
            OID + "211", HeaderDatum.BRANCH);
    /** An institution, a payer that typed the data in, or an agency. */
    private static final Set<String> OF_ORGANISATION = Set.of(OID + "101", OID + "102", OID + "103");

    private static final String INSTITUTION_OID = OID + "102";

    private final Map<HeaderDatum, Text> texts = new EnumMap<>(HeaderDatum.class);
    private final List<Text> otherRoots = new ArrayList<>();
    private final List<Voucher> vouchers = new ArrayList<>();

    /** Takes an element outside the body. */
    void begin(ElementPath path, Attributes attributes, int line) {
        switch (path.at(2)) {
            case "code" -> document(HeaderDatum.CATEGORY, path, attributes.getValue("code"), line);
            case "effectiveTime" -> document(HeaderDatum.FILE_DATE, path, attributes.getValue("value"), line);
            case "recordTarget" -> person(path, attributes, line);
            case "author" -> organisation(HeaderDatum.AUTHOR, path, attributes, line);
            case "participant" -> voucher(path, attributes, line);
            case "documentationOf" -> service(path, attributes, line);
            default -> {}
        }
    }

    private void document(HeaderDatum datum, ElementPath path, @Nullable String value, int line) {
        if (path.depth() == 2) {
            put(datum, value, line);
        }
    }

    private void person(ElementPath path, Attributes attributes, int line) {
        if (path.endsWith("patientRole", "id")) {
            String root = attributes.getValue("root");
            HeaderDatum datum = root == null ? null : OF_PERSON.get(root);
            if (datum != null) {
                put(datum, attributes.getValue("extension"), line);
            } else if (attributes.getValue("nullFlavor") == null) {
                otherRoots.add(new Text("101, 204, 205, 206, 211", line));
            }
        } else if (path.name().equals("administrativeGenderCode")) {
            put(HeaderDatum.SEX, attributes.getValue("code"), line);
        } else if (path.name().equals("birthTime")) {
            put(HeaderDatum.BIRTH, attributes.getValue("value"), line);
        }
    }

    private void service(ElementPath path, Attributes attributes, int line) {
        if (path.endsWith("serviceEvent", "code")) {
            put(HeaderDatum.PROGRAM, attributes.getValue("code"), line);
        } else if (path.endsWith("serviceEvent", "effectiveTime")) {
            put(HeaderDatum.PERFORMED_ON, attributes.getValue("value"), line);
        } else {
            organisation(HeaderDatum.INSTITUTION, path, attributes, line);
        }
    }

    private void organisation(HeaderDatum datum, ElementPath path, Attributes attributes, int line) {
        String root = attributes.getValue("root");
        if (!path.endsWith("representedOrganization", "id") || attributes.getValue("nullFlavor") != null) {
            return;
        }
        if (INSTITUTION_OID.equals(root)) {
            put(datum, attributes.getValue("extension"), line);
        } else if (root == null || !OF_ORGANISATION.contains(root)) {
            otherRoots.add(new Text("102, 101, 103", line));
        }
    }

    private void voucher(ElementPath path, Attributes attributes, int line) {
        if (path.depth() == 2) {
            vouchers.add(Voucher.at(line));
            return;
        }
        int last = vouchers.size() - 1;
        Text extension = text(attributes.getValue("extension"), line);
        Text value = text(attributes.getValue("value"), line);
        if (path.endsWith("associatedEntity", "id")) {
            vouchers.set(last, vouchers.get(last).numbered(attributes.getValue("root"), extension));
        } else if (path.endsWith("scopingOrganization", "id") && extension != null) {
            vouchers.set(last, vouchers.get(last).by(extension));
        } else if (path.endsWith("time", "high") && value != null) {
            vouchers.set(last, vouchers.get(last).until(value));
        }
    }

    /** Takes the text of an element outside the body. */
    void text(ElementPath path, String text, int line) {
        if (path.endsWith("recordTarget", "patientRole", "patient", "name")) {
            put(HeaderDatum.NAME, text, line);
        } else if (path.endsWith("recordTarget", "patientRole", "addr", "postalCode")) {
            put(HeaderDatum.POSTAL_CODE, text, line);
        } else if (path.endsWith("recordTarget", "patientRole", "addr")) {
            put(HeaderDatum.ADDRESS, text, line);
        }
    }

    private void put(HeaderDatum datum, @Nullable String value, int line) {
        Text text = text(value, line);
        if (text != null) {
            texts.putIfAbsent(datum, text);
        }
    }

    private static @Nullable Text text(@Nullable String value, int line) {
        return value == null || value.isEmpty() ? null : new Text(value, line);
    }

    /** Returns what the header says of a datum; null if nothing. */
    @Nullable
    Text of(HeaderDatum datum) {
        return texts.get(datum);
    }

    @Nullable
    String value(HeaderDatum datum) {
        Text text = texts.get(datum);
        return text == null ? null : text.value();
    }

    List<Voucher> vouchers() {
        return vouchers;
    }

    /** Returns where numbers stand with a root that none may have there, and which are expected. */
    List<Text> otherRoots() {
        return otherRoots;
    }
}
