package jp.kenpo.gateway.content.checkup;

/**
 * Where an entry of a section stands in a document, or an instruction in the place of one that is known.
 *
 * @param firstTag index among the tags of the document
 * @param follows whether it directly follows another entry of the section, but for white space
 * @param context the tag of the root element and the names of the elements above: with them equal, an entry says the
 *     same; the same object for all entries of a section
 */
record EntryPlace(int firstTag, int lastTag, int from, int to, boolean follows, String context) {

    @Override
    public String toString() {
        return "EntryPlace[" + firstTag + "]";
    }
}
