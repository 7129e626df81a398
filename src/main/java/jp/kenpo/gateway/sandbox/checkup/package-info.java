/**
 * Checkups (特定健診) of a society that does not exist: the standard archives in which institutions send them.
 *
 * <p>A society, a month and a seed go in, zip archives of HL7 CDA documents go out, without a fault unless mistakes are
 * ordered. Rules and decision tables are written here a second time on purpose: a generator that shared them with the
 * reader would agree with its mistakes.
 */
@NullMarked
package jp.kenpo.gateway.sandbox.checkup;

import org.jspecify.annotations.NullMarked;
