package io.icmpscope.internal.analysis.finding;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.handmade.PingScene;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.internal.packet.PacketPump;
import io.icmpscope.internal.packet.PacketView;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Messages as collectors see them. */
public final class Views {

    private Views() {}

    /** The view of one packet. */
    public static PacketView of(byte[] packet) throws IOException {
        PacketPump pump = pump(new PingScene().at(0, packet).bytes());
        assertTrue(pump.nextEvent());
        return pump.view();
    }

    /** Shows the messages of a capture, each once; the view is the same object each time. */
    public static void each(byte[] capture, Consumer<PacketView> viewer) throws IOException {
        PacketPump pump = pump(capture);
        PacketView view = pump.view();
        while (pump.nextEvent()) {
            if (view.isIcmp()) {
                viewer.accept(view);
            }
        }
    }

    private static PacketPump pump(byte[] capture) throws IOException {
        return new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture))));
    }
}
