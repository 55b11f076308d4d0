package dev.keystead.tck;

import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.spi.Storage;
import dev.keystead.core.spi.StorageMaintenance;
import java.util.function.Function;

/**
 * One way to break one rule, and no other.
 *
 * @param rule the number of the rule
 * @param what the storage does wrong
 * @param into puts the fault into a storage without any
 */
record Fault(String rule, String what, Function<SoundStorage, Storage> into) {

    static Fault ofRepository(String rule, String what, Function<SoundStorage, CredentialRepository> broken) {
        return new Fault(rule, what, sound -> {
            CredentialRepository repository = broken.apply(sound);
            return new DelegatingStorage(sound) {
                @Override
                public CredentialRepository repository() {
                    return repository;
                }
            };
        });
    }

    static Fault ofMaintenance(String rule, String what, Function<SoundStorage, StorageMaintenance> broken) {
        return new Fault(rule, what, sound -> {
            StorageMaintenance maintenance = broken.apply(sound);
            return new DelegatingStorage(sound) {
                @Override
                public StorageMaintenance maintenance() {
                    return maintenance;
                }
            };
        });
    }

    @Override
    public String toString() {
        return rule + " " + what;
    }
}
