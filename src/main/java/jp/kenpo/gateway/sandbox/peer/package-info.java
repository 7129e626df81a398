/** The simulated remote counterparties' SFTP server, and the keys of everyone who plays a part. */
@NullMarked
package jp.kenpo.gateway.sandbox.peer;

import org.jspecify.annotations.NullMarked;
