/**
 * What operators and scripts call: one installation opened from its settings, and what it shows of itself.
 *
 * <p>Settings come in; lists of routes, purposes, counterparties and transfers, checks and explanations go out, alike
 * for the commands, the REST API and the console. Nothing here moves data. No command writes into the data folder but
 * those that enter into the ledger what a person did, and {@code restore}, which fills an empty one.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "configuration",
            "member",
            "purpose",
            "counterparty",
            "content",
            "content :: report",
            "disclosure",
            "gate",
            "intake",
            "route",
            "payload",
            "ledger",
            "preparation",
            "quarantine",
            "schedule",
            "watch",
            "sandbox",
            "bench"
        })
package jp.kenpo.gateway.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
