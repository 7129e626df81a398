package jp.kenpo.gateway.sandbox.checkup;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;

/**
 * Writes one document (特定健診情報, HL7 CDA R2): an observation a line, attributes always in the same order.
 *
 * <p>Source: 電子的な標準様式 第4期, checkup file specification and its schema hc08_V08.xsd.
 */
final class CheckupXml {

    private static final String OID = "1.2.392.200119.6.";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final StringBuilder out = new StringBuilder(12_000);
    private final Checkup checkup;
    private final Institution institution;
    private int line = 1;

    /**
     * A document as it is written.
     *
     * @param lines line of each observation, in their order
     * @param personLine line of the person's numbers, name, sex and birth date
     */
    record Written(String text, List<Integer> lines, int personLine) {

        /** Returns the line that a mistake is found at; the last one if an item stands there twice. */
        int line(CheckupMistake.Where where, Checkup checkup) {
            if (!where.line()) {
                return 0;
            }
            if (where.item() == null) {
                return personLine;
            }
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (checkup.observations().get(i).item() == where.item()) {
                    return lines.get(i);
                }
            }
            throw new IllegalStateException("the document has no " + where.item());
        }
    }

    private CheckupXml(Checkup checkup, Institution institution) {
        this.checkup = checkup;
        this.institution = institution;
    }

    static Written write(Checkup checkup, Institution institution, LocalDate madeOn) {
        CheckupXml xml = new CheckupXml(checkup, institution);
        int[] lines = new int[checkup.observations().size()];
        int person = xml.header(DAY.format(madeOn));
        xml.body(lines);
        return new Written(xml.out.toString(), Arrays.stream(lines).boxed().toList(), person);
    }

    private int header(String madeOn) {
        newLine("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        newLine("<ClinicalDocument xmlns=\"urn:hl7-org:v3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">");
        newLine("<typeId extension=\"POCD_HD000040\" root=\"2.16.840.1.113883.1.3\"/><id nullFlavor=\"NI\"/>"
                + code("code", "10", "1001") + "<effectiveTime value=\"" + madeOn + "\"/>"
                + "<confidentialityCode code=\"N\" codeSystem=\"2.16.840.1.113883.5.25\"/>");
        int person = line;
        newLine("<recordTarget><patientRole>" + id(checkup.payer, "101")
                + id(checkup.member().symbol(), "204")
                + id(checkup.member().number(), "205") + id(checkup.member().branchNumber(), "211")
                + "<addr>" + checkup.member().address() + "<postalCode>999-0001</postalCode></addr>"
                + "<patient><name>" + checkup.kana + "</name>"
                + code("administrativeGenderCode", checkup.sex, "1104")
                + "<birthTime value=\"" + DAY.format(checkup.birthDate)
                + "\"/></patient></patientRole></recordTarget>");
        newLine("<author><time value=\"" + madeOn + "\"/><assignedAuthor><id nullFlavor=\"NI\"/>" + organisation()
                + "</assignedAuthor></author>");
        newLine("<custodian><assignedCustodian><representedCustodianOrganization><id nullFlavor=\"NI\"/>"
                + "</representedCustodianOrganization></assignedCustodian></custodian>");
        newLine("<documentationOf><serviceEvent>" + code("code", "010", "1002") + "<effectiveTime value=\""
                + DAY.format(checkup.day()) + "\"/><performer typeCode=\"PRF\"><assignedEntity><id nullFlavor=\"NI\"/>"
                + organisation() + "</assignedEntity></performer></serviceEvent></documentationOf>");
        return person;
    }

    private String organisation() {
        return "<representedOrganization>" + id(institution.number(), "102") + "<name>" + institution.name()
                + "</name><telecom value=\"tel:0000000000\"/><addr>架空県架空市架空町１－１－１"
                + "<postalCode>999-0001</postalCode></addr></representedOrganization>";
    }

    private void body(int[] lines) {
        newLine("<component><structuredBody>");
        section("01010", "検査・問診結果セクション", false, lines);
        if (checkup.observations().stream().anyMatch(each -> each.item().optional())) {
            section("01990", "任意追加項目セクション", true, lines);
        }
        newLine("</structuredBody></component>");
        newLine("</ClinicalDocument>");
    }

    private void section(String section, String title, boolean optional, int[] lines) {
        newLine("<component><section>" + code("code", section, "1010") + "<title>" + title + "</title>"
                + "<text><list><item>" + title + "</item></list></text>");
        boolean inSeries = false;
        for (int i = 0; i < lines.length; i++) {
            Observation observation = checkup.observations().get(i);
            if (observation.item().optional() != optional) {
                continue;
            }
            if (observation.item().inSeries() != inSeries) {
                inSeries = !inSeries;
                newLine(
                        inSeries
                                ? "<entry><observation classCode=\"OBS\" moodCode=\"EVN\"><code nullFlavor=\"NA\"/>"
                                : "</observation></entry>");
            }
            lines[i] = line;
            newLine(entry(observation));
        }
        newLine("</section></component>");
    }

    private static String entry(Observation observation) {
        if (!observation.item().inSeries()) {
            return "<entry>" + observation(observation) + "</entry>";
        }
        boolean result = observation.item() == CheckupItem.CREATININE || observation.item() == CheckupItem.EGFR;
        return "<entryRelationship typeCode=\"" + (result ? "COMP" : "RSON") + "\">" + observation(observation)
                + "</entryRelationship>";
    }

    private static String observation(Observation observation) {
        String value = observation.value();
        String start = "<observation classCode=\"OBS\" moodCode=\"EVN\"";
        String code = "<code code=\"" + observation.code() + "\" codeSystem=\"" + OID + "1005\"/>";
        if (value == null) {
            return start + " negationInd=\"true\">" + code + "</observation>";
        }
        return start + ">" + code + value(observation, value) + method(observation) + doctor(observation)
                + "</observation>";
    }

    private static String value(Observation observation, String value) {
        String type = "<value xsi:type=\"" + observation.item().type() + "\"";
        return switch (observation.item().type()) {
            case "PQ" -> type + " value=\"" + value + "\" unit=\"" + observation.unitOrList() + "\"/>";
            case "ST" -> type + ">" + value + "</value>";
            default -> type + " code=\"" + value + "\" codeSystem=\"" + OID + observation.unitOrList() + "\"/>";
        };
    }

    private static String method(Observation observation) {
        return observation.method().isEmpty() ? "" : code("methodCode", observation.method(), "1007");
    }

    private static String doctor(Observation observation) {
        return observation.doctor() == null
                ? ""
                : "<author><time nullFlavor=\"NI\"/><assignedAuthor><id nullFlavor=\"NI\"/><assignedPerson><name>"
                        + observation.doctor() + "</name></assignedPerson></assignedAuthor></author>";
    }

    private static String code(String element, String code, String list) {
        return "<" + element + " code=\"" + code + "\" codeSystem=\"" + OID + list + "\"/>";
    }

    private static String id(String extension, String root) {
        return "<id extension=\"" + extension + "\" root=\"" + OID + root + "\"/>";
    }

    private void newLine(String text) {
        out.append(text).append('\n');
        line++;
    }
}
