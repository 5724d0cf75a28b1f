package io.icmpscope.internal.packet;

import io.icmpscope.internal.wire.Cursor;
import io.icmpscope.internal.wire.Ethernet;
import io.icmpscope.internal.wire.Layer;
import io.icmpscope.internal.wire.LinuxSll;
import io.icmpscope.internal.wire.LinuxSll2;
import io.icmpscope.internal.wire.Protocols;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The headers in front of a message, outermost first. One is reused for all frames. */
final class PacketPath {

    /** More headers than any network stacks up; a frame with more is made to exhaust decoders. */
    static final int MAX_LAYERS = 64;

    /** Likewise, of tunnels within tunnels. */
    static final int MAX_IP_HEADERS = 8;

    private final @Nullable Layer[] layers;
    private final long[] details;
    private int count;

    private PacketPath(@Nullable Layer[] layers, long[] details) {
        this.layers = layers;
        this.details = details;
    }

    /** Makes a path that has room for all headers and has none yet. */
    PacketPath() {
        this(new Layer[MAX_LAYERS], new long[MAX_LAYERS]);
    }

    /** Makes one that stays as this one is now. */
    PacketPath copy() {
        PacketPath copy = new PacketPath(Arrays.copyOf(layers, count), Arrays.copyOf(details, count));
        copy.count = count;
        return copy;
    }

    /** Whether another one leads through the same headers. */
    boolean isSame(PacketPath other) {
        if (count != other.count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (details[i] != other.details[i] || !Objects.equals(layers[i], other.layers[i])) {
                return false;
            }
        }
        return true;
    }

    /** The words of the headers alone. */
    String[] layerWords() {
        String[] words = new String[count];
        for (int i = 0; i < count; i++) {
            words[i] = Objects.requireNonNull(layers[i]).word();
        }
        return words;
    }

    /** The numbers that distinguish the headers, for {@link #replace}. */
    long[] layerDetails() {
        return Arrays.copyOf(details, count);
    }

    /** Leads through headers that were passed elsewhere. */
    void replace(String[] words, long[] newDetails) {
        clear();
        for (int i = 0; i < words.length; i++) {
            add(Protocols.passed(words[i]), newDetails[i]);
        }
    }

    void clear() {
        count = 0;
    }

    /** Forgets the headers behind the first ones, to go on elsewhere behind these. */
    void cut(int depth) {
        count = depth;
    }

    int depth() {
        return count;
    }

    /** Whether no header of this kind may follow: too many IP headers, or of all. */
    boolean isFull(Layer following) {
        return count >= MAX_IP_HEADERS && (count == MAX_LAYERS || (following.isIp() && ipHeaders() == MAX_IP_HEADERS));
    }

    private int ipHeaders() {
        int headers = 0;
        for (int i = 0; i < count; i++) {
            Layer layer = layers[i];
            headers += layer != null && layer.isIp() ? 1 : 0;
        }
        return headers;
    }

    @SuppressWarnings(
            "ReferenceEquality") // whether it is the very row, and the dear writing of a reference can be spared
    void add(Layer layer, long detail) {
        if (layers[count] != layer) {
            layers[count] = layer;
        }
        details[count++] = detail;
    }

    /** A number that two packets share when they came through the same headers. */
    int hash() {
        int hash = count;
        for (int i = 0; i < count; i++) {
            Layer layer = layers[i];
            hash = 31 * (31 * hash + Long.hashCode(details[i]))
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

    /** Whether the frame is of Ethernet and carries the message itself, not in a tunnel. */
    boolean isOneEthernetFrame() {
        int frames = 0;
        for (int i = 0; i < count; i++) {
            Layer layer = layers[i];
            frames += layer != null && layer.word().equals("ethernet") ? 1 : 0;
        }
        Layer first = layers[0];
        return frames == 1 && ipHeaders() == 1 && first != null && first.word().equals("ethernet");
    }

    /** Whether a frame was captured on a loopback interface; one of several that were joined tells it by its kind alone. */
    boolean isOnLoopback(ByteBuffer bytes, int frameStart, boolean joined) {
        Layer first = layers[0];
        if (first == null) {
            return false;
        }
        return switch (first.word()) {
            case "loopback" -> true;
            case "ethernet" -> joined || Ethernet.isLoopback(bytes, frameStart);
            case "sll" -> joined || LinuxSll.isLoopback(bytes, frameStart);
            case "sll2" -> joined || LinuxSll2.isLoopback(bytes, frameStart);
            default -> false;
        };
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
