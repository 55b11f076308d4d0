package dev.keystead.app.ops;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleSupplier;

/** What a server counts and measures, for Prometheus. No label has values that a client could make up. Safe for use by many threads. */
public final class Metrics implements AutoCloseable {
    static final String CONTENT_TYPE = "text/plain;version=0.0.4;charset=utf-8";

    /** Meters of the library whose names Prometheus' own check complains of; what they say is known otherwise. */
    private static final List<String> UNCONVENTIONAL = List.of("process.cpu.time", "system.cpu.count");

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    /** The registry itself would forget them. */
    private final List<DoubleSupplier> lookedUp = new CopyOnWriteArrayList<>();

    private final LogbackMetrics log = new LogbackMetrics();

    /** Makes the meters of the process. */
    public Metrics(String version) {
        UNCONVENTIONAL.forEach(name -> registry.config().meterFilter(MeterFilter.denyNameStartsWith(name)));
        Gauge.builder("keystead.build", () -> 1)
                .description("always 1; its label says which version runs")
                .tag("version", version)
                .register(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
        log.bindTo(registry);
    }

    /** A histogram of durations, one for each value of the labels. */
    public Timer.Builder histogram(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
    }

    /** What a timer or another meter is registered with. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Something that is looked up whenever it is asked for. */
    public void gauge(String name, String description, DoubleSupplier value) {
        Gauge.builder(name, value, DoubleSupplier::getAsDouble)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    /** Something that only grows, and is looked up whenever it is asked for. */
    public void counter(String name, String description, DoubleSupplier value) {
        lookedUp.add(value);
        FunctionCounter.builder(name, value, DoubleSupplier::getAsDouble)
                .description(description)
                .register(registry);
    }

    /** All of it, in Prometheus' text format. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        log.close();
        collections.close();
        registry.close();
    }
}
