package io.icmpscope.internal.packet;

import io.icmpscope.internal.capture.Frame;
import io.icmpscope.internal.wire.Cursor;
import io.icmpscope.internal.wire.Ipv4;
import io.icmpscope.internal.wire.Ipv6;
import io.icmpscope.internal.wire.Protocol;
import io.icmpscope.internal.wire.Tcp;
import io.icmpscope.internal.wire.Udp;
import java.nio.ByteBuffer;

/**
 * Tells traceroute's probes from all other traffic, and remembers those of TCP while their answers may still come: no
 * other segment of TCP is ever looked up.
 */
public final class Probes {

    /** The largest time to live of a probe: traceroute sends up to 30, hosts begin with 64 and more. */
    public static final int LARGEST_TTL = 32;

    /** How long an answer to a probe may take. */
    public static final long PATIENCE_NANOS = 30_000_000_000L;

    private static final int PORTS_AND_MORE = 8; // bytes that a quote has at least
    private static final int SETS = 128;
    private static final int WAYS = 8; // places of a set

    private long[] keys = {}; // until there is a probe
    private long[] times = {};
    private long[] ordinals = {}; // 0 in a free place
    private long ordinal;
    private boolean waiting;
    private long latestNanos;

    Probes() {}

    /** Whether an answer to a probe of TCP may still come; where that cannot be, no segment needs a closer look. */
    boolean areWaiting(long timeNanos) {
        return waiting && !isOver(latestNanos, timeNanos);
    }

    /** Whether this is a probe. The cursor stands behind the IP headers. */
    boolean isProbe(ByteBuffer bytes, Cursor cursor, int protocol) {
        int ipAt = cursor.ipAt;
        int ttl = cursor.ipVersion == 4 ? Ipv4.ttl(bytes, ipAt) : Ipv6.hopLimit(bytes, ipAt);
        if (ttl > LARGEST_TTL || ttl == 0 || !Addresses.isToOneHost(bytes, cursor.ipVersion, ipAt)) {
            return false;
        }
        return protocol == Protocol.UDP
                ? cursor.left() >= PORTS_AND_MORE && Udp.isPlain(bytes, cursor.at, cursor.end)
                : cursor.left() >= Tcp.FLAGS_END && Tcp.isConnectionRequest(bytes, cursor.at);
    }

    /** Remembers a probe of TCP. */
    void remember(ByteBuffer bytes, Cursor cursor, long timeNanos) {
        if (keys.length == 0) {
            keys = new long[SETS * WAYS];
            times = new long[SETS * WAYS];
            ordinals = new long[SETS * WAYS];
        }
        waiting = true;
        latestNanos = timeNanos;
        long key = key(bytes, cursor, false);
        int place = find(key);
        if (place < 0) {
            place = oldest(key);
        }
        keys[place] = key;
        times[place] = timeNanos;
        ordinals[place] = ++ordinal;
    }

    /** Whether this segment answers a probe, if there was one. */
    static boolean mayAnswer(ByteBuffer bytes, Cursor cursor) {
        return cursor.left() >= Tcp.FLAGS_END && Tcp.isConnectionAnswer(bytes, cursor.at);
    }

    /** Whether this segment answers a probe that was remembered. */
    boolean isAnswer(ByteBuffer bytes, Cursor cursor, long timeNanos) {
        if (!areWaiting(timeNanos) || !mayAnswer(bytes, cursor)) {
            return false;
        }
        int place = find(key(bytes, cursor, true));
        return place >= 0 && !isOver(times[place], timeNanos);
    }

    private static boolean isOver(long since, long now) {
        return since != Frame.NO_TIME && now != Frame.NO_TIME && now - since > PATIENCE_NANOS;
    }

    private int find(long key) {
        int first = set(key);
        for (int place = first; place < first + WAYS; place++) {
            if (keys[place] == key && ordinals[place] != 0) {
                return place;
            }
        }
        return -1;
    }

    private int oldest(long key) {
        int first = set(key);
        int oldest = first;
        for (int place = first; place < first + WAYS; place++) {
            oldest = ordinals[place] < ordinals[oldest] ? place : oldest;
        }
        return oldest;
    }

    private static int set(long key) {
        return (int) (key >>> 57) * WAYS;
    }

    /** Addresses and ports as one number, of an answer those of the probe that it answers. */
    private static long key(ByteBuffer bytes, Cursor cursor, boolean turned) {
        boolean v4 = cursor.ipVersion == 4;
        int sourceAt = cursor.ipAt + (v4 ? 12 : Ipv6.SOURCE);
        int length = v4 ? Integer.BYTES : 2 * Long.BYTES;
        int from = turned ? sourceAt + length : sourceAt;
        int to = turned ? sourceAt : sourceAt + length;
        long key = cursor.ipVersion;
        for (int i = 0; i < length; i += Integer.BYTES) {
            key = mix(key, (long) bytes.getInt(from + i) << 32 | (bytes.getInt(to + i) & 0xFFFF_FFFFL));
        }
        int ports = bytes.getInt(cursor.at);
        return mix(key, turned ? Integer.rotateLeft(ports, 16) : ports);
    }

    private static long mix(long seed, long word) {
        long mixed = (seed ^ word) * 0x9E37_79B9_7F4A_7C15L; // 2^64 divided by the golden ratio
        mixed = (mixed ^ mixed >>> 32) * 0x9E37_79B9_7F4A_7C15L;
        return mixed ^ mixed >>> 29;
    }
}
