/**
 * Filings (届書) of employers as programs write them: who joined and who left in a month, in the file KPFD0006.CSV.
 *
 * <p>A society, a month and a layout of filings go in, the file goes out. The cells follow the layout.
 */
@NullMarked
package jp.kenpo.gateway.sandbox.filing;

import org.jspecify.annotations.NullMarked;
