package io.icmpscope.report;

import java.io.Serializable;

/**
 * Echo requests whose data looks alike.
 *
 * @param name a short name of the class, such as {@code "linux-iputils"}
 * @param implies what such data says about the sender
 * @param confidence how sure that is
 * @param count how many requests
 * @param exampleFrame the frame of the first of them
 */
public record PayloadClassCount(String name, String implies, Confidence confidence, long count, long exampleFrame)
        implements Serializable {}
