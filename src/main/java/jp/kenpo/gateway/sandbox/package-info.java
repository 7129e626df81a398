/**
 * The sandbox: a fictional society (健康保険組合), and counterparties that are played by the gateway's own process.
 *
 * <p>A number of members, a month and a seed come in, files that no real person stands behind go out. The simulated
 * counterparties read the gateway's configuration as data, and talk to it only from outside, by SFTP and JMS, as the real
 * ones do; this module uses no other. No data of a real person ever enters it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package jp.kenpo.gateway.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
