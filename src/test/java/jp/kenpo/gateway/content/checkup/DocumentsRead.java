package jp.kenpo.gateway.content.checkup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import jp.kenpo.gateway.content.FindingCollector;
import jp.kenpo.gateway.content.mynumber.MyNumberGuard;

/** All that is read and found in documents, one after another. */
final class DocumentsRead {

    private final FindingCollector collected = new FindingCollector();
    private final MyNumberGuard guard = new MyNumberGuard();
    private final XmlFiles files;
    private final XmlKind kind;

    DocumentsRead(Path schemas) {
        this(schemas, XmlKind.CHECKUP);
    }

    DocumentsRead(Path schemas, XmlKind kind) {
        this.kind = kind;
        files = new XmlFiles(new SchemaSet(schemas), guard, new CheckupFindings(collected));
    }

    String read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    String read(byte[] bytes) throws IOException {
        return told(files.document(kind, bytes, bytes.length, "a file"));
    }

    String readAlone(String text) throws IOException {
        return readAlone(text.getBytes(StandardCharsets.UTF_8));
    }

    String readAlone(byte[] bytes) throws IOException {
        return told(files.alone(kind, bytes, bytes.length, "a file"));
    }

    private String told(XmlFiles.ParsedDocument parsed) {
        return parsed == null ? found() : found() + Told.all(parsed);
    }

    private String found() {
        return "errors " + collected.errors() + ", warnings " + collected.warnings() + ", numbers "
                + guard.sightings().count() + "; "
                + collected.kept().stream()
                        .map(each -> each.rule() + each.line())
                        .toList();
    }

    /** Returns whether a document would not be parsed. */
    boolean isKnown(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return files.isKnown(kind, bytes, bytes.length);
    }

    boolean isKnown(byte[] bytes) {
        return files.isKnown(kind, bytes, bytes.length);
    }

    /** Returns what is found when the archive ends. */
    String ended() {
        files.reportUnchecked();
        return found();
    }

    /** Returns how many My Numbers were seen. */
    long numbers() {
        return guard.sightings().count();
    }

    /** Every datum of a document: the texts mask themselves, so each is asked for. */
    private static final class Told {
        private static String all(XmlFiles.ParsedDocument parsed) {
            var told = new StringBuilder();
            var header = parsed.sink().header();
            for (HeaderDatum datum : HeaderDatum.values()) {
                told.append(datum).append('=').append(text(header.of(datum))).append('\n');
            }
            header.otherRoots().forEach(each -> told.append(text(each)));
            header.vouchers().forEach(each -> told.append(each.line())
                    .append(each.root())
                    .append(text(each.number()))
                    .append(text(each.until()))
                    .append(text(each.insurer())));
            parsed.sink().body().sections().forEach(each -> told.append(text(each)));
            for (Observed each : parsed.sink().body().observations()) {
                told.append(List.of(each.code(), each.section(), each.notDone(), each.notMeasurable(), each.line()))
                        .append(String.join(
                                "|",
                                "" + each.type(),
                                "" + each.value(),
                                "" + each.unit(),
                                "" + each.codeSystem(),
                                "" + each.limit(),
                                "" + each.method(),
                                "" + each.doctor()))
                        .append('\n');
            }
            return told.append(parsed.events().breaches()).toString();
        }

        private static String text(Text text) {
            return text == null ? "-" : text.value() + "@" + text.line() + ";";
        }
    }
}
