package jp.kenpo.gateway.content.employer;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the tags of one XML part as bytes, in the order they come, without parsing: what would make a parser grow or
 * reach out is found before a parser sees it. Zero bytes are skipped, so that UTF-16 hides nothing.
 */
final class PartScan {

    /** Longest tag with the text behind it; a cell has at most 32,767 characters. */
    private static final int LONGEST_RUN = 512 * 1024;

    /** Most tags of one row: a sheet has at most 16,384 columns. */
    private static final int MOST_TAGS_OF_A_ROW = 100_000;

    /** Bytes of a tag that are looked at. */
    private static final int KEPT = 512;

    private static final Pattern ROW_OR_COLUMN = Pattern.compile("(?s)(?:\\w+:)?(?:row|col)\\b.*");
    private static final Pattern HIDDEN = Pattern.compile("\\bhidden\\s*=\\s*[\"'](?:1|true)[\"']");
    private static final Pattern CELL = Pattern.compile("(?s)(?:\\w+:)?(?:c|row)\\b.*");
    private static final Pattern ADDRESS = Pattern.compile("\\sr\\s*=");
    private static final Pattern PLAIN_ADDRESS =
            Pattern.compile("\\sr\\s*=\\s*[\"'](?:[A-X]?[A-Z]{1,2})?[0-9]{1,7}[\"']");

    private final boolean sheet;
    private final byte[] tag = new byte[KEPT];
    private int tagLength;
    private boolean inTag;
    private long run;
    private long tagsOfRow;
    private long seen;
    private boolean hiddenCells;

    PartScan(boolean sheet) {
        this.sheet = sheet;
    }

    boolean hasHiddenCells() {
        return hiddenCells;
    }

    /** Looks at the next bytes; returns the rule that they break, null if none. */
    @Nullable
    EmployerRule see(byte[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            byte sign = chunk[i];
            if (sign == 0) {
                continue;
            }
            EmployerRule broken = see(sign);
            if (broken != null) {
                return broken;
            }
        }
        return null;
    }

    private @Nullable EmployerRule see(byte sign) {
        seen++;
        run++;
        if (run > LONGEST_RUN) {
            return EmployerRule.WORKBOOK_TOO_LARGE;
        }
        if (sign == '<') {
            run = 0;
            inTag = true;
            tagLength = 0;
        } else if (inTag && sign == '>') {
            inTag = false;
            return tag();
        } else if (inTag && tagLength < KEPT) {
            tag[tagLength++] = sign;
            return tagLength == 8 && isDocumentType() ? EmployerRule.DOCUMENT_TYPE : null;
        }
        // a byte order mark, or the first tag: anything else would be another encoding
        boolean begins = sign == '<' || (sign & 0x80) != 0 || Character.isWhitespace(sign);
        return seen == 1 && !begins ? EmployerRule.BROKEN_WORKBOOK : null;
    }

    private boolean isDocumentType() {
        return new String(tag, 0, 8, StandardCharsets.ISO_8859_1).equalsIgnoreCase("!DOCTYPE");
    }

    private @Nullable EmployerRule tag() {
        String text = new String(tag, 0, tagLength, StandardCharsets.ISO_8859_1);
        if (text.contains("macroEnabled")) {
            return EmployerRule.MACROS;
        }
        return sheet ? sheetTag(text) : null;
    }

    private @Nullable EmployerRule sheetTag(String text) {
        boolean row = ROW_OR_COLUMN.matcher(text).matches();
        tagsOfRow = row ? 0 : tagsOfRow + 1;
        hiddenCells |= row && HIDDEN.matcher(text).find();
        // an address beyond the last column would make the reader fill a row of that width
        boolean plain = !CELL.matcher(text).matches()
                || !ADDRESS.matcher(text).find()
                || PLAIN_ADDRESS.matcher(text).find();
        if (!plain || (CELL.matcher(text).matches() && tagLength == KEPT)) {
            return EmployerRule.BROKEN_WORKBOOK;
        }
        return tagsOfRow > MOST_TAGS_OF_A_ROW ? EmployerRule.WORKBOOK_TOO_LARGE : null;
    }
}
