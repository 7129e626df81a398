/** The commands of the one jar: arguments come in, a table or JSON and an exit code of 0 or 1 go out. */
@NullMarked
@NamedInterface("command")
package jp.kenpo.gateway.operations.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
