package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    private static Map<String, Object> everyKind() {
        return new JsonObject()
                .with("text", "a \"b\"\n\u0001é")
                .with("number", 7)
                .with("large", 1L << 40)
                .with("decimal", new BigDecimal("0.000001"))
                .with("truth", true)
                .with("none", null)
                .with("list", List.of(1, Map.of("k", "v")))
                .withPresent("left out", null)
                .withList("cut", List.of(), 3)
                .members();
    }

    @Test
    void anObjectIsOneCompactLine() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonWriter json = new JsonWriter(out);
        json.line(everyKind());
        json.line(Map.of());
        assertEquals(
                "{\"text\":\"a \\\"b\\\"\\n\\u0001é\",\"number\":7,\"large\":1099511627776,\"decimal\":0.000001,"
                        + "\"truth\":true,\"none\":null,\"list\":[1,{\"k\":\"v\"}],\"cut\":[],\"cut_omitted\":3}\n{}\n",
                out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void theLengthIsThatOfTheBytes() {
        String text = JsonWriter.text(everyKind());
        assertEquals(text.getBytes(StandardCharsets.UTF_8).length, JsonWriter.length(everyKind()));
    }

    @Test
    void aStreamThatTakesNoMoreIsAnIOException() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("disk full");
            }
        };
        IOException failure = assertThrows(IOException.class, () -> new JsonWriter(full).line(everyKind()));
        assertEquals("disk full", failure.getMessage());
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> JsonWriter.text(Map.of("k", 0.1)));
    }
}
