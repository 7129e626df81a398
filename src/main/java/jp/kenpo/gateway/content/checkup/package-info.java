/**
 * Results of checkups (特定健診) and of guidance (特定保健指導): the standard archive of HL7 CDA documents, what is wrong in
 * it, which guidance a person is a target of, and archives and tables made for others.
 *
 * <p>Bytes come in as a stream and go out unchanged; a document is never written anew from what was understood of it.
 */
@NullMarked
package jp.kenpo.gateway.content.checkup;

import org.jspecify.annotations.NullMarked;
