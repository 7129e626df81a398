/** The test kit: the gateway as a process of its own, its peers as clients and servers, and made-up files. */
@NullMarked
package jp.kenpo.gateway.testing;

import org.jspecify.annotations.NullMarked;
