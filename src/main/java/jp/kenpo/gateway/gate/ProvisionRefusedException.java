package jp.kenpo.gateway.gate;

/** Data may not go there: there is no grant, or what would leave is not what was granted. */
public final class ProvisionRefusedException extends RuntimeException {

    public ProvisionRefusedException(String message) {
        super(message);
    }
}
