/**
 * Keeps bytes as they came, encrypted, and hands out a {@link Ticket}; destroying the key erases them.
 *
 * <p>A stream comes in and is read once; a ticket goes out when the bytes are on the disk. This module does not know
 * what the bytes mean.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package jp.kenpo.gateway.payload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
