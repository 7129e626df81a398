package jp.kenpo.gateway.content;

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

    /** Makes the reader of a checked layout. */
    Content content(F form, LayoutSurroundings surroundings);

    /** Returns how a file of this layout is composed; empty if it is not. */
    default Optional<Composition> composition(F form, LayoutSurroundings surroundings) {
        return Optional.empty();
    }
}
