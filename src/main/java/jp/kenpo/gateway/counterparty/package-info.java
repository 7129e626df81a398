/**
 * Who the society exchanges data with: agreements, connections, interchanges.
 *
 * <p>{@code config/counterparties/} comes in, a register goes out whose every reference to a purpose or field is
 * known. This module opens no connection.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"configuration", "purpose"})
package jp.kenpo.gateway.counterparty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
