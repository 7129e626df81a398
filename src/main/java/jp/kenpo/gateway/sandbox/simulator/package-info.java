/** What each simulated counterparty does by itself, as its real model would. */
@NullMarked
package jp.kenpo.gateway.sandbox.simulator;

import org.jspecify.annotations.NullMarked;
