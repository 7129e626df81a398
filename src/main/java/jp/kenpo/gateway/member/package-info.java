/**
 * Identifiers of members (加入者) and insurers, and the My Number: parse, check digit, compare, mask.
 *
 * <p>Text or bytes come in, values that mask themselves go out. This module keeps nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package jp.kenpo.gateway.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
