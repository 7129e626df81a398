/**
 * Decides whether data may go to a party, for a purpose, today, and which fields.
 *
 * <p>A {@link Question} comes in, a {@link Decision} goes out, and it is in the ledger before anyone acts on it.
 * Whatever is not expressly allowed is refused; so is anything that can't be decided. This module never sends.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"configuration", "counterparty", "purpose", "content", "ledger", "payload"})
package jp.kenpo.gateway.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
