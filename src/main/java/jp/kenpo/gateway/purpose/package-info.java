/**
 * The register of purposes of use (利用目的), data categories, fields and legal characters.
 *
 * <p>{@code config/purposes/} comes in, the notice as data goes out. This module decides nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"configuration"})
package jp.kenpo.gateway.purpose;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
