package jp.kenpo.gateway.sandbox.checkup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/**
 * The standard archive in which an institution sends the results of health guidance (特定保健指導) to the society.
 *
 * <p>Source: 電子的な標準様式 第4期, guidance file specification: category 22 is a result, program 100 guidance, section
 * 90010 the basics, 90070 the points that were reached.
 */
public final class GuidanceArchive {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final String OID = "1.2.392.200119.6.";
    private static final long GUIDANCE = 0x475549;
    private static final int PERCENT_A_MONTH = 3;
    private static final int FROM_AGE = 40;
    private static final int GUIDED_BEFORE = 10;
    private static final int POINTS_NEEDED = 180;

    private final List<FictionalMember> members;
    private final Institution institution;
    private final LocalDate madeOn;
    private final String name;

    private GuidanceArchive(List<FictionalMember> members, Institution institution, LocalDate madeOn) {
        this.members = members;
        this.institution = institution;
        this.madeOn = madeOn;
        this.name = institution.number() + "_" + FictionalSociety.INSURER_NUMBER + "_" + DAY.format(madeOn) + "0_2";
    }

    /** Returns the archive of one institution about these members. */
    public static GuidanceArchive about(List<FictionalMember> members, int institution, LocalDate madeOn) {
        return new GuidanceArchive(
                members, Institution.ALL.get(Math.floorMod(institution, Institution.ALL.size())), madeOn);
    }

    /** Returns the archives of a month: members from 40 on, a few of a hundred each month, by institution. */
    public static List<GuidanceArchive> ofMonth(FictionalSociety society, YearMonth month, long seed) {
        List<List<FictionalMember>> guided = new ArrayList<>();
        Institution.ALL.forEach(each -> guided.add(new ArrayList<>()));
        for (int index = 0; index < society.members(); index++) {
            FictionalMember member = society.member(index);
            boolean ofAge = !member.birthDate().plusYears(FROM_AGE).isAfter(month.atDay(1));
            Chance chance = Chance.of(seed, GUIDANCE, index, month.getYear(), month.getMonthValue());
            if (ofAge && member.belongsIn(month) && chance.inPercent(PERCENT_A_MONTH)) {
                guided.get(index % Institution.ALL.size()).add(member);
            }
        }
        List<GuidanceArchive> archives = new ArrayList<>();
        for (int ordinal = 0; ordinal < guided.size(); ordinal++) {
            archives.add(about(guided.get(ordinal), ordinal, month.plusMonths(1).atDay(GUIDED_BEFORE)));
        }
        return archives;
    }

    /** Returns the name of the file. */
    public String fileName() {
        return name + ".zip";
    }

    /** Returns its path below the generated folder, with {@code /} between the parts. */
    public String path() {
        return "guidance/" + fileName();
    }

    /** Returns the number of documents. */
    public int count() {
        return members.size();
    }

    /** Writes the archive; a file of that name is replaced. */
    public void write(Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            write(out);
        }
    }

    /** Writes the archive; the stream is not closed. */
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (int number = 1; number <= members.size(); number++) {
            String file = "g%s%s02%06d.xml".formatted(institution.number(), DAY.format(madeOn), number);
            entry(zip, "DATA/" + file, document(members.get(number - 1)));
        }
        entry(zip, "ix08_V08.xml", index());
        zip.finish();
    }

    private String document(FictionalMember member) {
        String day = DAY.format(madeOn);
        String guidedOn = DAY.format(madeOn.minusDays(GUIDED_BEFORE));
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <typeId extension="POCD_HD000040" root="2.16.840.1.113883.1.3"/><id nullFlavor="NI"/>
                <code code="22" codeSystem="%1$s1001"/><effectiveTime value="%2$s"/>
                <confidentialityCode code="N" codeSystem="2.16.840.1.113883.5.25"/>
                %3$s
                <author><time value="%2$s"/><assignedAuthor><id nullFlavor="NI"/>%4$s</assignedAuthor></author>
                <custodian><assignedCustodian><representedCustodianOrganization><id nullFlavor="NI"/>\
                </representedCustodianOrganization></assignedCustodian></custodian>
                <documentationOf><serviceEvent><code code="100" codeSystem="%1$s1002"/>
                <effectiveTime value="%5$s"/><performer typeCode="PRF"><assignedEntity><id nullFlavor="NI"/>%4$s\
                </assignedEntity></performer></serviceEvent></documentationOf>
                <component><structuredBody>%6$s</structuredBody></component>
                </ClinicalDocument>
                """.formatted(OID, day, person(member), organisation(), guidedOn, body(member));
    }

    private static String person(FictionalMember member) {
        return "<recordTarget><patientRole>" + id(FictionalSociety.INSURER_NUMBER, "101") + id(member.symbol(), "204")
                + id(member.number(), "205") + id(member.branchNumber(), "211") + "<addr>" + member.address()
                + "<postalCode>999-0001</postalCode></addr><patient><name>" + member.kana()
                + "</name><administrativeGenderCode code=\"" + member.sexCode() + "\" codeSystem=\"" + OID
                + "1104\"/><birthTime value=\"" + DAY.format(member.birthDate())
                + "\"/></patient></patientRole></recordTarget>";
    }

    private String organisation() {
        return "<representedOrganization>" + id(institution.number(), "102") + "<name>" + institution.name()
                + "</name><telecom value=\"tel:0000000000\"/><addr>架空県架空市架空町１－１－１"
                + "<postalCode>999-0001</postalCode></addr></representedOrganization>";
    }

    private static String body(FictionalMember member) {
        int outcome = Math.floorMod(member.number().hashCode(), 2) * 20;
        return section("90010", "支援レベル", "")
                + section(
                        "90070",
                        "実施ポイント",
                        points("1042010070", POINTS_NEEDED - outcome)
                                + points("1042001060", outcome)
                                + points("1042010080", POINTS_NEEDED));
    }

    private static String section(String code, String title, String entries) {
        return "<component><section><code code=\"" + code + "\" codeSystem=\"" + OID + "1010\"/><title>" + title
                + "</title><text>" + title + "</text>" + entries + "</section></component>";
    }

    private static String points(String code, int points) {
        return "<entry><observation classCode=\"OBS\" moodCode=\"EVN\"><code code=\"" + code + "\" codeSystem=\"" + OID
                + "1006\"/><value xsi:type=\"INT\" value=\"" + points + "\"/></observation></entry>";
    }

    private static String id(String extension, String root) {
        return "<id extension=\"" + extension + "\" root=\"" + OID + root + "\"/>";
    }

    private String index() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <index xmlns="https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html">
                <interactionType code="6"/>
                <creationTime value="%s"/>
                <sender><id root="%s102" extension="%s"/></sender>
                <receiver><id root="%s101" extension="%s"/></receiver>
                <serviceEventType code="2"/>
                <totalRecordCount value="%d"/>
                </index>
                """.formatted(
                DAY.format(madeOn), OID, institution.number(), OID, FictionalSociety.INSURER_NUMBER, members.size());
    }

    private void entry(ZipOutputStream zip, String path, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name + "/" + path);
        // not the present time: the same archive gives the same bytes
        entry.setTimeLocal(madeOn.atStartOfDay());
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
