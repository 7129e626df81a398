/**
 * Documents that travel together (書類一式): a zip with an index that names each of them.
 *
 * <p>A bundle comes in; what is wrong with it, the members of its index, and the same bytes go out. What stands in a
 * document is read by nobody here: somebody has looked it through before, and the index says so.
 */
@NullMarked
package jp.kenpo.gateway.content.bundle;

import org.jspecify.annotations.NullMarked;
