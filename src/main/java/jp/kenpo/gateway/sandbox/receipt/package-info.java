/**
 * Receipts (レセプト) of a society that does not exist, in the files that the payer fund delivers; the same seed gives
 * the same bytes.
 */
@NullMarked
package jp.kenpo.gateway.sandbox.receipt;

import org.jspecify.annotations.NullMarked;
