/** A tower built wrong, one class a mistake, to show that the rules of {@code FloorsTest} can fail. */
package io.icmpscope.broken;
