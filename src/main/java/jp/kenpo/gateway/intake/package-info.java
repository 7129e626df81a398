/**
 * Takes in a file or message: keeps it, records it, announces it, once.
 *
 * <p>A stream and the place it came from come in; a recorded transfer and an outgoing ticket are durable when the
 * call returns. Nothing is read for its meaning here, so that a file that can't be read is not lost. Also the hosted
 * SFTP server, where counterparties put files into their own homes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"configuration", "counterparty", "payload", "ledger"})
package jp.kenpo.gateway.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
