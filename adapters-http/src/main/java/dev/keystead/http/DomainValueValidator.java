package dev.keystead.http;

import dev.keystead.core.domain.InvalidValueException;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.Clock;
import java.util.Optional;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Asks the domain; public for Jakarta Validation only. */
public final class DomainValueValidator implements ConstraintValidator<DomainValue, String> {
    private static final String MESSAGE = "message";
    private Optional<ValueRule> rule = Optional.empty();

    @Override
    public void initialize(DomainValue constraint) {
        rule = Optional.of(constraint.value());
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        if (value == null) {
            return true;
        }
        try {
            Clock clock = context.getClockProvider().getClock();
            rule.orElseThrow().check(value, clock);
            return true;
        } catch (InvalidValueException invalid) {
            context.disableDefaultConstraintViolation();
            context.unwrap(HibernateConstraintValidatorContext.class)
                    .addMessageParameter(MESSAGE, invalid.getMessage())
                    .buildConstraintViolationWithTemplate("{" + MESSAGE + "}")
                    .addConstraintViolation();
            return false;
        }
    }
}
