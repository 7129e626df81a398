/**
 * Checkup results as employers send them: no two in the same form. Five habits of headings, days, digits, kana, units and
 * encodings, one of them a workbook, with mistakes where they are ordered.
 */
@NullMarked
package jp.kenpo.gateway.sandbox.employer;

import org.jspecify.annotations.NullMarked;
