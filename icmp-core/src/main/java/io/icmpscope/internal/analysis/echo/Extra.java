package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.analysis.collect.RttTally;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What only some sessions have, beside their rows. */
final class Extra implements Serializable {

    /** What most have nothing of. */
    @Nullable
    Oddities oddities;

    /** All round trips, once one was too long for the row. */
    @Nullable
    RttTally roundTrips;
}
