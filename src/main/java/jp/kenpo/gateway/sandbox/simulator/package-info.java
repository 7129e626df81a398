/**
 * Everybody on the other side of the gateway, as their real models would act: they hand in what is due, fetch what lies
 * ready, and answer what they got.
 *
 * <p>What there is to exchange they read from the gateway's own configuration; when, how much and in answer to what
 * stands in {@code sandbox/behaviours.yaml}. A new interchange needs no code here.
 */
@NullMarked
package jp.kenpo.gateway.sandbox.simulator;

import org.jspecify.annotations.NullMarked;
