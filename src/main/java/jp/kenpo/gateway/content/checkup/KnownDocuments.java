package jp.kenpo.gateway.content.checkup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Documents and entries of them that were read in one archive before, so that they need not be parsed and validated
 * again: the documents of two persons mostly differ in names, dates and figures only.
 *
 * <p>Sound because a document is taken as known only if it equals, byte by byte, one that the schema had nothing against,
 * but for texts of which the schema asks nothing that the new one does not fulfil ({@link FreeText}), and for the number
 * and order of entries after the first of each section; of those each equals one that was read in a place of the same
 * meaning ({@link EntryPlace#context}). Documents whose parts refer to each other are never known, nor are those with
 * comments, instructions or CDATA. Lasts for one archive, bounded in memory.
 */
final class KnownDocuments {

    /** Bytes of a document; longer ones are not looked at. A checkup has some fifty thousand. */
    private static final int LONGEST = 256 * 1024;
    /** Bytes of all that is kept, about. */
    private static final int MOST_BYTES = 24_000_000;
    /** What the events of a tag and of an attribute take in memory, about. */
    private static final int BYTES_OF_TAG = 160;

    private static final int BYTES_OF_ATTRIBUTE = 60;
    /** What a place takes at which texts may differ. */
    private static final int BYTES_OF_TEXT = 300;

    /** Frames that are kept; more different ones than this do not come from one program. */
    private static final int MOST_FRAMES = 256;

    private final @Nullable SchemaFreedom freedom;
    private final Passages<DocumentEvents> frames = new Passages<>();
    private final Map<String, Passages<KnownEntry>> entries = new HashMap<>();
    private final PassageMatch match = new PassageMatch();
    private int framesKept;
    private long bytesKept;

    /** @param freedom what the schema leaves free; null if there is none */
    KnownDocuments(@Nullable SchemaFreedom freedom) {
        this.freedom = freedom;
    }

    /** Returns what a document says; null if it is not known. */
    @Nullable
    DocumentSink read(byte[] bytes, int length) {
        if (length > LONGEST) {
            return null;
        }
        match.begin(bytes);
        DocumentEvents events = frames.find(0, length, true, match);
        if (events == null) {
            return null;
        }
        var sink = new DocumentSink();
        events.replay(sink, new ElementPath(), match::text, match, 1);
        return sink;
    }

    /** Returns a document without the entries that are known; null if it must be read as it is. */
    @Nullable
    ShortenedDocument shorten(byte[] bytes, int length) {
        List<XmlTag> tags = length > LONGEST ? null : XmlTag.in(bytes, length);
        List<EntryPlace> places = tags == null ? null : EntryPlaces.in(bytes, tags);
        if (tags == null || places == null || instructed(bytes, tags) || hasLoneReturn(bytes, length)) {
            return null;
        }
        match.begin(bytes);
        var shortened = new ShortenedDocument(bytes, match);
        for (EntryPlace place : places) {
            Passages<KnownEntry> context = place.follows() ? entries.get(place.context()) : null;
            int firstText = match.texts();
            KnownEntry known = context == null ? null : context.find(place.from(), length, false, match);
            if (known != null && match.end() == place.to()) {
                shortened.leaveOut(known, firstText, place);
            }
        }
        shortened.end(length);
        return shortened;
    }

    /** Whether there are instructions besides the one at the begin, among which ours could not be told apart. */
    private static boolean instructed(byte[] bytes, List<XmlTag> tags) {
        for (int i = 0; i < tags.size(); i++) {
            XmlTag tag = tags.get(i);
            if (tag.kind() == XmlTag.Kind.INSTRUCTION && (i > 0 || !tag.isDeclaration(bytes))) {
                return true;
            }
        }
        return false;
    }

    /** Keeps what is new in a document that was read without any breach. */
    void learn(ShortenedDocument document, RecordedSink read) {
        byte[] bytes = document.bytes();
        if (isFull() || read.refers()) {
            return;
        }
        List<XmlTag> tags = XmlTag.in(bytes, bytes.length);
        List<EntryPlace> places = tags == null ? null : EntryPlaces.in(bytes, tags);
        if (tags == null || places == null) {
            return;
        }
        // what nothing is learnt for in the end is not kept
        Map<String, Passages<KnownEntry>> fresh = new HashMap<>();
        var lesson = new Lesson(bytes, tags, places, read.events(), freedom, context -> context(context, fresh));
        if (lesson.follow()) {
            lesson.entries().forEach(each -> each.context().add(each.parts(), each.entry()));
            entries.putAll(fresh);
            frames.add(lesson.frame(), lesson.frameEvents());
            framesKept++;
            bytesKept += weight(bytes, tags, fresh.keySet()) + (long) BYTES_OF_TEXT * lesson.freeTexts();
        }
    }

    /** Returns whether nothing more is kept. */
    boolean isFull() {
        return framesKept == MOST_FRAMES || bytesKept >= MOST_BYTES;
    }

    private Passages<KnownEntry> context(String context, Map<String, Passages<KnownEntry>> fresh) {
        Passages<KnownEntry> known = entries.get(context);
        return known == null ? fresh.computeIfAbsent(context, none -> new Passages<>()) : known;
    }

    private static long weight(byte[] bytes, List<XmlTag> tags, Set<String> contexts) {
        long weight = bytes.length;
        for (XmlTag tag : tags) {
            weight +=
                    BYTES_OF_TAG + (long) BYTES_OF_ATTRIBUTE * tag.attributes().size();
        }
        return weight + contexts.stream().mapToLong(String::length).sum();
    }

    private static boolean hasLoneReturn(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (XmlTag.isLoneReturn(bytes, i, length)) {
                return true;
            }
        }
        return false;
    }
}
