/**
 * Reads the files of {@code config/} strictly and says file and line of everything that is wrong.
 *
 * <p>A YAML file comes in, a record or a list of {@link Problem problems} goes out. An unknown key, a missing
 * value, a wrong type is a problem; nothing is guessed. Also the key files of the installation, and how
 * a length of time is told. This module knows
 * no word of the domain.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package jp.kenpo.gateway.configuration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
