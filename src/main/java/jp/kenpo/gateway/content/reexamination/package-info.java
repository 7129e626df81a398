/**
 * Re-examination (再審査): the selection that the core system sends, and the request file made of it.
 *
 * <p>A selection names receipts, the transfers they came in, and reasons; a request file repeats those receipts byte
 * for byte and adds the request lines.
 */
@NullMarked
package jp.kenpo.gateway.content.reexamination;

import org.jspecify.annotations.NullMarked;
