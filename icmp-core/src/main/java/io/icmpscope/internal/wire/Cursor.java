package io.icmpscope.internal.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where the decoder stands in a frame, and what the headers passed so far said about the rest. One is reused for all
 * frames; indices are into the frame's buffer.
 */
public final class Cursor {

    /** A value that no header has given. */
    public static final int NONE = -1;

    /** A value that a header has given in a way that is not read. */
    public static final int UNKNOWN = -2;

    /** The first byte that no header has claimed. */
    public int at;

    /** One past the last captured byte of what is being decoded. */
    public int end;

    /** One past its last byte as the headers say, captured or not. */
    public long declaredEnd;

    /** What stands at {@link #at}, a {@link Protocol} number. */
    public int next;

    /** The number that distinguishes the header just passed in a path, such as a VLAN id; or {@link #NONE}. */
    public long detail;

    /** Version of the innermost IP header, 0 before there is one. */
    public int ipVersion;

    /** Where the innermost IP header begins. */
    public int ipAt;

    /**
     * Where the IPv6 destination stands that the checksum covers, when a routing header names another; else {@link #NONE},
     * or {@link #UNKNOWN} when it does in a way that is not read.
     */
    public int finalDestinationAt;

    /** How many of its first bytes are left out there because they are those of the IP header's destination, RFC 6554. */
    public int finalDestinationShared;

    /** Where the IPv6 source stands that the checksum covers, when an option names another; or {@link #NONE}. */
    public int homeAddressAt;

    /** For {@link Protocol#FRAGMENT}: the protocol of the whole. */
    public int fragmentProtocol;

    /** For {@link Protocol#FRAGMENT}: what the parts of one datagram share. */
    public int fragmentId;

    /** For {@link Protocol#FRAGMENT}: where in the whole this part belongs, in bytes. */
    public int fragmentOffset;

    /** For {@link Protocol#FRAGMENT}: whether further parts follow. */
    public boolean moreFragments;

    /**
     * Whether an IP header gave no length of its own, as offloading senders do, so that padding cannot be told; or one that
     * the tunnel around it does not hold.
     */
    public boolean lengthUnknown;

    /** How many headers the decoder has passed, which it notes here; a branch begins again with as many. */
    public int depth;

    /** Whether an IP header has bounded the rest. */
    boolean inIp;

    private final Branches branches = new Branches();

    /** What the header at fault needs, in bytes. */
    public int needed;

    /** What the header at fault has, in bytes. */
    public int had;

    /** Makes a cursor that is nowhere yet. */
    public Cursor() {}

    /**
     * Stands at the start of a frame.
     *
     * @param start its first byte
     * @param captured one past its last captured byte
     * @param wire one past its last byte as it was on the wire
     * @param first what the frame begins with
     */
    public void start(int start, int captured, long wire, int first) {
        at = start;
        end = captured;
        declaredEnd = wire;
        next = first;
        detail = NONE;
        ipVersion = 0;
        finalDestinationAt = NONE;
        homeAddressAt = NONE;
        lengthUnknown = false;
        inIp = false;
    }

    /** Forgets what other packets of the frame were left to go on with. */
    public void forget() {
        branches.clear();
    }

    /**
     * Goes to where a header said that another packet of the frame begins, the latest first.
     *
     * @return the buffer that it lies in, or null when there is none left
     */
    public @Nullable ByteBuffer resume() {
        return branches.pop(this);
    }

    /**
     * Returns how many captured bytes are left.
     *
     * @return bytes, never fewer than 0
     */
    public int left() {
        return end - at;
    }

    /**
     * Goes past a header.
     *
     * @param length of the header in bytes
     * @param following what stands behind it
     * @return {@link Fault#NONE}
     */
    public Fault pass(int length, int following) {
        at += length;
        next = following;
        return Fault.NONE;
    }

    /**
     * Stops at a header.
     *
     * @param fault why
     * @param bytesNeeded what it needs
     * @return the fault
     */
    public Fault stop(Fault fault, int bytesNeeded) {
        needed = bytesNeeded;
        had = left();
        return fault;
    }

    /**
     * Goes past a header of a frame that ends with a trailer, as long as the frame was on the wire. One that was too short
     * for both is cut: its trailer would begin in the header.
     */
    Fault passTrailed(int length, int trailer, int following) {
        Fault fault = trailer(length, trailer);
        return fault == Fault.NONE ? pass(length, following) : fault;
    }

    /** Leaves a trailer out of what is behind a header, or stops where there is not enough for both. */
    Fault trailer(int header, int length) {
        if (declaredEnd - at < header + length) {
            return stop(Fault.CUT_BY_CAPTURE, header + length);
        }
        clip(declaredEnd - length);
        return Fault.NONE;
    }

    /** Notes that another packet of the frame begins behind this one, in what is left. */
    void branch(ByteBuffer bytes, int from, int protocol) {
        if (from < end) {
            branches.push(bytes, this, from, protocol);
        }
    }

    /** Bounds the rest by a length that an IP header declares; within a tunnel never by more than the tunnel holds. */
    void bound(long declared) {
        lengthUnknown = inIp && declared > declaredEnd; // then the rest is lost, and a checksum covers what is not here
        declaredEnd = lengthUnknown ? declaredEnd : declared;
        end = (int) Math.min(end, declaredEnd);
        inIp = true;
    }

    /** Bounds the rest by where another header lets it end at the latest, which is not before {@link #at}. */
    void clip(long last) {
        declaredEnd = Math.min(declaredEnd, last);
        end = (int) Math.min(end, declaredEnd);
    }
}
