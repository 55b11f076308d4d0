package dev.keystead.jose;

import dev.keystead.core.domain.InvalidValueException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What there was when somebody looked at an issuer's keys.
 *
 * @param place where they are, as it may be shown
 * @param usable how many can verify tokens
 * @param refused a phrase for each key that must not be used
 * @param servedAt the time by the clock of the server that they came from, to the second; empty if they did not come from one, or it did
 *     not say
 */
public record TokenKeyCheck(String place, int usable, List<String> refused, Optional<Instant> servedAt) {
    public TokenKeyCheck {
        refused = List.copyOf(refused);
    }

    static TokenKeyCheck ofFile(Path file) {
        return new TokenKeyCheck(file.toString(), FileKeySource.keysIn(file).size(), List.of(), Optional.empty());
    }

    static TokenKeyCheck of(KeyPublication publication) {
        try {
            WebDocument document = publication.fetch();
            PublicJwkSet set = PublicJwkSet.parseUsable(document.content());
            return new TokenKeyCheck(publication.toString(), set.keys().size(), set.refused(), document.date());
        } catch (FetchException | InvalidValueException e) {
            throw new InvalidValueException(publication + ": " + e.getMessage());
        }
    }
}
