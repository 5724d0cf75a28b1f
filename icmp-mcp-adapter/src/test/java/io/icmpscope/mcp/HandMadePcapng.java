package io.icmpscope.mcp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** A pcapng file written out by hand, with the options that bring text along: draft-ietf-opsawg-pcapng, sections 3 and 4. */
public final class HandMadePcapng {

    private static final int SECTION = 0x0A0D0D0A; // block types
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int ETHERNET = 1;
    private static final int MOST_IN_A_BLOCK = 1 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /**
     * An option of a block.
     *
     * @param code 1 for a comment, in every block; of an interface 2 for its name, 11 for its filter
     * @param value at most 65,535 bytes
     */
    public record Option(int code, byte[] value) {}

    private HandMadePcapng() {}

    /** Begins a file: little-endian. */
    public static HandMadePcapng section(Option... options) {
        HandMadePcapng file = new HandMadePcapng();
        ByteBuffer body = file.body();
        body.putInt(0x1A2B3C4D).putShort((short) 1).putShort((short) 0).putLong(-1);
        return file.block(SECTION, body, options);
    }

    /** Adds an interface: Ethernet, microseconds. */
    public HandMadePcapng on(Option... options) {
        return block(
                INTERFACE, body().putShort((short) ETHERNET).putShort((short) 0).putInt(0), options);
    }

    /** Adds a frame of the first interface so many microseconds after {@link HandMade#START}. */
    public HandMadePcapng frame(int micros, String hex, Option... options) {
        byte[] frame = HexFormat.of().parseHex(hex.replace(" ", ""));
        long time = HandMade.START * 1_000_000L + micros;
        ByteBuffer body = body().putInt(0).putInt((int) (time >>> 32)).putInt((int) time);
        body.putInt(frame.length).putInt(frame.length).put(frame);
        return block(ENHANCED_PACKET, padded(body), options);
    }

    private ByteBuffer body() {
        return ByteBuffer.allocate(MOST_IN_A_BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    }

    private HandMadePcapng block(int type, ByteBuffer body, Option... options) {
        for (Option option : options) {
            body.putShort((short) option.code()).putShort((short) option.value().length);
            padded(body.put(option.value()));
        }
        body.putInt(0); // end of the options
        int length = body.position() + 12;
        ByteBuffer whole = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        whole.putInt(type).putInt(length).put(body.flip()).putInt(length);
        bytes.writeBytes(whole.array());
        return this;
    }

    private static ByteBuffer padded(ByteBuffer body) {
        while (body.position() % 4 != 0) {
            body.put((byte) 0);
        }
        return body;
    }

    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
