package io.icmpscope.internal.analysis.echo;

import java.io.Serializable;

/**
 * One row of numbers among others in an array of longs: words, or halves of words. What they mean, its subclasses say. It is
 * moved from row to row, so that no row is an object. For one thread.
 */
abstract class Row implements Serializable {

    private static final long HALF = 0xFFFF_FFFFL;

    /** Holds the row, and others. */
    long[] page = {};

    /** Where the row begins. */
    int at;

    /** Moves to where a row begins in an array. */
    @SuppressWarnings("ReferenceEquality") // the dear writing of a reference is spared where it is there already
    final void moveTo(long[] rows, int begin) {
        if (page != rows) {
            page = rows;
        }
        at = begin;
    }

    final long word(int word) {
        return page[at + word];
    }

    final void word(int word, long value) {
        page[at + word] = value;
    }

    /** Half a word: the lower halves of all words have even numbers, the upper ones the odd numbers behind them. */
    final int half(int half) {
        return (int) (page[at + (half >> 1)] >>> shift(half));
    }

    final void half(int half, int value) {
        int word = at + (half >> 1);
        page[word] = (page[word] & ~(HALF << shift(half))) | ((value & HALF) << shift(half));
    }

    /** Writes a half of an even number and the one behind it. */
    final void pair(int half, int lower, int upper) {
        page[at + (half >> 1)] = (long) upper << Integer.SIZE | (lower & HALF);
    }

    private static int shift(int half) {
        return (half & 1) * Integer.SIZE;
    }
}
