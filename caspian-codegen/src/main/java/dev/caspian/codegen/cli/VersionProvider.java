package dev.caspian.codegen.cli;

import picocli.CommandLine.IVersionProvider;

/** Says which version this is, as its jar's manifest says. */
final class VersionProvider implements IVersionProvider {

    VersionProvider() {}

    @Override
    public String[] getVersion() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return new String[] {"Caspian " + (version == null ? "(not from a jar)" : version)};
    }
}
