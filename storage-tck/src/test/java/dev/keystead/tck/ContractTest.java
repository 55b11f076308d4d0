package dev.keystead.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Document, Javadoc, tests and broken storages know the same rules. */
class ContractTest {
    private static KitRun onASoundStorage;

    @BeforeAll
    static void runTheKitOnASoundStorage() {
        onASoundStorage = KitRun.on(Faults.NONE);
    }

    @Test
    void passesAStorageWithoutFaults() {
        assertThat(onASoundStorage.failures()).isEmpty();
        assertThat(onASoundStorage.omitted()).isZero();
    }

    @Test
    void givesAStorageTenSecondsToSayThatItIsOutOfReach() {
        assertThat(new InMemoryStorageTest().patience()).isEqualTo(Duration.ofSeconds(10));
        assertThat(Contract.sentenceOf("S-03")).contains("within ten seconds");
    }

    @Test
    void numbersEachRuleOnceAndInOneForm() {
        List<String> rules = Contract.rules();

        assertThat(rules).hasSizeGreaterThan(50).doesNotHaveDuplicates();
        assertThat(Contract.numberedLines()).isEqualTo(rules.size());
    }

    @Test
    void testsEveryRuleAndNothingElse() {
        assertThat(distinct(onASoundStorage.tests().stream().map(Contract::numberOf)))
                .isEqualTo(new TreeSet<>(Contract.rules()));
    }

    @Test
    void breaksEveryRule() {
        assertThat(distinct(Faults.all().stream().map(Fault::rule))).isEqualTo(new TreeSet<>(Contract.rules()));
    }

    @Test
    void citesEveryRuleInTheSpi() {
        assertThat(Contract.citedInTheSpi()).isEqualTo(new TreeSet<>(Contract.rules()));
    }

    private static Set<String> distinct(Stream<String> numbers) {
        return numbers.collect(Collectors.toCollection(TreeSet::new));
    }
}
