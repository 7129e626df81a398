/**
 * The My Number guard (個人番号の検知): says where a content may hold My Numbers, and masks them.
 *
 * <p>Texts of cells, items and elements come in; findings go out that name line, record, column and rule, never a
 * digit, a part or a hash of a number.
 */
@NullMarked
package jp.kenpo.gateway.content.mynumber;

import org.jspecify.annotations.NullMarked;
