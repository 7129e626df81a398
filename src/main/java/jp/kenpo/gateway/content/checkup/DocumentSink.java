package jp.kenpo.gateway.content.checkup;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Gathers header and body of one document in one pass. */
final class DocumentSink implements ElementSink {

    private final DocumentHeader header = new DocumentHeader();
    private final DocumentBody body = new DocumentBody();

    @Override
    public void begin(ElementPath path, Attributes attributes, int line) {
        if (path.at(2).equals("component")) {
            body.begin(path, attributes, line);
        } else {
            header.begin(path, attributes, line);
        }
    }

    @Override
    public void text(ElementPath path, String text, int line) {
        if (path.at(2).equals("component")) {
            body.text(path, text);
        } else {
            header.text(path, text, line);
        }
    }

    @Override
    public void end(ElementPath path) {
        if (path.at(2).equals("component")) {
            body.end(path);
        }
    }

    DocumentHeader header() {
        return header;
    }

    DocumentBody body() {
        return body;
    }

    /** @param entry name of the file, as findings name it */
    CheckupDocument document(String entry, boolean guidance) {
        return new CheckupDocument(
                entry,
                guidance,
                header.value(HeaderDatum.CATEGORY),
                header.value(HeaderDatum.PROGRAM),
                date(HeaderDatum.FILE_DATE),
                date(HeaderDatum.PERFORMED_ON),
                header.value(HeaderDatum.INSTITUTION),
                person(),
                body.observations());
    }

    private CheckupDocument.Person person() {
        String sex = header.value(HeaderDatum.SEX);
        return new CheckupDocument.Person(
                header.value(HeaderDatum.INSURER),
                header.value(HeaderDatum.SYMBOL),
                header.value(HeaderDatum.NUMBER),
                header.value(HeaderDatum.BRANCH),
                header.value(HeaderDatum.NAME),
                "1".equals(sex) || "2".equals(sex) ? Integer.valueOf(sex) : null,
                date(HeaderDatum.BIRTH),
                header.value(HeaderDatum.POSTAL_CODE),
                header.value(HeaderDatum.ADDRESS));
    }

    private @Nullable LocalDate date(HeaderDatum datum) {
        return CheckupDates.date(header.value(datum));
    }
}
