/** A society that does not exist and its members; the same seed gives the same people. */
@NullMarked
package jp.kenpo.gateway.sandbox.society;

import org.jspecify.annotations.NullMarked;
