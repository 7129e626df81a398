/**
 * What the society owes an account of to members and authorities: the records of provisions to third parties and of
 * receipts from them (個人情報保護法 29条・30条).
 *
 * <p>Records come in when something is provided, sealed from the first moment; lists of a month go out. They are kept
 * apart from the payloads, survive their erasure, and name members only here. Nothing here moves data.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"ledger", "purpose"})
package jp.kenpo.gateway.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
