package io.icmpscope.internal.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.Lab;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A view shows a packet that was sent as the decoder showed it, whatever fields views have. */
class SentPacketTest {

    @Test
    void aPacketThatWasSentOrCopiedIsShownWithEveryFieldOfTheView() throws Exception {
        int compared = 0;
        PacketView shown = new PacketView();
        for (String scene : List.of("ping4-loss", "fragments6-cases", "mtr4-loss-tcp", "traceroute4-icmp")) {
            byte[] capture = Files.readAllBytes(Lab.capture(scene));
            try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture))))) {
                PacketView view = pump.view();
                while (pump.nextEvent()) {
                    SentPacket.of(view).show(shown, view.frameNumber, view.file, view.frameInFile, view.messageNumber);
                    assertEquals(fields(view), fields(shown));
                    assertEquals(fields(view), fields(SentPacket.copy(view)));
                    compared++;
                }
            }
        }
        assertTrue(compared > 100, "compared " + compared);
    }

    /** Indices as they are in the frame. */
    private static SortedMap<String, Object> fields(PacketView view) throws IllegalAccessException {
        SortedMap<String, Object> fields = new TreeMap<>();
        for (Class<?> type : List.of(PacketPlace.class, PacketView.class)) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    fields.put(field.getName(), String.valueOf(field.get(view)));
                }
            }
        }
        for (String index : List.of("ipAt", "at", "end", "declaredEnd", "finalDestinationAt", "homeAddressAt")) {
            long value = Long.parseLong((String) fields.get(index));
            fields.put(index, value < 0 ? value : value - view.frameStart);
        }
        fields.remove("frameStart");
        fields.put("path", view.path.words());
        fields.put("bytes", view.bytes.slice(view.at, view.end - view.at));
        return fields;
    }
}
