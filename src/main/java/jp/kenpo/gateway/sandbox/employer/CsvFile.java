package jp.kenpo.gateway.sandbox.employer;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.util.List;
import java.util.stream.Collectors;

/** A CSV file in the encoding of a habit, with CR LF. */
final class CsvFile implements RowWriter {

    private final BufferedWriter out;
    private long rows;

    CsvFile(OutputStream out, Habit habit) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, habit.charset()));
        this.out.write(habit.mark());
    }

    @Override
    public long write(List<Cell> cells) throws IOException {
        out.write(cells.stream().map(cell -> quotedWhereNeeded(cell.text())).collect(Collectors.joining(",")));
        out.write("\r\n");
        return ++rows;
    }

    private static String quotedWhereNeeded(String text) {
        return text.indexOf(',') < 0 ? text : '"' + text + '"';
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
