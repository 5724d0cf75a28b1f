package io.icmpscope;

import static java.util.stream.Collectors.joining;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;

/** Types as {@link ApiList} writes them: in words of our own, as those of the JDK differ between its versions. */
final class ApiTypes {

    private ApiTypes() {}

    /** A type with what it says of null, in it too. */
    static String text(AnnotatedType type) {
        String nullable = Arrays.stream(type.getAnnotations())
                .map(Annotation::annotationType)
                .map(annotation -> "@" + annotation.getSimpleName() + " ")
                .collect(joining());
        if (type instanceof AnnotatedArrayType array) {
            return text(array.getAnnotatedGenericComponentType()) + (nullable.isEmpty() ? "" : " " + nullable) + "[]";
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            AnnotatedType[] lower = wildcard.getAnnotatedLowerBounds();
            return lower.length > 0 ? "? super " + text(lower[0]) : bounds("?", wildcard.getAnnotatedUpperBounds());
        }
        if (type instanceof AnnotatedParameterizedType of) {
            Type raw = ((ParameterizedType) of.getType()).getRawType();
            return nullable
                    + name((Class<?>) raw)
                    + Arrays.stream(of.getAnnotatedActualTypeArguments())
                            .map(ApiTypes::text)
                            .collect(joining(", ", "<", ">"));
        }
        return nullable
                + (type instanceof AnnotatedTypeVariable
                        ? type.getType().getTypeName()
                        : name((Class<?>) type.getType()));
    }

    /** The type variables that something declares, or nothing. */
    static String variables(TypeVariable<?>... variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> bounds(variable.getName(), variable.getAnnotatedBounds()))
                        .collect(joining(", ", "<", ">"));
    }

    private static String bounds(String name, AnnotatedType... bounds) {
        String text = Arrays.stream(bounds).map(ApiTypes::text).collect(joining(" & "));
        return text.equals("Object") ? name : name + " extends " + text;
    }

    /** With its package, unless that is {@code java.lang}. */
    static String name(Class<?> type) {
        return type.getCanonicalName().replaceFirst("^java\\.lang\\.(?=\\p{Upper})", "");
    }
}
