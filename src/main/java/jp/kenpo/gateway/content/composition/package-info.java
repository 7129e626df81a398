/**
 * Tables composed of other contents: of a table or an event that the core system gives, or of a batch of them.
 *
 * <p>A source, or the list of the parts of a batch, comes in; a table goes out whose columns are those of the source, or
 * constants, or the key of the member in a study. What is right is decided by the layouts of both, and nothing else.
 */
@NullMarked
package jp.kenpo.gateway.content.composition;

import org.jspecify.annotations.NullMarked;
