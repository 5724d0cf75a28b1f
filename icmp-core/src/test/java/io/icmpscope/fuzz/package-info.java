/**
 * Captures and packets that nobody would record: damaged by a {@link io.icmpscope.fuzz.Damage} that a seed decides, or made by
 * a fuzzer that watches which branches they reach. Whatever comes, what must hold holds: {@link io.icmpscope.fuzz.Verdict}.
 */
package io.icmpscope.fuzz;
