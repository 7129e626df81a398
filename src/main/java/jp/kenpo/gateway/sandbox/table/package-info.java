/**
 * Rows about fictional members, in any layout of a table: a layout and members come in, the bytes of a file go out.
 *
 * <p>What a cell holds follows from the field, type and codes of its column, so that a new layout needs no code. The
 * same member, day and seed give the same row.
 */
@NullMarked
package jp.kenpo.gateway.sandbox.table;

import org.jspecify.annotations.NullMarked;
