package io.icmpscope;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What others can see of a class names only some types: its parents, the bounds of its type parameters, and the types of
 * its public and protected members, type arguments and inherited members included. A record's components are methods.
 */
final class ShowOnly extends ArchCondition<JavaClass> {
    private final DescribedPredicate<JavaClass> shown;

    ShowOnly(DescribedPredicate<JavaClass> shown) {
        super("show only types that " + shown.getDescription());
        this.shown = shown;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!isSeen(type)) return;
        refuse(type.getFullName(), Stream.concat(parents(type), bounds(type)), events);
        Stream.concat(type.getAllFields().stream(), type.getAllMethods().stream())
                .forEach(m -> check(m, events));
        type.getConstructors().forEach(constructor -> check(constructor, events));
    }

    private void check(JavaMember member, ConditionEvents events) {
        if (isOpen(member.getModifiers())) refuse(member.getFullName(), types(member), events);
    }

    private void refuse(String where, Stream<JavaType> types, ConditionEvents events) {
        types.flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .distinct()
                .filter(not(shown))
                .forEach(type -> events.add(SimpleConditionEvent.violated(type, where + " shows " + type.getName())));
    }

    private static DescribedPredicate<JavaClass> not(DescribedPredicate<JavaClass> shown) {
        return DescribedPredicate.not(shown);
    }

    private static Stream<JavaType> parents(JavaClass type) {
        return Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
    }

    private static Stream<JavaType> bounds(JavaClass type) {
        return type.getTypeParameters().stream().flatMap(parameter -> parameter.getUpperBounds().stream());
    }

    private static Stream<JavaType> types(JavaMember member) {
        if (member instanceof JavaField field) return Stream.of(field.getType());
        JavaCodeUnit code = (JavaCodeUnit) member;
        return Stream.of(
                        List.of(code.getReturnType()),
                        code.getParameterTypes(),
                        code.getExceptionTypes(),
                        code.getTypeParameters())
                .flatMap(List::stream);
    }

    private static boolean isSeen(JavaClass type) {
        return isOpen(type.getModifiers())
                && type.getEnclosingClass().map(ShowOnly::isSeen).orElse(true);
    }

    private static boolean isOpen(Set<JavaModifier> modifiers) {
        return modifiers.contains(PUBLIC) || modifiers.contains(PROTECTED);
    }
}
