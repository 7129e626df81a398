/**
 * The contents that counterparties and the core system hand to the gateway, of every kind that a layout can name.
 *
 * <p>A commission comes in: which interchange, for whom, on which day, in answer to what. Files or messages go out, the
 * same for the same commission.
 */
@NullMarked
package jp.kenpo.gateway.sandbox.contents;

import org.jspecify.annotations.NullMarked;
