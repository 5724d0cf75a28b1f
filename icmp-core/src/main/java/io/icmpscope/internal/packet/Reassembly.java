package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.packet.FragmentTrouble.Kind;
import io.icmpscope.internal.packet.FragmentTroubles.Between;
import io.icmpscope.internal.wire.Cursor;
import io.icmpscope.internal.wire.Ipv4;
import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.internal.wire.Protocol;
import io.icmpscope.message.IpAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins fragments to datagrams, within bounds: the oldest datagrams make room for new ones, and those whose time is over
 * (RFC 8200 section 4.5: 60 seconds; RFC 1122 section 3.3.2 for IPv4) are given up.
 */
final class Reassembly {

    private static final long TIMEOUT_NANOS = 60_000_000_000L;
    private static final int ADDRESS = 16; // bytes
    private static final int MAX_DATAGRAMS = 1024;
    private static final long MAX_BYTES = 16 << 20;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int SMALL = 256; // bytes, of first fragments that are looked at

    /** What the fragments of one datagram share: RFC 791 section 3.2, RFC 8200 section 4.5; and the way they came. */
    private record Key(IpAddress source, IpAddress destination, int identification, int protocol, int pathHash) {}

    private final Map<Key, Datagram> open = new LinkedHashMap<>();
    private long bytes;
    private final FragmentTroubles troubles = new FragmentTroubles();
    private final Map<Integer, Long> givenUp = new HashMap<>(); // by capture

    /** Takes a fragment; returns the datagram that it completed, or null. The cursor stands behind the IP headers. */
    @Nullable
    Datagram add(Frame frame, ByteBuffer from, Cursor cursor, PacketPath path) {
        dropOld(frame.timeNanos());
        boolean v4 = cursor.ipVersion == 4;
        Key key = new Key(
                Addresses.source(from, cursor.ipVersion, cursor.ipAt),
                Addresses.destination(from, cursor.ipVersion, cursor.ipAt),
                cursor.fragmentId,
                v4 ? cursor.fragmentProtocol : Protocol.FRAGMENT, // the protocol is no part of it in IPv6
                path.hash());
        Datagram datagram = open.get(key);
        if (datagram == null && v4 && cursor.fragmentProtocol == Protocol.UDP && cursor.fragmentOffset != 0) {
            return null; // it is a tunnel's when its first fragment was: there are too many others
        }
        if (datagram == null) {
            datagram = new Datagram(frame.timeNanos(), !v4);
            open.put(key, datagram);
            bytes += datagram.size();
        }
        int before = datagram.size();
        int length = (int) Math.min(cursor.declaredEnd - cursor.at, Datagram.LARGEST + 1);
        datagram.noteFrame(frame.number());
        datagram.noteFirst(from, cursor, frame.capture());
        lookForTrouble(frame, from, cursor, key, datagram, length);
        boolean whole = datagram.add(from, cursor.at, cursor.end, cursor.fragmentOffset, length, cursor.moreFragments);
        bytes += datagram.size() - before;
        if (!whole) {
            makeRoom();
            return null;
        }
        open.remove(key);
        bytes -= datagram.size();
        takeHeader(from, cursor, datagram.bytes());
        return datagram;
    }

    /** Notes what is odd about a fragment of ICMP, of which IPv4 headers tell and in IPv6 usually those of later fragments too. */
    private void lookForTrouble(Frame frame, ByteBuffer from, Cursor cursor, Key key, Datagram datagram, int length) {
        int protocol = datagram.protocol() == Protocol.NONE ? cursor.fragmentProtocol : datagram.protocol();
        if (protocol != Protocol.ICMP && protocol != Protocol.ICMPV6) {
            return;
        }
        int offset = cursor.fragmentOffset;
        boolean more = cursor.moreFragments;
        long time = frame.timeNanos();
        int ipHeader = cursor.ipVersion == 4 ? Ipv4.MIN_HEADER : 0; // which the length field of IPv6 does not cover
        if (offset + length + ipHeader > Datagram.LARGEST) {
            note(Kind.OVERSIZED, key, protocol, frame, offset + length + ipHeader);
            return;
        }
        Kind odd = datagram.trouble(from, cursor.at, cursor.end, offset, length, more);
        if (odd != null) {
            boolean timed = time != Frame.NO_TIME && datagram.firstTimeNanos != Frame.NO_TIME;
            long millis = timed ? Math.max(0, time - datagram.firstTimeNanos) / NANOS_PER_MILLI : 0;
            note(odd, key, protocol, frame, millis);
        }
        if (offset == 0 && more && length < SMALL) {
            note(Kind.SMALL_FIRST, key, protocol, frame, length);
        }
    }

