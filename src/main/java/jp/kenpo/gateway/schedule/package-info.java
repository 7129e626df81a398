/**
 * Which days the society works on, what is sent once a day, and what ought to have come by now.
 *
 * <p>Holidays, cut-off times and due days come in from {@code config/}; the batches of the day (日次まとめ) go into the
 * ledger, and what is late (未着) goes to whoever asks. Deliveries are matched with what
 * acknowledges them (受領確認). Every day and time is that of the clock it is given. This module
 * reads no content and sends nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"configuration", "counterparty", "intake", "ledger", "payload"})
package jp.kenpo.gateway.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
