package io.icmpscope.internal.analysis.echo;

import java.io.Serializable;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * Finds sessions by a hash, in one table without chains. Beside the number of a session an entry has what bits are left for its
 * hash, so that hardly a row is looked at in vain. For one thread.
 */
final class SessionIndex implements Serializable {

    static final int NONE = -1;

    private static final int FREE = 0;
    private static final int DROPPED = 1; // whoever searches goes on behind it
    private static final int FIRST = 2; // the entry of session 0, without its hash

    private int[] entries = new int[16];
    private int used; // entries that are not free
    private int sessionBits = 8; // of an entry
    private int at;
    private int hash;

    /** Begins to search for the sessions of a hash: gives the first, or {@link #NONE}. */
    int first(int wanted) {
        hash = wanted;
        at = wanted & entries.length - 1;
        return candidate();
    }

    /** Goes on: gives the next session of that hash, or {@link #NONE}. */
    int next() {
        at = at + 1 & entries.length - 1;
        return candidate();
    }

    private int candidate() {
        for (int entry = entries[at]; entry != FREE; entry = entries[at]) {
            int session = session(entry);
            if (session >= 0 && (entry ^ hash) >>> sessionBits == 0) {
                return session;
            }
            at = at + 1 & entries.length - 1;
        }
        return NONE;
    }

    private int session(int entry) {
        return (entry & (1 << sessionBits) - 1) - FIRST;
    }

    private int entry(int wanted, int session) {
        return ((wanted >>> sessionBits) << sessionBits) | (session + FIRST);
    }

    /** Puts another session in the place of the one that was found last. */
    void replace(int session) {
        entries[at] = entry(entries[at], session);
    }

    /** Whether a session can be put before all is put anew. */
    boolean hasRoomFor(int session) {
        return used < entries.length / 4 * 3 && (session + FIRST) >>> sessionBits == 0;
    }

    /** Forgets all, and makes room for twice so many sessions, of numbers up to twice the largest. */
    void clear(int sessions, int largest) {
        int places = entries.length;
        while (places / 2 < sessions) {
            places *= 2;
        }
        entries = new int[places];
        used = 0;
        sessionBits = Math.max(sessionBits, Integer.SIZE + 1 - Integer.numberOfLeadingZeros(largest + FIRST));
    }

    /** Puts in a session that is not there. */
    void put(int wanted, int session) {
        int place = wanted & entries.length - 1;
        while (entries[place] != FREE && entries[place] != DROPPED) {
            place = place + 1 & entries.length - 1;
        }
        used += entries[place] == FREE ? 1 : 0;
        entries[place] = entry(wanted, session);
    }

    /** Puts others in the place of some sessions, or none where there is {@link #NONE}. */
    void replaceAll(BitSet sessions, IntUnaryOperator others) {
        for (int i = 0; i < entries.length; i++) {
            int session = session(entries[i]);
            if (session >= 0 && sessions.get(session)) {
                int other = others.applyAsInt(session);
                entries[i] = other == NONE ? DROPPED : entry(entries[i], other);
            }
        }
    }
}
