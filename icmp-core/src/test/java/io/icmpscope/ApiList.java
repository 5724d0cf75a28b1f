package io.icmpscope;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What users of some types can call, read and extend, one line each: made from the classes, so that it is what was compiled.
 *
 * <p>Not listed is what follows from a line that is: accessors and the canonical constructor of a record, {@code values} and
 * {@code valueOf} of an enum, and what every object has.
 */
final class ApiList {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private ApiList() {}

    /** A sorted list; the members of a type follow it, indented. */
    static List<String> of(Stream<Class<?>> types) {
        List<String> lines = new ArrayList<>();
        types.filter(ApiList::isVisible)
                .map(type -> String.join("\n  ", lines(type)))
                .sorted(Comparator.comparing(entry -> entry.substring(0, entry.indexOf(':'))))
                .forEach(entry -> lines.addAll(List.of(entry.split("\n"))));
        return lines;
    }

    private static List<String> lines(Class<?> type) {
        Set<String> members = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (isVisible(field.getModifiers()) && !field.isSynthetic() && !field.isEnumConstant()) {
                members.add(line(field));
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isVisible(constructor.getModifiers()) && !isCanonical(constructor)) {
                members.add(modifiers(constructor.getModifiers()) + type.getSimpleName() + rest(constructor));
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isVisible(method.getModifiers()) && !method.isSynthetic() && !isImplied(method)) {
                members.add(line(method));
            }
        }
        List<String> lines = new ArrayList<>(List.of(head(type)));
        lines.addAll(members);
        return lines;
    }

    /** The name comes first, so that a type stays where it is when it becomes another kind of type. */
    private static String head(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        int said = type.isInterface() || type.isRecord() || type.isEnum()
                ? Modifier.ABSTRACT | Modifier.FINAL | Modifier.STATIC
                : 0;
        String line = ApiTypes.name(type) + ApiTypes.variables(type.getTypeParameters()) + ": "
                + modifiers(type.getModifiers() & ~said) + (isSealed(type) ? "sealed " : "") + kind;
        if (type.isRecord()) {
            line += Arrays.stream(type.getRecordComponents())
                    .map(part -> ApiTypes.text(part.getAnnotatedType()) + " " + part.getName())
                    .collect(joining(", ", "(", ")"));
        }
        AnnotatedType above = type.getAnnotatedSuperclass();
        if (above != null && !type.isRecord() && !type.isEnum() && type.getSuperclass() != Object.class) {
            line += " extends " + ApiTypes.text(above);
        }
        line += list(type.isInterface() ? " extends " : " implements ", type.getAnnotatedInterfaces());
        if (isSealed(type)) {
            line += Arrays.stream(type.getPermittedSubclasses())
                    .map(ApiTypes::name)
                    .sorted()
                    .collect(joining(", ", " permits ", ""));
        }
        if (type.isEnum()) {
            // In the order of the constants, which is their natural one.
            line += Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(joining(", ", " { ", " }"));
        }
        return line;
    }

    private static String line(Field field) {
        return modifiers(field.getModifiers()) + ApiTypes.text(field.getAnnotatedType()) + " " + field.getName();
    }

    private static String line(Method method) {
        String variables = ApiTypes.variables(method.getTypeParameters());
        return (method.isDefault() ? "default " : "")
                + modifiers(method.getModifiers() & ~(Modifier.TRANSIENT | Modifier.SYNCHRONIZED | Modifier.FINAL))
                + (variables.isEmpty() ? "" : variables + " ")
                + ApiTypes.text(method.getAnnotatedReturnType())
                + " "
                + method.getName()
                + rest(method);
    }

    private static String rest(Executable called) {
        return Arrays.stream(called.getAnnotatedParameterTypes())
                        .map(ApiTypes::text)
                        .collect(joining(", ", "(", ")"))
                + list(" throws ", called.getAnnotatedExceptionTypes());
    }

    private static String list(String word, AnnotatedType... types) {
        return types.length == 0
                ? ""
                : Arrays.stream(types).map(ApiTypes::text).sorted().collect(joining(", ", word, ""));
    }

    private static String modifiers(int modifiers) {
        String text = Modifier.toString(modifiers & ~(Modifier.PUBLIC | Modifier.INTERFACE));
        return text.isEmpty() ? "" : text + " ";
    }

    /** To the compiler an enum is sealed as soon as one of its constants has methods of its own. */
    private static boolean isSealed(Class<?> type) {
        return type.isSealed() && !type.isEnum();
    }

    private static boolean isCanonical(Constructor<?> constructor) {
        Class<?> type = constructor.getDeclaringClass();
        return type.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray(Class<?>[]::new));
    }

    private static boolean isImplied(Method method) {
        Class<?> type = method.getDeclaringClass();
        if (type.isRecord() && method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
            Set<String> accessors = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(toSet());
            if (accessors.contains(method.getName())) {
                return true;
            }
        }
        return OF_EVERY_OBJECT.contains(method.getName())
                || (type.isEnum() && Set.of("values", "valueOf").contains(method.getName()));
    }

    private static boolean isVisible(Class<?> type) {
        return isVisible(type.getModifiers())
                && !type.isSynthetic()
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static boolean isVisible(int modifiers) {
        return (modifiers & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }
}
