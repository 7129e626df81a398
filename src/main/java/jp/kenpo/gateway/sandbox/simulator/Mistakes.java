package jp.kenpo.gateway.sandbox.simulator;

import java.util.Arrays;
import jp.kenpo.gateway.sandbox.contents.Commission;
import jp.kenpo.gateway.sandbox.contents.Made;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets some of the files be cut off, as a broken line does: at the set rate, always the same ones. */
final class Mistakes {

    private static final Logger LOG = LoggerFactory.getLogger(Mistakes.class);
    private static final int CUT_OFF = 7;
    private static final long MISTAKE = 0x4D4953;

    private final double rate;

    Mistakes(double rate) {
        this.rate = rate;
    }

    byte[] in(Made made, Commission commission) {
        if (!commission.chance(MISTAKE).happens(rate)) {
            return made.bytes();
        }
        LOG.info("{} makes a mistake: a file is cut off", commission.party().id());
        return Arrays.copyOf(made.bytes(), Math.max(1, made.bytes().length - CUT_OFF));
    }
}
