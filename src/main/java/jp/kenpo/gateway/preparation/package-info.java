/**
 * Works on the payload of a transfer between intake and delivery: checks it, composes the file to send, cuts it down
 * to what was granted.
 *
 * <p>The id of a transfer comes in; its next state, with an entry that says what was found or left, is in the ledger
 * when a call returns. Repeating a call is harmless. This module decides nothing and sends nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "content",
            "content :: report",
            "counterparty",
            "disclosure",
            "gate",
            "intake",
            "ledger",
            "member",
            "payload",
            "purpose"
        })
package jp.kenpo.gateway.preparation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
