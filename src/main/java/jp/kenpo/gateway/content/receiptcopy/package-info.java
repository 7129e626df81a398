/**
 * Receipts that leave as copies: those of one accident or one member, those of some kinds only, as a file, as text or
 * HTML that a person reads, or as a teaching case without identifiers.
 *
 * <p>A request names the receipts and the file is composed of their received lines; the form of the copy is given to it
 * where only the permitted fields are left. Sources of the need: notice 3(13), 3(15), 3(16), 3(17).
 */
@NullMarked
package jp.kenpo.gateway.content.receiptcopy;

import org.jspecify.annotations.NullMarked;
