package jp.kenpo.gateway.sandbox.simulator;

import java.time.Clock;
import jp.kenpo.gateway.sandbox.agreed.Agreed;
import jp.kenpo.gateway.sandbox.contents.Subjects;
import jp.kenpo.gateway.sandbox.society.FictionalSociety;

/**
 * What all simulated parties share.
 *
 * @param mistakes share of the files that come with a mistake, 0 to 1
 * @param opening whether each of them hands in everything once on its first day, so that all can be seen at once
 */
public record Surroundings(
        Agreed agreed,
        Behaviours behaviours,
        BusinessDays calendar,
        FictionalSociety society,
        Subjects subjects,
        Clock clock,
        double mistakes,
        boolean opening) {}
