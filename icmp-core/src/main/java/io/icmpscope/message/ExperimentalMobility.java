package io.icmpscope.message;

/**
 * A message of an experimental mobility protocol such as Seamoby: ICMPv4 type 41, ICMPv6 type 150.
 *
 * @param subtype which protocol's, 0 to 255
 * @param optionBytes how many bytes of options were captured behind the eight of its header
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4065">RFC 4065</a>
 */
public record ExperimentalMobility(int subtype, int optionBytes) implements IcmpMessage {}