    private void note(Kind kind, Key key, int protocol, Frame frame, long measure) {
        int version = protocol == Protocol.ICMP ? 4 : 6;
        troubles.note(
                new Between(kind, key.source, key.destination, version, PacketView.NONE),
                frame.number(),
                frame.timeNanos(),
                measure);
    }

    /** What was odd about the fragments of ICMP messages so far; those still waiting for others count as given up. */
    List<FragmentTrouble> troubles() {
        FragmentTroubles all = troubles.copy();
        open.forEach((key, datagram) -> noteGivenUp(all, key, datagram));
        return all.list();
    }

    private static void noteGivenUp(FragmentTroubles to, Key key, Datagram datagram) {
        if (datagram.isIcmp()) {
            int version = datagram.protocol() == Protocol.ICMP ? 4 : 6;
            to.note(
                    new Between(Kind.GIVEN_UP, key.source, key.destination, version, datagram.icmpType()),
                    datagram.frames().get(0),
                    datagram.firstTimeNanos,
                    0);
        }
    }

    /** Copies what a view reads of the IP header in front of the payload, and stands the cursor before that. */
    private static void takeHeader(ByteBuffer from, Cursor cursor, ByteBuffer to) {
        to.put(0, from, cursor.ipAt, cursor.ipVersion == 4 ? Ipv4.MIN_HEADER : Ipv6.HEADER);
        int shared = cursor.finalDestinationAt < 0 ? 0 : cursor.finalDestinationShared;
        to.put(Ipv6.HEADER, from, cursor.ipAt + Ipv6.DESTINATION, shared);
        int rest = take(from, cursor.finalDestinationAt, to, Ipv6.HEADER + shared, ADDRESS - shared);
        cursor.finalDestinationAt = rest < 0 ? rest : Ipv6.HEADER;
        cursor.finalDestinationShared = 0;
        cursor.homeAddressAt = take(from, cursor.homeAddressAt, to, Ipv6.HEADER + ADDRESS, ADDRESS);
        cursor.ipAt = 0;
    }

    private static int take(ByteBuffer from, int addressAt, ByteBuffer to, int at, int length) {
        if (addressAt < 0) {
            return addressAt;
        }
        to.put(at, from, addressAt, length);
        return at;
    }

    private void dropOld(long now) {
        if (now == Frame.NO_TIME) { // says nothing about the age of the others
            return;
        }
        Iterator<Map.Entry<Key, Datagram>> oldest = open.entrySet().iterator();
        while (oldest.hasNext()) {
            Map.Entry<Key, Datagram> entry = oldest.next();
            Datagram datagram = entry.getValue();
            if (datagram.firstTimeNanos == Frame.NO_TIME || now - datagram.firstTimeNanos < TIMEOUT_NANOS) {
                break;
            }
            giveUp(entry.getKey(), datagram);
            oldest.remove();
        }
    }

    private void makeRoom() {
        Iterator<Map.Entry<Key, Datagram>> oldest = open.entrySet().iterator();
        while ((open.size() > MAX_DATAGRAMS || bytes > MAX_BYTES) && oldest.hasNext()) {
            Map.Entry<Key, Datagram> entry = oldest.next();
            giveUp(entry.getKey(), entry.getValue());
            oldest.remove();
        }
    }

    private void giveUp(Key key, Datagram datagram) {
        noteGivenUp(troubles, key, datagram);
        bytes -= datagram.size();
        if (datagram.isIcmp()) {
            givenUp.merge(datagram.capture(), 1L, Long::sum);
        }
    }

    /** ICMP messages whose first fragment was seen in a capture, but nowhere the rest. */
    long incomplete(int capture) {
        return givenUp.getOrDefault(capture, 0L)
                + open.values().stream()
                        .filter(datagram -> datagram.isIcmp() && datagram.capture() == capture)
                        .count();
    }
}
