package jp.kenpo.gateway.content;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;
import jp.kenpo.gateway.configuration.ConfigurationFile;

/**
 * One kind of layout: the form of its file, what the form must keep to, and the content that it makes.
 *
 * @param <F> record that a layout file of this kind is read into; a key that it does not have is refused
 */
public interface LayoutKind<F extends LayoutForm> {

    /** Returns the name that stands under {@code kind} in a layout file. */
    String label();

    Class<F> form();

    /** Reports what can't be seen key by key: fields that are not declared, keys that do not go together. */
    void check(ConfigurationFile<F> file, LayoutProblems problems);

    /** Returns the declared fields, as {@code category.field}. */
    Set<String> fields(F form, LayoutSurroundings surroundings);

    /** Returns what the rows say about their members; nothing where nothing else is said. */
    default Set<RowFlag> flags(F form) {
        return Set.of();
    }

    /** Makes the reader of a checked layout. */
    Content content(F form, LayoutSurroundings surroundings);

    /** Returns the encoding of its files, so that what is said about one opens like it. Ours where nothing else is said. */
    default Charset encoding(F form) {
        return Charset.forName("windows-31j");
    }

    /** Returns what its messages look like; empty if it reads files. */
    default Optional<MessageForm> message(F form) {
        return Optional.empty();
    }

    /** Returns how a file of this layout is composed; empty if it is not. */
    default Optional<Composition> composition(F form, LayoutSurroundings surroundings) {
        return Optional.empty();
    }
}
