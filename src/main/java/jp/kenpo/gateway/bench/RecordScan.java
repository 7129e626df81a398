package jp.kenpo.gateway.bench;

/** The least that any reader of receipts does: finds where each line begins and which record (レコード識別情報) it is. */
final class RecordScan {

    private static final int PREFIX_ITEMS = 3;
    private static final int IDS = 1 << 16;

    private RecordScan() {}

    /** Returns the number of lines of all records, found by two bytes behind the third comma of each line. */
    static long of(byte[] file) {
        int[] records = new int[IDS];
        int at = 0;
        while (at < file.length) {
            at = behindPrefix(file, at);
            if (at + 1 < file.length) {
                records[((file[at] & 0xff) << 8) | (file[at + 1] & 0xff)]++;
            }
            at = behindLine(file, at);
        }
        long lines = 0;
        for (int count : records) {
            lines += count;
        }
        return lines;
    }

    private static int behindPrefix(byte[] file, int from) {
        int at = from;
        int items = 0;
        while (at < file.length && items < PREFIX_ITEMS && file[at] != '\n') {
            if (file[at++] == ',') {
                items++;
            }
        }
        return at;
    }

    private static int behindLine(byte[] file, int from) {
        int at = from;
        while (at < file.length && file[at] != '\n') {
            at++;
        }
        return at + 1;
    }
}
