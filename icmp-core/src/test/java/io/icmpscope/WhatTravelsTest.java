package io.icmpscope;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a field of what travels between machines may hold can travel too, also what no capture at hand brings up. */
class WhatTravelsTest {

    private static final List<Class<?>> TRAVELLERS = List.of(
            PartialReport.class,
            IcmpEvent.class,
            CaptureStretch.class,
            TimelineOrder.class,
            EventJoin.Result.class,
            io.icmpscope.report.IcmpReport.class);

    private final Set<String> strangers = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();
    private final Deque<Class<?>> waiting = new ArrayDeque<>(TRAVELLERS);

    @Test
    void everyFieldOfWhatTravelsHoldsOnlyWhatTravels() throws Exception {
        List<Class<?>> all = ourClasses();
        while (!waiting.isEmpty()) {
            Class<?> one = waiting.remove();
            if (seen.add(one.getName())) {
                look(one, all);
            }
        }
        assertTrue(seen.size() > 300, seen::toString);
        assertEquals(Set.of(), strangers);
    }

    private void look(Class<?> one, List<Class<?>> all) {
        if (!Serializable.class.isAssignableFrom(one)) {
            strangers.add(one.getName());
        }
        boolean constant = one.isEnum(); // travels by its name
        Stream.of(constant ? new Field[0] : one.getDeclaredFields())
                .filter(field ->
                        !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()))
                .forEach(field -> follow(field.getGenericType(), field));
        all.stream()
                .filter(other -> other != one && one.isAssignableFrom(other))
                .forEach(waiting::add);
        Class<?> above = one.getSuperclass();
        if (above != null && isOurs(above)) {
            waiting.add(above);
        }
    }

    private void follow(Type type, Field field) {
        if (type instanceof Class<?> one) {
            Class<?> bare = one.isArray() ? one.getComponentType() : one;
            if (bare.isArray()) {
                follow(bare, field);
            } else if (isOurs(bare)) {
                waiting.add(bare);
            } else if (!bare.isPrimitive() && !isContainer(bare) && !Serializable.class.isAssignableFrom(bare)) {
                strangers.add(field.toString());
            }
        } else if (type instanceof ParameterizedType of) {
            follow(of.getRawType(), field);
            Arrays.stream(of.getActualTypeArguments()).forEach(argument -> follow(argument, field));
        } else if (type instanceof GenericArrayType of) {
            follow(of.getGenericComponentType(), field);
        } else if (type instanceof WildcardType of) {
            Arrays.stream(of.getUpperBounds()).forEach(bound -> follow(bound, field));
        }
    }

    /** Interfaces of collections, whose implementations in use travel. */
    private static boolean isContainer(Class<?> type) {
        return (type.isInterface()
                        && type.getName().startsWith("java.util.")
                        && !type.getName().contains("function"))
                || type == Object.class
                || type == Comparable.class;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.icmpscope.");
    }

    private static List<Class<?>> ourClasses() throws IOException, URISyntaxException {
        Path root = Path.of(PartialReport.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(file -> root.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "."))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> name.startsWith("io.icmpscope."))
                    .map(WhatTravelsTest::load)
                    .collect(Collectors.toList());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, /* initialize= */ false, WhatTravelsTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
