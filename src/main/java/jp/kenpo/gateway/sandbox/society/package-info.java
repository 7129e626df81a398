/** Members and receipts (レセプト) of a society that does not exist; the same seed gives the same bytes. */
@NullMarked
package jp.kenpo.gateway.sandbox.society;

import org.jspecify.annotations.NullMarked;
