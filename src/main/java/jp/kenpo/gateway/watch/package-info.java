/**
 * What must not stop silently: pollers that poll, connections that answer, queues that drain, a disk with space left.
 *
 * <p>Those who poll and deliver say here what they did; out goes how long to wait before the next try, whether intake
 * pauses, and an account of it all for readiness, metrics and the log (one line when trouble begins, one when it ends).
 * Nothing here moves data, and no name, content or remote message is kept, only kinds of failures.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "configuration")
package jp.kenpo.gateway.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
