package io.icmpscope.report;

import java.time.Duration;

/**
 * Round-trip times as ping sums them up: over every answer, duplicates included.
 *
 * @param count how many round trips were measured, at least 1
 * @param min the shortest
 * @param avg the mean, rounded down to the nanosecond
 * @param max the longest
 * @param mdev the standard deviation of the population, as ping prints it
 */
public record RttSummary(long count, Duration min, Duration avg, Duration max, Duration mdev) {}
