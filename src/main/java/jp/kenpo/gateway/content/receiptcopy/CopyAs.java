package jp.kenpo.gateway.content.receiptcopy;

/** The form in which receipts are copied; in a layout in kebab-case. */
public enum CopyAs {
    /** The received lines, as a receipt file. */
    FILE,
    /** Japanese text that a person reads, UTF-8. */
    TEXT,
    /** The same as one HTML page without scripts and without anything loaded from elsewhere, UTF-8. */
    HTML,
    /** A teaching case (点検事例) as text, UTF-8: without identifiers, institution, days, free text and rare diseases. */
    TEACHING_CASE
}
