package io.icmpscope.message;

import java.io.Serializable;
import java.util.List;

/**
 * An option of neighbour discovery. Messages of Mobile IPv6, SEND and fast handovers carry them too.
 *
 * <p>Options that belong to one protocol stand together in an interface below this one. Bytes without a meaning to us are
 * kept as hexadecimal digits, at most 32 bytes of them. Text is the sender's, so it is not to be trusted: it is kept as
 * it came, decoded as UTF-8, at most 255 characters; control characters are for whoever prints it to escape.
 *
 * @see <a href="https://www.iana.org/assignments/icmpv6-parameters">Registry of option types</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4.6">RFC 4861, section 4.6</a>
 */
public sealed interface NdpOption extends Serializable
        permits NdpOption.LinkLayerAddress,
                NdpOption.PrefixInformation,
                NdpOption.RedirectedHeader,
                NdpOption.Mtu,
                NdpOption.NbmaShortcutLimit,
                NdpOption.AddressList,
                NdpOption.UnknownOption,
                HandoverOption,
                LowPanOption,
                RouterOption,
                SendOption {

    /**
     * Returns which option it is.
     *
     * @return its number in the registry, 0 to 255
     */
    int type();

    /**
     * The link-layer address of the sender (type 1) or of the target (type 2).
     *
     * @param type 1 or 2
     * @param address its octets as hexadecimal digits with colons, such as {@code "00:00:5e:00:53:01"}; six on Ethernet,
     *     elsewhere padding may follow the address; at most 32 octets
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4.6.1">RFC 4861, section 4.6.1</a>
     */
    record LinkLayerAddress(int type, String address) implements NdpOption {}

    /**
     * A prefix of the link: type 3.
     *
     * @param prefix its bits, those beyond the length as sent
     * @param prefixLength how many bits count, 0 to 128; more is a sender's error and is kept
     * @param onLink L: addresses in it are on the link
     * @param autonomous A: hosts may make themselves addresses in it
     * @param routerAddress R: the prefix is the router's own address, RFC 6275 section 7.2
     * @param delegation P: hosts should rather ask DHCPv6 for a prefix of their own, RFC 9762
     * @param validLifetimeSeconds how long it is on the link, 0 to 2^32 - 1 s; 2^32 - 1 for ever
     * @param preferredLifetimeSeconds how long addresses in it are preferred, 0 to 2^32 - 1 s; 2^32 - 1 for ever
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4.6.2">RFC 4861, section 4.6.2</a>
     */
    record PrefixInformation(
            IpAddress prefix,
            int prefixLength,
            boolean onLink,
            boolean autonomous,
            boolean routerAddress,
            boolean delegation,
            long validLifetimeSeconds,
            long preferredLifetimeSeconds)
            implements NdpOption {
        @Override
        public int type() {
            return 3;
        }
    }

    /**
     * The beginning of the datagram that a redirect is about: type 4.
     *
     * @param quoted the datagram; zeros that pad the option count as quoted
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4.6.3">RFC 4861, section 4.6.3</a>
     */
    record RedirectedHeader(QuotedDatagram quoted) implements NdpOption {
        @Override
        public int type() {
            return 4;
        }
    }

    /**
     * The MTU that all nodes of the link are to use: type 5.
     *
     * @param mtu 0 to 2^32 - 1 bytes as sent; below 1280 is a sender's error and is kept
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4861#section-4.6.4">RFC 4861, section 4.6.4</a>
     */
    record Mtu(long mtu) implements NdpOption {
        @Override
        public int type() {
            return 5;
        }
    }

    /**
     * How far a shortcut through a non-broadcast network may go: type 6.
     *
     * @param limit 0 to 255 hops
     * @see <a href="https://www.rfc-editor.org/rfc/rfc2491#section-7.2">RFC 2491, section 7.2</a>
     */
    record NbmaShortcutLimit(int limit) implements NdpOption {
        @Override
        public int type() {
            return 6;
        }
    }

    /**
     * Addresses of the sender (type 9) or of the target (type 10) of inverse neighbour discovery.
     *
     * @param type 9 or 10
     * @param addresses in their order
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3122#section-3.1">RFC 3122, section 3.1</a>
     */
    record AddressList(int type, List<IpAddress> addresses) implements NdpOption {
        /** Keeps a copy of the list. */
        public AddressList {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * An option whose layout is not known, or that has not the length its layout needs.
     *
     * @param type its number, 0 to 255
     * @param lengthBytes its length as it says, 8 to 2,040 bytes, type and length included
     * @param data what was captured behind type and length, at most the first 32 bytes, as hexadecimal digits
     */
    record UnknownOption(int type, int lengthBytes, String data) implements NdpOption {}
}
