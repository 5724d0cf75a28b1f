package io.icmpscope.mcp.json;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The components of a public record class with their names in JSON, looked up once a class. Thread-safe. */
final class RecordComponents {

    private static final ClassValue<RecordComponents> KNOWN = new ClassValue<>() {
        @Override
        protected RecordComponents computeValue(Class<?> type) {
            return new RecordComponents(type);
        }
    };

    private final String kind;
    private final boolean oneOfSeveral;
    private final Map<String, Method> accessors = new LinkedHashMap<>();

    private RecordComponents(Class<?> type) {
        kind = snakeCase(type.getSimpleName());
        oneOfSeveral = Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
        for (RecordComponent component : type.getRecordComponents()) {
            accessors.put(snakeCase(component.getName()), component.getAccessor());
        }
    }

    static RecordComponents of(Class<?> type) {
        return KNOWN.get(type);
    }

    /** The name of the class. */
    String kind() {
        return kind;
    }

    /** Whether other classes may stand in its place: it is below a sealed interface. */
    boolean isOneOfSeveral() {
        return oneOfSeveral;
    }

    /** Goes through the components of a record of this class, in their order. */
    void forEach(Record value, BiConsumer<String, @Nullable Object> reader) {
        accessors.forEach((name, accessor) -> reader.accept(name, read(value, accessor)));
    }

    /** Gives one component of a record of this class by its name in JSON; null when it has none of that name. */
    @Nullable
    Object read(Record value, String name) {
        Method accessor = accessors.get(name);
        return accessor == null ? null : read(value, accessor);
    }

    private static @Nullable Object read(Record value, Method accessor) {
        try {
            return accessor.invoke(value);
        } catch (ReflectiveOperationException notPublic) {
            throw new IllegalStateException(accessor + " cannot be read", notPublic);
        }
    }

    static String snakeCase(String camelCase) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < camelCase.length(); i++) {
            char letter = camelCase.charAt(i);
            words.append(i > 0 && Character.isUpperCase(letter) ? "_" : "").append(letter);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }
}
