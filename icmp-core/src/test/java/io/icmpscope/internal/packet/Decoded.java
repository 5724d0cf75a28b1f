package io.icmpscope.internal.packet;

import static io.icmpscope.handmade.Bytes.hex;
import static io.icmpscope.handmade.Bytes.join;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.internal.bytes.Sources;
import io.icmpscope.internal.capture.CaptureFormats;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.PacketEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** What the decoder makes of frames that are written out by hand. */
record Decoded(List<PacketEntry> packets, CaptureFacts facts) {

    static final int ETHERNET = 1;
    static final int RAW = 101;
    static final int SLL = 113;

    /** An echo request of identifier 0x1234, sequence number 1 and no data. RFC 792. */
    static final String ECHO = "08 00 e5ca 1234 0001";

    /** An IPv4 header without options that carries eight bytes of ICMP. RFC 791. */
    static final String IPV4 = "45 00 001c 0001 0000 40 01 0000 c0000201 c0000202";

    static final byte[] PING4 = hex(IPV4, ECHO);

    /** The addresses of the IPv6 headers. */
    static final String ADDRESSES = "20010db8000000000000000000000001 20010db8000000000000000000000002";

    /** The same in ICMPv6, with the pseudo-header of {@link #ADDRESSES} in its checksum. RFC 4443. */
    static final String ECHO6 = "80 00 1213 1234 0001";

    static final byte[] PING6 = hex("60000000 0008 3a 40", ADDRESSES, ECHO6);

    static Decoded frames(int linkType, byte[]... frames) throws IOException {
        Pcap capture = Pcap.bigEndian().network(linkType);
        for (byte[] frame : frames) {
            capture.record(1, 0, frame);
        }
        return capture(capture);
    }

    static Decoded capture(Pcap capture) throws IOException {
        return file(capture.bytes());
    }

    static Decoded file(byte[] capture) throws IOException {
        List<PacketEntry> packets = new ArrayList<>();
        try (PacketPump pump = new PacketPump(CaptureFormats.open(Sources.of(ByteBuffer.wrap(capture))))) {
            while (pump.next()) {
                packets.add(PacketEntries.entry(pump.view(), pump.messages()));
            }
            return new Decoded(packets, pump.facts());
        }
    }

    /** A raw IP packet that is written out by hand. */
    static Decoded ip(String... digits) throws IOException {
        return frames(RAW, hex(digits));
    }

    static byte[] ethernet(String etherType, byte[] rest) {
        return join(hex("020000000002 020000000001", etherType), rest);
    }

    /** The only message. */
    PacketEntry only() {
        if (packets.size() != 1) {
            throw new AssertionError("not one message: " + packets);
        }
        return packets.get(0);
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }
}
