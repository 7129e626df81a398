/**
 * Mistakes that the generators put into their files on purpose, and the manifest that says where each one is.
 *
 * <p>A plan, a kind and a place go in, {@code manifest.jsonl} comes out. What a reader must find is said by the rule
 * ids of the gateway's messages; nothing here knows the reader itself.
 */
@NullMarked
package jp.kenpo.gateway.sandbox.mistake;

import org.jspecify.annotations.NullMarked;
