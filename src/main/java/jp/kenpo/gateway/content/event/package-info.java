/**
 * Events of the core system about one thing that happened: a CloudEvent whose data are the columns that its layout declares.
 *
 * <p>The bytes of a message come in; findings, the record as a row, and the message with fewer columns go out. Which types
 * there are and which columns they have stands in the layout: a new event needs no Java.
 */
@NullMarked
package jp.kenpo.gateway.content.event;

import org.jspecify.annotations.NullMarked;
