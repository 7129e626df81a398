/**
 * The payer side of receipts (レセプト) as the payment fund delivers them: read, check, count, cut down.
 *
 * <p>Works on bytes and on one line at a time; nothing of a receipt is kept when the next one begins, except what
 * tells two receipts or two members apart, as hashes.
 *
 * <p>Source: レセ電コード情報ファイル記録条件仕様 and 記録条件仕様（医科用）, as far as public.
 */
@NullMarked
package jp.kenpo.gateway.content.receipt;

import org.jspecify.annotations.NullMarked;
