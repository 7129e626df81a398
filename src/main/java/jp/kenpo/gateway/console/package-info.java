/**
 * The operators' web pages, read-only: what the routes do, what waits for a person, what moved last.
 *
 * <p>Listings of {@code operations} come in, HTML in Japanese or English goes out. No content of a payload is ever
 * shown here, and nothing can be set in motion.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"operations"})
package jp.kenpo.gateway.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
