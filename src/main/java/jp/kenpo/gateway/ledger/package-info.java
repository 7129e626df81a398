/**
 * Transfers, their states, the hash-chained account of all that happened to them, and the outgoing messages.
 *
 * <p>Facts about a transfer come in and are durable when the call returns; lists, single transfers and the result of
 * a verification go out. No entry is ever changed or removed; what a transfer's row says changes only in the commit of an
 * entry that says so too.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"payload", "purpose"})
package jp.kenpo.gateway.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
