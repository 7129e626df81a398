/**
 * What the gateway's configuration agrees with whom, read from its files as data by those who play the other side.
 *
 * <p>The folders {@code config/} and {@code routes/} come in, parties, interchanges and layouts go out. What is wrong in
 * a file is for the gateway to say: here it is passed over.
 */
@NullMarked
package jp.kenpo.gateway.sandbox.agreed;

import org.jspecify.annotations.NullMarked;
