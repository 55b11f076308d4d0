package dev.keystead.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

/** Looks for the annotation in the package's {@code package-info}. */
final class BeOfANullMarkedPackage extends ArchCondition<JavaClass> {
    BeOfANullMarkedPackage() {
        super("be of a package with @NullMarked");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        events.add(new SimpleConditionEvent(
                type,
                type.getPackage().isAnnotatedWith(NullMarked.class),
                type.getName() + " is of a package without @NullMarked"));
    }
}
