package jp.kenpo.gateway.content.checkup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows the tags of a document from element to element, and finds the entries of its sections. */
final class EntryPlaces {

    /** Bytes of the tag of the root element: the namespaces and the place of the schema. */
    private static final int LONGEST_ROOT = 4_096;

    /** Elements above an entry; in a checkup there are five. */
    private static final int DEEPEST_ENTRY = 12;

    private static final String NAME = "entry";
    private static final String PARENT = "section";
    /** Below the root: what stands elsewhere is no part of the body. */
    private static final String BODY = "component";

    private static final String OBSERVATION = "observation";

    private final byte[] bytes;
    private final List<EntryPlace> places = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    /** By the path to the section: a document may have thousands of sections, but the root's tag is long. */
    private final Map<String, String> contexts = new HashMap<>();

    private String root = "";
    private boolean body;
    private int observations;
    /** Of the entries in the element that is open; null until one ended. */
    private @Nullable String context;
    /** Index of the first tag of the entry that is open; negative if none is. */
    private int entry = -1;

    private int depth;
    private int from;
    private int before = -1;

    private EntryPlaces(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Returns the entries of a document.
     *
     * @return null if they can't be told apart by their text: if one stands in another, in an observation or outside of a
     *     section of the body, if an element between the root and an entry declares a namespace or a type, or if the
     *     document is deeper, or the tag of its root longer, than that of any checkup
     */
    static @Nullable List<EntryPlace> in(byte[] bytes, List<XmlTag> tags) {
        var found = new EntryPlaces(bytes);
        for (int i = 0; i < tags.size(); i++) {
            if (!found.take(tags.get(i), i)) {
                return null;
            }
        }
        return found.places;
    }

    private boolean take(XmlTag tag, int index) {
        boolean inside = !open.isEmpty();
        boolean known = tag.kind() == XmlTag.Kind.INSTRUCTION && inside;
        if (known || (tag.begins() && tag.name().equals(NAME))) {
            if (entry >= 0 || !mayHoldEntries()) {
                return false;
            }
            entry = index;
            from = tag.from();
            depth = open.size();
        } else if (entry < 0 && inside && gives(tag)) {
            return false;
        }
        if ((tag.begins() && !enter(tag)) || (tag.ends() && !leave())) {
            return false;
        }
        if (entry >= 0 && open.size() == depth && (known || tag.ends())) {
            ended(tag, index);
        }
        return true;
    }

    private boolean mayHoldEntries() {
        return body && observations == 0 && open.size() <= DEEPEST_ENTRY && PARENT.equals(open.peek());
    }

    private boolean enter(XmlTag tag) {
        if (open.isEmpty()) {
            if (tag.to() - tag.from() > LONGEST_ROOT) {
                return false;
            }
            root = new String(bytes, tag.from(), tag.to() - tag.from(), StandardCharsets.UTF_8);
        }
        if (open.size() == 1) {
            body = tag.name().equals(BODY);
        }
        observations += tag.name().equals(OBSERVATION) ? 1 : 0;
        context = entry < 0 ? null : context;
        open.push(tag.name());
        return open.size() <= XmlEvents.DEEPEST;
    }

    private boolean leave() {
        String name = open.poll();
        observations -= OBSERVATION.equals(name) ? 1 : 0;
        context = entry < 0 ? null : context;
        return name != null;
    }

    private void ended(XmlTag tag, int index) {
        String own = context == null ? contexts.computeIfAbsent(open.toString(), path -> root + path) : context;
        boolean follows = before >= 0 && isSpace(before, from);
        places.add(new EntryPlace(entry, index, from, tag.to(), follows, own));
        context = own;
        before = tag.to();
        entry = -1;
    }

    /** Whether a tag gives what stands in it another meaning. */
    private static boolean gives(XmlTag tag) {
        return tag.name().indexOf(':') >= 0
                || tag.attributes().stream()
                        .anyMatch(each ->
                                each.name().startsWith("xmlns") || each.name().indexOf(':') >= 0);
    }

    private boolean isSpace(int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (!XmlTag.isSpace(bytes[i])) {
                return false;
            }
        }
        return true;
    }
}
