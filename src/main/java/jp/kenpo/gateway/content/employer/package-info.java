/**
 * Checkup results that employers send as they keep them (事業主健診・事業者健診), as CSV or XLSX: no form of it is published.
 *
 * <p>A file whose columns are found by their headings comes in; what is read of each cell, what was converted and what
 * can't be read comes out as findings by row and column, and a table in one form. Workbooks are looked through for what
 * may do harm before anything in them is read. The file itself is never changed.
 */
@NullMarked
package jp.kenpo.gateway.content.employer;

import org.jspecify.annotations.NullMarked;
