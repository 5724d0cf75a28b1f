package io.icmpscope.fuzz;

import io.icmpscope.Corpus;
import io.icmpscope.Lab;
import io.icmpscope.handmade.Bytes;
import io.icmpscope.internal.wire.Layer;
import io.icmpscope.internal.wire.LinkTypes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What the fuzzer begins with: pieces of the recordings of the lab, and when it is to fuzz, of the captures of others at hand. */
final class Seeds {

    private static final int LARGEST = 4096; // bytes, as large as libFuzzer's own inputs become
    private static final int FRAMES = 300; // of a capture
    private static final int PER_KIND = 2;

    private Seeds() {}

    private static List<Path> captures() throws IOException {
        List<Path> captures = new ArrayList<>(Lab.captures());
        if (System.getenv("JAZZER_FUZZ") != null && Files.isDirectory(Corpus.file(""))) {
            captures.addAll(Corpus.files());
        }
        return captures;
    }

    /** Whole captures that begin in a certain way, the longer ones cut, at most so many. */
    static List<byte[]> files(int most, List<Integer> magics) throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (Path capture : captures()) {
            byte[] bytes = Files.readAllBytes(capture);
            if (bytes.length >= 4 && magics.contains(ByteBuffer.wrap(bytes).getInt()) && files.size() < most) {
                files.add(Bytes.cut(bytes, Math.min(LARGEST, bytes.length)));
            }
        }
        return files;
    }

    /** Frames, each behind two bytes with its link type: some of each link type and first header. */
    static List<byte[]> frames() throws IOException {
        Map<String, List<byte[]>> kinds = new HashMap<>();
        eachFrame((linkType, frame) -> {
            Layer layer = LinkTypes.layer(linkType);
            if (layer != null) {
                byte[] seed = Bytes.join(Bytes.number(ByteOrder.BIG_ENDIAN, 2, linkType), frame);
                keep(kinds, String.join(" ", words(layer, frame)), seed);
            }
        });
        return all(kinds);
    }

    /** IP packets of a version: some of each way down. */
    static List<byte[]> packets(int version) throws IOException {
        Map<String, List<byte[]>> kinds = new HashMap<>();
        eachFrame((linkType, frame) -> {
            int at = linkType == 1 ? 14 : linkType == 113 ? 16 : linkType == 101 ? 0 : frame.length;
            if (at < frame.length && (frame[at] >> 4 & 0xF) == version) {
                byte[] packet = Bytes.slice(frame, at, frame.length);
                keep(kinds, String.join(" ", words(LinkTypes.layer(101), packet)), packet);
            }
        });
        return all(kinds);
    }

    /** ICMP messages of a version: some of each type and code. */
    static List<byte[]> messages(int version) throws IOException {
        Map<String, List<byte[]>> kinds = new HashMap<>();
        eachFrame((linkType, frame) -> {
            Layer layer = LinkTypes.layer(linkType);
            byte[] message = layer == null ? null : Descent.message(layer, frame, version);
            if (message != null && message.length >= 2) {
                keep(kinds, message[0] + "/" + message[1] + "/" + message.length / 32, message);
            }
        });
        return all(kinds);
    }

    /** The bytes between others, so that they begin at {@link Invariant#AROUND}. */
    static byte[] padded(byte[] bytes) {
        return Bytes.join(Bytes.zeros(Invariant.AROUND), bytes, Bytes.zeros(Invariant.AROUND));
    }

    private static List<String> words(Layer layer, byte[] frame) {
        return Descent.from(layer, frame).stream().map(Descent.Step::word).toList();
    }

    private static void eachFrame(BiConsumer<Integer, byte[]> what) throws IOException {
        for (Path capture : captures()) {
            byte[] bytes = Files.readAllBytes(capture);
            FrameReading reading = FrameReading.start(bytes);
            for (FrameReading.Seen frame : reading == null ? List.<FrameReading.Seen>of() : reading.most(FRAMES)) {
                if (frame.bytes().length <= LARGEST) {
                    what.accept(frame.linkType(), frame.bytes());
                }
            }
        }
    }

    private static void keep(Map<String, List<byte[]>> kinds, String kind, byte[] seed) {
        List<byte[]> some = kinds.computeIfAbsent(kind, none -> new ArrayList<>());
        if (some.size() < PER_KIND) {
            some.add(seed);
        }
    }

    private static List<byte[]> all(Map<String, List<byte[]>> kinds) {
        return kinds.keySet().stream()
                .sorted()
                .flatMap(kind -> kinds.get(kind).stream())
                .toList();
    }
}
