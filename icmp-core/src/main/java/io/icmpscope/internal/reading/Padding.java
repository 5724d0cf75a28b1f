package io.icmpscope.internal.reading;

/** Padding at the end of an option whose length stands in the option. */
final class Padding {

    private Padding() {}

    /** Finds where the padding begins, which is not before the field in front of it. */
    static int start(MessageBytes in, String layer, int field, int end, int length) {
        if (length > end - field) {
            in.problem(layer, field, length, end - field, "there is more padding than option");
            return field;
        }
        return end - length;
    }
}
