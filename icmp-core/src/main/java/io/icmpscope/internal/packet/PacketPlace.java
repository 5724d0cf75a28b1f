package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.wire.Cursor;
import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.internal.wire.Ipv4;
import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.internal.wire.Protocol;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a message or probe lies in its frame, and what nearly all who look at it ask for. What else it says, a {@link PacketView} reads. */
abstract class PacketPlace {

    // What kind of echo a message is.
    static final int NO_ECHO = 0;
    static final int REQUEST = 1;
    static final int REPLY = 2;

    PacketPath path = new PacketPath();

    ByteBuffer bytes = ByteBuffer.allocate(0);
    List<Long> fragments = List.of();
    int frameStart;
    int capturedBytes;
    long wireBytes;
    long timeNanos = Frame.NO_TIME;
    long frameNumber;

    @Nullable
    String file;

    long frameInFile;
    long messageNumber;

    int ipVersion;
    int ipAt;
    int finalDestinationAt;
    int finalDestinationShared;
    int homeAddressAt;
    boolean lengthUnknown;
    int icmpVersion; // 0 when it is no ICMP message
    int type; // of an ICMP message
    int echo; // whether it is one that was captured with its identifier and sequence number, and which
    long head; // its first eight bytes, or 0 where there are not so many

    // Nearly all collectors ask for these: they are read once.
    long sourceHigh; // as IpAddress
    long sourceLow;
    long destinationHigh;
    long destinationLow;
    int ttl;

    int transport; // of a probe or its answer, a Protocol number
    boolean probe;
    int at;
    int end;
    long declaredEnd;

    PacketPlace() {}

    void fill(Frame frame, ByteBuffer bytes, Cursor cursor, List<Long> fragments) {
        this.bytes = bytes;
        this.fragments = fragments;
        frameStart = fragments.isEmpty() ? frame.start() : 0;
        capturedBytes = frame.capturedBytes();
        wireBytes = frame.wireBytes();
        timeNanos = frame.timeNanos();
        frameNumber = frame.number();
        if (frame.file() != null) { // either never or always
            file = frame.file();
            frameInFile = frame.numberInFile();
        }
        ipVersion = cursor.ipVersion;
        ipAt = cursor.ipAt;
        finalDestinationAt = cursor.finalDestinationAt;
        finalDestinationShared = cursor.finalDestinationShared;
        homeAddressAt = cursor.homeAddressAt;
        lengthUnknown = cursor.lengthUnknown;
        icmpVersion = cursor.next == Protocol.ICMP ? 4 : cursor.next == Protocol.ICMPV6 ? 6 : 0;
        at = cursor.at;
        end = cursor.end;
        declaredEnd = cursor.declaredEnd;
        read();
        forgetNotes();
    }

    /** Reads what is asked for so often, once the place is known. */
    final void read() {
        if (icmpVersion != 0 && end - at >= Icmp.BODY) {
            head = bytes.getLong(at);
            type = (int) (head >>> 56);
            echo = echo();
        } else {
            head = 0;
            type = icmpVersion == 0 ? 0 : Icmp.type(bytes, at);
            echo = NO_ECHO;
        }
        if (ipVersion == 4) {
            readIpv4();
        } else {
            readIpv6();
        }
    }

    private int echo() {
        if (!Icmp.isEcho(icmpVersion, type)) {
            return NO_ECHO;
        }
        return type == (icmpVersion == 4 ? 8 : 128) ? REQUEST : REPLY;
    }

    /** Forgets what was noted about another message. */
    abstract void forgetNotes();

    private void readIpv4() {
        sourceHigh = 0;
        long second = Ipv4.second(bytes, ipAt);
        sourceLow = second & 0xFFFF_FFFFL;
        destinationHigh = 0;
        destinationLow = Integer.toUnsignedLong(Ipv4.destination(bytes, ipAt));
        ttl = (int) (second >>> 56);
    }

    private void readIpv6() {
        sourceHigh = bytes.getLong(ipAt + Ipv6.SOURCE);
        sourceLow = bytes.getLong(ipAt + Ipv6.SOURCE + Long.BYTES);
        destinationHigh = bytes.getLong(ipAt + Ipv6.DESTINATION);
        destinationLow = bytes.getLong(ipAt + Ipv6.DESTINATION + Long.BYTES);
        ttl = Ipv6.hopLimit(bytes, ipAt);
    }
}
