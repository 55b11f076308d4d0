package dev.keystead.tck;

import dev.keystead.core.spi.Storage;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The kit on a storage with one fault. Its name keeps it out of the ordinary run: {@link KitRun} runs it. */
@ExtendWith(BrokenKit.ChosenFault.class)
class BrokenKit extends CredentialRepositoryTck {
    static final String FAULT = "keystead.fault";

    /** Long for storages in memory, and short for whoever waits for the tests. */
    static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final Fault fault;
    private SoundStorage sound;

    BrokenKit(Fault fault) {
        this.fault = fault;
    }

    @Override
    protected Storage openStorage() {
        sound = new SoundStorage();
        return fault.into().apply(sound);
    }

    @Override
    protected Storage reopen(Storage storage) {
        sound = sound.reopened();
        return fault.into().apply(sound);
    }

    @Override
    Duration patience() {
        return PATIENCE;
    }

    @Override
    protected void cutOff(Storage storage) {
        sound.sever();
    }

    /** The fault that the run is about, by the configuration parameter that holds its name. */
    static final class ChosenFault implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Fault.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            String chosen = context.getConfigurationParameter(FAULT).orElseThrow();
            return Faults.named(chosen);
        }
    }

    /** Says that it forgets, and does not. */
    static class ClaimingToForget extends BrokenKit {
        ClaimingToForget(Fault fault) {
            super(fault);
        }

        @Override
        protected boolean isDurable() {
            return false;
        }
    }
}
