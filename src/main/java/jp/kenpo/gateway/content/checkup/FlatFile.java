package jp.kenpo.gateway.content.checkup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** The attributes of an index, a summary or a settlement file, by path: {@code settlement/claimAmount@value}. */
final class FlatFile implements ElementSink {

    /** More than the longest settlement has; what stands beyond is the schema's to object to. */
    private static final int MOST = 2_000;

    private final Map<String, List<Text>> texts = new HashMap<>();
    private int kept;

    @Override
    public void begin(ElementPath path, Attributes attributes, int line) {
        String below = path.below();
        for (int i = 0; i < attributes.getLength() && kept < MOST; i++) {
            kept++;
            texts.computeIfAbsent(below + "@" + attributes.getLocalName(i), key -> new ArrayList<>())
                    .add(new Text(attributes.getValue(i), line));
        }
    }

    @Override
    public void text(ElementPath path, String text, int line) {
        // names and addresses are the schema's to check
    }

    @Override
    public void end(ElementPath path) {
        // nothing is gathered over elements
    }

    /** Returns the first value at a path; null if there is none. */
    @Nullable
    Text first(String path) {
        var found = texts.get(path);
        return found == null ? null : found.get(0);
    }

    List<Text> all(String path) {
        return texts.getOrDefault(path, List.of());
    }
}
