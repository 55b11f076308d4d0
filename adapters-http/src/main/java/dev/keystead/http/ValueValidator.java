package dev.keystead.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Clock;
import java.util.Comparator;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Judges the values of the well-shaped members of a wire record. Safe for use by many threads. */
final class ValueValidator {
    private final Validator validator;

    ValueValidator(Clock clock) {
        ValidatorFactory factory = Validation.byProvider(HibernateValidator.class)
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator()) // no expression language near input
                .clockProvider(() -> clock)
                .buildValidatorFactory();
        validator = factory.getValidator();
    }

    /**
     * Notes every violation.
     *
     * @param note takes where (a pointer, or for a flat record its only component's name) and what is expected there
     */
    <T> void check(T wire, BiConsumer<String, String> note) {
        validator.validate(wire).stream()
                .sorted(Comparator.comparing(
                        violation -> violation.getPropertyPath().toString()))
                .forEach(violation -> note.accept(pointerTo(violation), violation.getMessage()));
    }

    private static String pointerTo(ConstraintViolation<?> violation) {
        return StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Path.Node::getName)
                .map(WireNames::of)
                .collect(Collectors.joining("/", "/", ""));
    }
}
