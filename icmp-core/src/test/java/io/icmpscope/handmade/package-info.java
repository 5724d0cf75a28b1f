/** Captures and packets put together by hand from the pictures in the RFCs: numbers one behind the other, nothing clever. */
package io.icmpscope.handmade;
