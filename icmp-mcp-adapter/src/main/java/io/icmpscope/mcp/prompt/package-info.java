/**
 * What users may ask a model to find out with our tools: the prompts, in files beside these classes, and the completion of
 * their argument.
 */
@NullMarked
package io.icmpscope.mcp.prompt;

import org.jspecify.annotations.NullMarked;
