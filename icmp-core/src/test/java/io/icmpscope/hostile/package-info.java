/**
 * Captures that were made to harm whoever reads them. Each is read by the front door in a JVM with {@code -Xmx64m}, within 2
 * seconds (the tests wait ten times that; a million packets take longer): what can be read is in the report, the damage is a
 * warning with the byte offset, and nothing is thrown but the typed exception.
 *
 * <p>README.md of this module has the table: which capture, which test.
 */
package io.icmpscope.hostile;
