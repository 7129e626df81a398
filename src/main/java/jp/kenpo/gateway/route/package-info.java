/**
 * The files of {@code routes/} as data: which interchange each carries, for which purpose, through which steps, and
 * the rules that a route must keep.
 *
 * <p>YAML comes in, {@link RouteSpec}s and problems with file, line and remedy go out. Nothing runs here.
 * Beside it, the file in which a running gateway says how its routes are.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"configuration", "purpose", "counterparty", "content"})
package jp.kenpo.gateway.route;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
