/**
 * The page that people look at: one HTML file without anything to load.
 *
 * <p>The template, the style and the script are files beside these classes; the script lays out what
 * {@link io.icmpscope.mcp.json} gives, and computes nothing. Knows {@code json} only.
 */
@NullMarked
package io.icmpscope.mcp.page;

import org.jspecify.annotations.NullMarked;
