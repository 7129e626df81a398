package jp.kenpo.gateway.content.checkup;

import org.xml.sax.Attributes;

/** Takes what one XML file says, element by element in its order. */
interface ElementSink {

    /** @param line line of the file, from 1 */
    void begin(ElementPath path, Attributes attributes, int line);

    /** Text of the element at the end of the path; never blank. */
    void text(ElementPath path, String text, int line);

    void end(ElementPath path);

    /**
     * A processing instruction, which no file of the standard has.
     *
     * @param instruction what it says after its name
     * @param line where it ends
     */
    default void instruction(String instruction, int line) {}
}
