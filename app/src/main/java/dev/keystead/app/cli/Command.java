package dev.keystead.app.cli;

import picocli.CommandLine.Model.CommandSpec;

/** One of the commands. */
interface Command {

    /** Its name, its flags and its help. */
    CommandSpec spec();

    /**
     * Does what it is for.
     *
     * @return the exit code
     * @throws dev.keystead.app.config.ConfigurationException if usage or configuration are wrong
     * @throws FailureException if it fails
     */
    int run(Invocation invocation, Terminal terminal);
}
