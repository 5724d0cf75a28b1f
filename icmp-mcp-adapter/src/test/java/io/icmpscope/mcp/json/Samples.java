package io.icmpscope.mcp.json;

import io.icmpscope.message.IpAddress;
import io.icmpscope.message.QuotedDatagram;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One record of every class below a sealed interface, with every component filled. */
final class Samples {

    private final String text;

    private Samples(String text) {
        this.text = text;
    }

    static Stream<Record> below(Class<?> sealed) {
        return below(sealed, "some text");
    }

    /** The same with a text of one's own in every component that is one. */
    static Stream<Record> below(Class<?> sealed, String text) {
        return new Samples(text).all(sealed);
    }

    private Stream<Record> all(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(type -> type.isRecord() ? Stream.of((Record) of(type)) : all(type));
    }

    private Object of(Type type) {
        if (type instanceof ParameterizedType list) {
            return List.of(of(list.getActualTypeArguments()[0]));
        }
        Class<?> of = (Class<?>) type;
        if (of == IpAddress.class) {
            return IpAddress.v4(0xC0000201);
        }
        if (of == QuotedDatagram.class) {
            return new QuotedDatagram(5, null, null, null, null);
        }
        if (of == String.class) {
            return text;
        }
        if (of == int.class || of == Integer.class) {
            return 7;
        }
        if (of == long.class || of == Long.class) {
            return 7L;
        }
        if (of == boolean.class) {
            return true;
        }
        if (of.isEnum()) {
            return of.getEnumConstants()[0];
        }
        return of.isRecord() ? filled(of) : all(of).findFirst().orElseThrow();
    }

    private Object filled(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> of(component.getGenericType()))
                .toArray();
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(type + " cannot be made", impossible);
        }
    }
}
