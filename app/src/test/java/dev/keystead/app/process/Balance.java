package dev.keystead.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is left after a fault.
 *
 * @param acknowledged how many creations were answered with success
 * @param found how many of these are there
 * @param lost how many are not
 * @param doubled how many were created more than once
 * @param consistent whether the history has an entry of all that are there, and of no others
 */
record Balance(int acknowledged, int found, int lost, int doubled, boolean consistent) {

    /** Compares what the clients were told with what the server has. */
    static Balance of(Map<String, String> acknowledged, ServerProcess server) throws IOException, InterruptedException {
        Api api = new Api(server);
        List<String> names = api.names();
        Set<String> ids = api.list();
        Set<String> lost = new HashSet<>(acknowledged.values());
        lost.removeAll(ids);
        return new Balance(
                acknowledged.size(),
                acknowledged.size() - lost.size(),
                lost.size(),
                names.size() - Set.copyOf(names).size(),
                api.idsInHistory().equals(ids));
    }

    /** Prints the balance. */
    Balance print(String fault, Duration recovery) {
        System.out.printf(
                "%s: acknowledged %d, found %d, lost %d, doubled %d, back after %.1f s%n",
                fault, acknowledged, found, lost, doubled, recovery.toMillis() / 1000.0);
        return this;
    }

    /** Checks that nothing that was acknowledged is missing, or there twice. */
    void isKept() {
        assertThat(acknowledged).isPositive();
        assertThat(lost).isZero();
        assertThat(doubled).isZero();
        assertThat(consistent).isTrue();
    }
}
