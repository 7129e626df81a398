package jp.kenpo.gateway.content.receipt;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.kenpo.gateway.content.Permission;
import jp.kenpo.gateway.content.Projected;
import jp.kenpo.gateway.content.mynumber.Watch;

/**
 * Writes the lines and items of a receipt file whose fields are permitted, and counts what it leaves out.
 *
 * <p>A line goes when no item of its record is permitted; otherwise the items of other fields are emptied in place,
 * so that each remaining item keeps its position. The prefix and the record id stay with the line. What the record
 * table or the layout does not know never passes. My Numbers are masked in place where that is asked. Used once.
 */
final class ReceiptProjection {

    /** Under this name the lines and items are counted that nobody declared. */
    private static final String UNDECLARED = "undeclared";

    private static final int END_MARK = 0x1A;
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final byte[] CRLF = {'\r', '\n'};

    private final KindFields layouts;
    private final KindFollower follower;
    private final RecordId first;
    private final Set<String> permitted;
    private final boolean maskMyNumber;
    private final OutputStream out;
    private final Map<FileKind, Map<RecordId, RecordPassage>> passages = new EnumMap<>(FileKind.class);
    private final FieldsSeen seen;
    private final Map<String, Long> removed = new TreeMap<>();
    private long records;
    private long begun;
    private boolean receiptWritten;

    /** @param first record that a receipt begins with */
    ReceiptProjection(
            KindFields layouts, KindFollower follower, RecordId first, Permission permission, OutputStream out) {
        this.layouts = layouts;
        this.follower = follower;
        this.first = first;
        this.permitted = permission.fields();
        this.maskMyNumber = permission.maskMyNumber();
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
        seen = new FieldsSeen(layouts);
        for (var kind : FileKind.values()) {
            passages.put(kind, passages(kind));
        }
    }

    private Map<RecordId, RecordPassage> passages(FileKind kind) {
        Map<RecordId, RecordPassage> ofKind = new EnumMap<>(RecordId.class);
        for (var id : RecordId.values()) {
            ofKind.put(id, new RecordPassage(kind.table().items(id), layouts.of(kind), permitted));
        }
        return ofKind;
    }

    Projected write(LineReader lines) throws IOException {
        Line line = lines.line();
        while (lines.next()) {
            RecordId id = RecordId.of(line);
            receiptWritten &= id != first;
            begun += id == first ? 1 : 0;
            RecordItems items = follower.items(id, line);
            mask(line, items);
            var ofKind = Objects.requireNonNull(passages.get(follower.kind()));
            write(line, items.id(), Objects.requireNonNull(ofKind.get(items.id())), layouts.of(follower.kind()));
        }
        if (lines.endMark()) {
            out.write(END_MARK);
        }
        out.flush();
        var left = new TreeSet<>(seen.fields());
        left.retainAll(permitted);
        return new Projected(records, left, removed, 0, Math.max(0, begun - records));
    }

    private void mask(Line line, RecordItems items) {
        long masked = maskMyNumber && !line.tooLong ? ItemMask.mask(line, items) : 0;
        if (masked > 0) {
            removed.merge(Watch.FIELD, masked, Long::sum);
        }
    }

    private void write(Line line, RecordId id, RecordPassage passage, LayoutFields layout) throws IOException {
        if (line.tooLong || !passage.isDeclared()) {
            count(UNDECLARED);
        } else if (passage.passesNothing()) {
            count(layout.field(id).orElse(UNDECLARED));
            countItems(line, id, layout);
        } else if (!passage.passesWhole(line) && !passage.isDivisible(line)) {
            count(UNDECLARED);
        } else {
            seen.see(follower.kind(), id, line);
            if (passage.passesWhole(line)) {
                out.write(line.bytes, line.start, line.end - line.start);
            } else {
                writeItems(line, id, passage, layout);
            }
            writeLineEnd(line);
            records += receiptWritten || !inReceipts(id) ? 0 : 1;
            receiptWritten |= inReceipts(id);
        }
    }

    /** Head and trailer of a claim file belong to no receipt. */
    private boolean inReceipts(RecordId id) {
        boolean frame = id == RecordId.GO || (id.isHead() && id != first);
        return first == RecordId.MN || !frame;
    }

    private void writeItems(Line line, RecordId id, RecordPassage passage, LayoutFields layout) throws IOException {
        int declared = Math.min(line.places(), passage.places());
        for (int place = line.firstPlace(); place < declared; place++) {
            if (place > line.firstPlace()) {
                out.write(',');
            }
            if (passage.passes(place)) {
                out.write(line.bytes, line.begin(place), line.length(place));
            } else if (line.has(place)) {
                count(layout.field(id, place).orElse(UNDECLARED));
            }
        }
        for (int place = declared; place < line.fieldCount(); place++) {
            count(UNDECLARED);
        }
    }

    /** Counts the items of a line left out that belong to another field than the line. */
    private void countItems(Line line, RecordId id, LayoutFields layout) {
        for (int place : layout.places(id)) {
            if (line.has(place)) {
                count(layout.field(id, place).orElse(UNDECLARED));
            }
        }
    }

    private void writeLineEnd(Line line) throws IOException {
        switch (line.ending) {
            case CRLF -> out.write(CRLF);
            case LF -> out.write('\n');
            case NONE -> {
                // cut off, and stays so: a projection repairs nothing
            }
        }
    }

    private void count(String field) {
        removed.merge(field, 1L, Long::sum);
    }
}
