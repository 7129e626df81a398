/**
 * What a person does with a transfer that waits (保留): release, replay, reject, mark as delivered by hand.
 *
 * <p>The id of a transfer comes in; its new state stands in the ledger, with who did it and why, when a call returns. A
 * transfer that goes on begins anew from the payload that was kept: check, gate and minimisation run again in the running
 * gateway. Nothing here grants, delivers or passes a check by.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "content",
            "content :: report",
            "counterparty",
            "gate",
            "intake",
            "ledger",
            "payload",
            "preparation",
            "purpose",
            "route",
            "schedule"
        })
package jp.kenpo.gateway.quarantine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
