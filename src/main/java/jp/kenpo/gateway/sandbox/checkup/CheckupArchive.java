package jp.kenpo.gateway.sandbox.checkup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.kenpo.gateway.sandbox.mistake.Mistake;
import jp.kenpo.gateway.sandbox.mistake.MistakePlan;
import jp.kenpo.gateway.sandbox.mistake.MistakeSink;
import jp.kenpo.gateway.sandbox.mistake.Place;
import jp.kenpo.gateway.sandbox.society.Chance;
import jp.kenpo.gateway.sandbox.society.FictionalMember;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/**
 * The standard archive in which an institution sends the checkups of a month to the society.
 *
 * <p>The same society, month, institution and seed give the same bytes. Memory is that of one document.
 */
public final class CheckupArchive {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final FictionalSociety society;
    private final YearMonth month;
    private final long seed;
    private final CheckupCalendar calendar;
    private final int ordinal;
    private final Institution institution;
    private final LocalDate madeOn;
    private final String name;

    CheckupArchive(FictionalSociety society, YearMonth month, long seed, int ordinal) {
        this.society = society;
        this.month = month;
        this.seed = seed;
        this.ordinal = ordinal;
        this.calendar = new CheckupCalendar(seed);
        this.institution = Institution.ALL.get(ordinal);
        this.madeOn = month.plusMonths(1).atDay(20);
        this.name = institution.number() + "_" + FictionalSociety.INSURER_NUMBER + "_" + DAY.format(madeOn) + "0_1";
    }

    /** Returns its path below the generated folder, with {@code /} between the parts. */
    public String path() {
        return "checkup-association/" + name + ".zip";
    }

    /** Returns the number of documents without those that a mistake doubles. */
    public long count() {
        long count = 0;
        for (int index = 0; index < society.members(); index++) {
            count += isHere(index, society.member(index)) ? 1 : 0;
        }
        return count;
    }

    private boolean isHere(int index, FictionalMember member) {
        return calendar.attends(index, member, month) && index % Institution.ALL.size() == ordinal;
    }

    /**
     * Writes the archive; a file of that name is replaced.
     *
     * @return number of documents
     */
    public int write(Path target, MistakePlan plan, MistakeSink made) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(target))) {
            int documents = 0;
            for (int index = 0; index < society.members(); index++) {
                FictionalMember member = society.member(index);
                if (isHere(index, member)) {
                    Chance chance = Chance.of(seed, index, month.getYear(), month.getMonthValue());
                    Checkup checkup = Checkup.of(member, calendar.day(month, chance), chance, seed);
                    documents = write(checkup, documents, zip, plan, made);
                }
            }
            entry(zip, "ix08_V08.xml", index(documents));
            return documents;
        }
    }

    private int write(Checkup checkup, int before, ZipOutputStream zip, MistakePlan plan, MistakeSink made)
            throws IOException {
        CheckupMistake mistake = plan.next() ? plan.choose(CheckupMistake.fitting(checkup)) : null;
        if (mistake != null) {
            mistake.make().accept(checkup);
        }
        CheckupXml.Written written = CheckupXml.write(checkup, institution, madeOn);
        String file = "";
        for (int copy = 1; copy <= checkup.copies; copy++) {
            file = "%s%s%s01%06d.xml"
                    .formatted(checkup.prefix, institution.number(), DAY.format(madeOn), before + copy);
            entry(zip, "DATA/" + file, written.text());
        }
        if (mistake != null) {
            Place place = new Place(
                    file,
                    written.line(mistake.where(), checkup),
                    mistake.where().field());
            made.add(Mistake.at(place, mistake, path(), file, mistake.rule()));
        }
        return before + checkup.copies;
    }

    private String index(int documents) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <index xmlns="https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html">
                <interactionType code="6"/>
                <creationTime value="%s"/>
                <sender><id root="1.2.392.200119.6.102" extension="%s"/></sender>
                <receiver><id root="1.2.392.200119.6.101" extension="%s"/></receiver>
                <serviceEventType code="1"/>
                <totalRecordCount value="%d"/>
                </index>
                """.formatted(DAY.format(madeOn), institution.number(), FictionalSociety.INSURER_NUMBER, documents);
    }

    private void entry(ZipOutputStream zip, String path, String text) throws IOException {
        ZipEntry entry = new ZipEntry(name + "/" + path);
        // not the present time: the same order gives the same bytes
        entry.setTimeLocal(madeOn.atStartOfDay());
        zip.putNextEntry(entry);
        write(zip, text);
        zip.closeEntry();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
