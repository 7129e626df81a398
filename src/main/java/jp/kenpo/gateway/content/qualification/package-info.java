/**
 * Registration of qualifications (資格情報の登録) with the intermediate server (中間サーバー): what an event says, what must
 * be right before it is released, how long there is, and what became of it.
 *
 * <p>Rows of a table come in, by a layout that maps columns to canonical fields, since the real layout is not public;
 * findings, clocks and the state of a batch go out. This package keeps no My Number and sends nothing.
 */
@NullMarked
package jp.kenpo.gateway.content.qualification;

import org.jspecify.annotations.NullMarked;
