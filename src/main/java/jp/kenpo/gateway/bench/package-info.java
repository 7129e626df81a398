/**
 * Measures how fast content is checked, beside other ways through the same bytes in the same run.
 *
 * <p>Bytes and the content that reads them come in, speeds and ratios go out. Only ratios carry over to another machine.
 * Nothing is kept or moved, and nothing of the running gateway is used but its readers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"content"})
package jp.kenpo.gateway.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
