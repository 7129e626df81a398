package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xml.sax.helpers.AttributesImpl;

/**
 * What can be learnt from one document that was parsed without any breach: its frame, and the entries in it that follow
 * others. Learnt is where a text may be exchanged for another, and what the parser said about all of it.
 */
final class Lesson {

    /** The document can't be followed from tag to tag; nothing is learnt from it. */
    private static final class LostException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** An entry, or the frame, while it is followed. */
    private static final class Piece {
        private final Passage passage;
        private final DocumentEvents events = new DocumentEvents();
        private int texts;
        private int line;

        Piece(Passage passage, int line) {
            this.passage = passage;
            this.line = line;
        }
    }

    /** An entry that was learnt. */
    record LearntEntry(Passages<KnownEntry> context, List<Passage.Part> parts, KnownEntry entry) {}

    private final byte[] bytes;
    private final List<XmlTag> tags;
    private final List<EntryPlace> places;
    /** The line in which each place begins, and the one in which it ends. */
    private final int[] lines;

    private final Iterator<RecordedSink.Event> events;
    private final DifferingTexts differing;
    private final Function<String, Passages<KnownEntry>> contexts;
    private final List<RecordedSink.Event> open = new ArrayList<>();
    private final List<LearntEntry> entries = new ArrayList<>();
    private final Piece frame;
    private Piece piece;
    private RecordedSink.@Nullable Event next;

    /**
     * @param bytes the document as it was parsed, before it was decoded
     * @param events what the parser said
     * @param freedom null if there is no schema
     * @param contexts where the entries of a context belong
     */
    Lesson(
            byte[] bytes,
            List<XmlTag> tags,
            List<EntryPlace> places,
            List<RecordedSink.Event> events,
            @Nullable SchemaFreedom freedom,
            Function<String, Passages<KnownEntry>> contexts) {
        this.bytes = bytes;
        this.tags = tags;
        this.places = places;
        this.lines = lines(bytes, places);
        this.events = events.iterator();
        this.differing = new DifferingTexts(bytes, freedom);
        this.contexts = contexts;
        this.frame = new Piece(new Passage(bytes, 0, bytes.length), 1);
        this.piece = frame;
    }

    private static int[] lines(byte[] bytes, List<EntryPlace> places) {
        int[] lines = new int[2 * places.size()];
        int line = 1;
        int position = 0;
        for (int i = 0; i < lines.length; i++) {
            EntryPlace place = places.get(i / 2);
            int to = i % 2 == 0 ? place.from() : place.to();
            line += Passages.lines(bytes, position, to);
            lines[i] = line;
            position = to;
        }
        return lines;
    }

    /** Follows the document; false if nothing can be learnt. */
    boolean follow() {
        try {
            advance();
            int place = 0;
            for (int i = 0; i < tags.size(); i++) {
                EntryPlace entry = place < places.size() ? places.get(place) : null;
                if (entry != null && entry.firstTag() == i && entry.follows()) {
                    piece = new Piece(new Passage(bytes, entry.from(), entry.to()), lines[2 * place]);
                }
                tag(i);
                if (entry != null && entry.lastTag() == i) {
                    ended(entry, place);
                    place++;
                }
            }
            return next == null;
        } catch (LostException lost) {
            return false;
        }
    }

    private void ended(EntryPlace entry, int place) {
        Passages<KnownEntry> context = contexts.apply(entry.context());
        if (entry.follows()) {
            if (tags.get(entry.lastTag()).kind() != XmlTag.Kind.INSTRUCTION) {
                entries.add(new LearntEntry(context, piece.passage.parts(), known()));
            }
            piece = frame;
            return;
        }
        int last = place;
        while (last + 1 < places.size() && places.get(last + 1).follows()) {
            last++;
        }
        frame.passage.entries(context, entry.to(), places.get(last).to());
        frame.events.entries();
        frame.texts = 0;
        frame.line = lines[2 * last + 1];
    }

    private KnownEntry known() {
        var sink = new DocumentSink();
        var path = new ElementPath();
        open.forEach(each -> path.enter(each.text()));
        piece.events.replay(sink, path, KnownEntry::mark, null, 0);
        KnownEntry known = KnownEntry.of(sink.body().observations());
        if (known == null || !sink.body().sections().isEmpty()) {
            throw new LostException();
        }
        return known;
    }

    private void tag(int index) {
        XmlTag tag = tags.get(index);
        if (tag.kind() == XmlTag.Kind.INSTRUCTION) {
            return;
        }
        RecordedSink.Event event = expected();
        if (event.kind() == RecordedSink.Kind.TEXT) {
            text(event, index);
            event = expected();
        }
        if (tag.begins()) {
            begin(tag, event);
            event = tag.ends() ? expected() : event;
        }
        if (tag.ends()) {
            if (event.kind() != RecordedSink.Kind.END) {
                throw new LostException();
            }
            open.remove(open.size() - 1);
            piece.events.end();
            advance();
        }
    }

    private RecordedSink.Event expected() {
        if (next == null) {
            throw new LostException();
        }
        return next;
    }

    private void advance() {
        next = events.hasNext() ? events.next() : null;
    }

    private void text(RecordedSink.Event event, int index) {
        int from = index == 0 ? 0 : tags.get(index - 1).to();
        int to = tags.get(index).from();
        int free = DocumentEvents.FIXED;
        boolean plain = index > 0 && tags.get(index - 1).kind() != XmlTag.Kind.INSTRUCTION && !open.isEmpty();
        FreeText any = plain ? differing.text(from, to, event, open.get(open.size() - 1)) : null;
        if (any != null) {
            free = piece.texts++;
            piece.passage.free(any, from, to);
        }
        piece.events.text(event.text(), free, event.line() - piece.line);
        advance();
    }

    private void begin(XmlTag tag, RecordedSink.Event event) {
        AttributesImpl attributes = event.attributes();
        String local = tag.name().substring(tag.name().indexOf(':') + 1);
        if (attributes == null || !local.equals(event.text())) {
            throw new LostException();
        }
        int[] free = new int[attributes.getLength()];
        Arrays.fill(free, DocumentEvents.FIXED);
        for (XmlTag.Place place : open.isEmpty() ? List.<XmlTag.Place>of() : tag.attributes()) {
            int index = attributes.getIndex(place.name());
            FreeText text = index < 0 ? null : differing.attribute(place, event, index);
            if (text != null) {
                free[index] = piece.texts++;
                piece.passage.free(text, place.from(), place.to());
            }
        }
        piece.events.begin(event.text(), attributes, free, event.line() - piece.line);
        open.add(event);
        advance();
    }

    /** Returns the frame: all but the entries that follow others. */
    List<Passage.Part> frame() {
        return frame.passage.parts();
    }

    /** Returns what the parser said about the frame. */
    DocumentEvents frameEvents() {
        return frame.events;
    }

    List<LearntEntry> entries() {
        return entries;
    }

    /** Returns at how many places texts may differ. */
    long freeTexts() {
        Stream<Passage.Part> all =
                Stream.concat(frame().stream(), entries.stream().flatMap(each -> each.parts().stream()));
        return all.filter(each -> each.free() != null).count();
    }
}
