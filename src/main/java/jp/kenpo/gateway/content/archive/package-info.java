/**
 * Zip archives read as a stream, entry by entry, without trust: what two tools could read in two ways is refused.
 *
 * <p>Bytes come in, the names and contents of entries go out. Nothing is unpacked to a disk, and what an entry holds is
 * the reader's business.
 */
@NullMarked
package jp.kenpo.gateway.content.archive;

import org.jspecify.annotations.NullMarked;
