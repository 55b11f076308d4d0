package dev.keystead.core;

import dev.keystead.core.domain.Secret;
import dev.keystead.core.domain.SecretForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the types of core whose values can hold a {@link Secret}, by the declared types of their fields. */
final class SecretHolders {
    private static final String ROOT = Keystead.class.getPackageName();

    private SecretHolders() {}

    /** The classes (no interfaces) of these packages under core that can hold a secret. */
    static List<Class<?>> in(String... packages) {
        return Arrays.stream(packages)
                .flatMap(SecretHolders::classesOf)
                .filter(type -> !type.isInterface() && canHold(type, new HashSet<>()))
                .toList();
    }

    /** True if the value holds the secret, directly or through records and optionals. */
    static boolean reaches(Object value, Secret secret) {
        if (value instanceof Optional<?> optional) {
            return optional.map(inner -> reaches(inner, secret)).orElse(false);
        }
        if (value instanceof Record) {
            return Arrays.stream(value.getClass().getRecordComponents())
                    .anyMatch(component -> reaches(valueOf(component, value), secret));
        }
        return value.equals(secret);
    }

    private static Object valueOf(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static boolean canHold(Type type, Set<Type> entered) {
        if (!entered.add(type)) {
            return false;
        }
        if (type instanceof Class<?> plain) {
            return canHoldPlain(plain, entered);
        }
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            boolean argument = anyCanHold(generic.getActualTypeArguments(), entered);
            return isOverSecretForms(raw) ? argument && canHold(raw, entered) : argument || canHold(raw, entered);
        }
        if (type instanceof TypeVariable<?> variable) {
            return anyCanHold(variable.getBounds(), entered);
        }
        return type instanceof WildcardType wildcard && anyCanHold(wildcard.getUpperBounds(), entered);
    }

    private static boolean canHoldPlain(Class<?> type, Set<Type> entered) {
        if (type == Secret.class || type == SecretForm.class) {
            return true;
        }
        if (!type.getName().startsWith(ROOT)) {
            return false;
        }
        boolean inSubtype = type.isSealed() && anyCanHold(type.getPermittedSubclasses(), entered);
        return inSubtype
                || Arrays.stream(type.getDeclaredFields())
                        .filter(field -> !Modifier.isStatic(field.getModifiers()))
                        .map(Field::getGenericType)
                        .anyMatch(field -> canHold(field, entered));
    }

    private static boolean anyCanHold(Type[] types, Set<Type> entered) {
        return Arrays.stream(types).anyMatch(type -> canHold(type, new HashSet<>(entered)));
    }

    private static boolean isOverSecretForms(Class<?> type) {
        return Arrays.stream(type.getTypeParameters())
                .flatMap(parameter -> Arrays.stream(parameter.getBounds()))
                .anyMatch(bound -> bound == SecretForm.class);
    }

    private static Stream<Class<?>> classesOf(String name) {
        try (Stream<Path> files = Files.list(folder().resolve(name))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .<Class<?>>map(file -> load(ROOT + "." + name + "." + file.replace(".class", "")))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            Path classes = Path.of(Keystead.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return classes.resolve(ROOT.replace('.', '/'));
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }
}
