package io.icmpscope.mcp.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Prints JSON compactly, in UTF-8, one object a line.
 *
 * <p>On Jackson's streaming core alone: its object mapper would take a third of the start of a short command. For one
 * thread.
 */
public final class JsonWriter {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final OutputStream out;

    /**
     * Prints to a stream, which should be buffered.
     *
     * @param out where to; never closed here
     */
    public JsonWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Prints an object and ends the line.
     *
     * @param object the object
     * @throws IOException when the stream takes no more
     */
    public void line(Map<String, @Nullable Object> object) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            write(json, object);
        } catch (JacksonIOException failure) {
            throw failure.getCause();
        }
        out.write('\n');
    }

    /**
     * Gives an object as text.
     *
     * @param object the object
     * @return its JSON on one line, without an end of line
     */
    public static String text(Map<String, @Nullable Object> object) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            write(json, object);
        }
        return text.toString();
    }

    /**
     * Tells how long an object is when it is printed.
     *
     * @param value what to print
     * @return bytes of UTF-8
     */
    static long length(@Nullable Object value) {
        CountingStream counted = new CountingStream();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), counted)) {
            write(json, value);
        }
        return counted.bytes;
    }

    private static void write(JsonGenerator json, @Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            json.writeStartObject();
            object.forEach((name, member) -> {
                json.writeName((String) name);
                write(json, member);
            });
            json.writeEndObject();
        } else if (value instanceof Iterable<?> array) {
            json.writeStartArray();
            array.forEach(element -> write(json, element));
            json.writeEndArray();
        } else {
            writeScalar(json, value);
        }
    }

    private static void writeScalar(JsonGenerator json, @Nullable Object value) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Integer || value instanceof Long) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigDecimal decimal) {
            json.writeNumber(decimal);
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else {
            throw new IllegalArgumentException("no JSON: " + value.getClass());
        }
    }

    /** Keeps nothing but the number of bytes. */
    private static final class CountingStream extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int count) {
            bytes += count;
        }
    }
}
