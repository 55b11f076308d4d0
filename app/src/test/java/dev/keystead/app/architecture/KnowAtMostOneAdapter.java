package dev.keystead.app.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts the adapters that the whole package of a class depends on. */
final class KnowAtMostOneAdapter extends ArchCondition<JavaClass> {
    private static final List<String> ADAPTERS = List.of("http", "jdbc", "inmemory", "jose");

    private final String root;

    KnowAtMostOneAdapter(String root) {
        super("be of a package that knows at most one adapter");
        this.root = root;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        Set<String> known = type.getPackage().getClassDependenciesFromThisPackage().stream()
                .map(Dependency::getTargetClass)
                .flatMap(target -> ADAPTERS.stream().filter(adapter -> isIn(target, adapter)))
                .collect(Collectors.toSet());
        events.add(new SimpleConditionEvent(
                type, known.size() <= 1, type.getName() + " is of a package that knows " + known));
    }

    private boolean isIn(JavaClass target, String adapter) {
        return (target.getPackageName() + ".").startsWith(root + "." + adapter + ".");
    }
}
