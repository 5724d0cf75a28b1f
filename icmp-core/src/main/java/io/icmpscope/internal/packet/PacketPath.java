package io.icmpscope.internal.packet;

import io.icmpscope.internal.wire.Cursor;
import io.icmpscope.internal.wire.Layer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The headers in front of a message, outermost first. One is reused for all frames. */
final class PacketPath {

    /** More headers than any network stacks up; a frame with more is made to exhaust decoders. */
    static final int MAX_LAYERS = 64;

    private final @Nullable Layer[] layers = new Layer[MAX_LAYERS];
    private final int[] details = new int[MAX_LAYERS];
    private int count;

    void clear() {
        count = 0;
    }

    boolean isFull() {
        return count == MAX_LAYERS;
    }

    void add(Layer layer, int detail) {
        layers[count] = layer;
        details[count++] = detail;
    }

    /** A number that two packets share when they came through the same headers. */
    int hash() {
        int hash = count;
        for (int i = 0; i < count; i++) {
            Layer layer = layers[i];
            hash = 31 * (31 * hash + details[i])
                    + (layer == null ? 0 : layer.word().hashCode());
        }
        return hash;
    }

    /** Whether the innermost IP header is followed by a header of this name. */
    boolean innermostHas(String word) {
        for (int i = count - 1; i >= 0; i--) {
            Layer layer = layers[i];
            if (layer != null && (layer.word().equals(word) || layer.word().startsWith("ipv"))) {
                return layer.word().equals(word);
            }
        }
        return false;
    }

    /** The words of the headers, with the number that distinguishes one where it has any: {@code "vlan 5"}. */
    List<String> words() {
        List<String> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Layer layer = layers[i];
            if (layer != null) {
                words.add(details[i] == Cursor.NONE ? layer.word() : layer.word() + " " + details[i]);
            }
        }
        return words;
    }
}
