/**
 * Hands over: guarded, recorded before it moves, written under a temporary name, renamed, confirmed.
 *
 * <p>The id of a minimised transfer comes in; the bytes are at the counterparty and {@code delivered} is in the ledger
 * when a call returns. Without a sealed grant for exactly these bytes no payload moves. Repeating a call is harmless.
 * What else is handed over is the error report about a file, to the party that sent it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"counterparty", "gate", "payload", "ledger"})
package jp.kenpo.gateway.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
