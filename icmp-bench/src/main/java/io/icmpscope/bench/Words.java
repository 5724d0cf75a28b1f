package io.icmpscope.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words of a command line, understood or refused with what could stand there. */
final class Words {

    private Words() {}

    static <E extends Enum<E>> E oneOf(Class<E> choices, String what, String word) {
        for (E choice : choices.getEnumConstants()) {
            if (name(choice).equals(word.toLowerCase(Locale.ROOT))) {
                return choice;
            }
        }
        throw new IllegalArgumentException(what + ": "
                + Arrays.stream(choices.getEnumConstants()).map(Words::name).collect(Collectors.joining(", "))
                + ", not " + word);
    }

    static long number(String what, String word, long least, long most) {
        try {
            long number = Long.parseLong(word);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new IllegalArgumentException(what + ": a number from " + least + " to " + most + ", not " + word);
    }

    private static String name(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
