package jp.kenpo.gateway.operations.command;

import picocli.CommandLine.IVersionProvider;

/** The version as the jar's manifest names it. */
final class GatewayVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        var packaged = GatewayVersion.class.getPackage().getImplementationVersion();
        return new String[] {"kenpo-gateway " + (packaged == null ? "(not packaged)" : packaged)};
    }
}
