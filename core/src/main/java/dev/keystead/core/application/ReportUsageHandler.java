package dev.keystead.core.application;

import dev.keystead.core.domain.Caller;
import dev.keystead.core.domain.CredentialNotFoundException;
import dev.keystead.core.domain.InvalidMemberException;
import dev.keystead.core.domain.InvalidMemberException.Violation;
import dev.keystead.core.domain.Permission;
import dev.keystead.core.domain.Usage;
import dev.keystead.core.spi.CredentialRepository;
import dev.keystead.core.usecase.ReportUsage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

final class ReportUsageHandler implements ReportUsage {
    private final CredentialRepository repository;
    private final Clock clock;

    ReportUsageHandler(CredentialRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @Override
    public void report(Caller caller, Command command) {
        caller.require(Permission.REPORT_USAGE, command.org());
        Instant now = clock.instant();
        Instant time = command.time().orElse(now);
        if (time.isAfter(now.plus(TOLERANCE))) {
            throw new InvalidMemberException(
                    List.of(new Violation("time", "must not be more than 60 seconds in the future")));
        }
        if (!repository.recordUsage(command.org(), command.id(), Usage.at(time, command.resources()))) {
            throw new CredentialNotFoundException();
        }
    }
}
