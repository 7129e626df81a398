/**
 * Reads a payload as a stream: findings, counts, members concerned, fields; writes a projection.
 *
 * <p>Bytes and the id of a layout come in, a {@link Reading} or the bytes of a projection go out. Memory does not
 * grow with the input, and no value of a person leaves in a finding. This module keeps nothing and sends nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"configuration", "member", "purpose"})
package jp.kenpo.gateway.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
