package dev.keystead.app.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** Calls and method references count, from a class, its nested ones and its lambdas. */
final class OnlyBeAccessedBy extends ArchCondition<JavaMethod> {
    private final Set<String> allowed;

    OnlyBeAccessedBy(String... allowed) {
        super("only be accessed by " + String.join(", ", allowed));
        this.allowed = Set.of(allowed);
    }

    @Override
    public void check(JavaMethod method, ConditionEvents events) {
        method.getAccessesToSelf()
                .forEach(access -> events.add(new SimpleConditionEvent(
                        method, allowed.contains(outermost(access.getOriginOwner())), access.getDescription())));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(OnlyBeAccessedBy::outermost).orElseGet(type::getName);
    }
}
