/**
 * The one jar: its entry point, and the putting together of an installation that runs.
 *
 * <p>Arguments come in; a running gateway, or a command's exit code, goes out. No rule of the domain stands here.
 */
@NullMarked
package jp.kenpo.gateway;

import org.jspecify.annotations.NullMarked;
