package io.icmpscope.message;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message of the routing protocol for low-power networks: ICMPv6 type 155, told apart by its code. A code with the bit
 * 0x80 has a security section first; what is encrypted behind it is an {@link Other}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6">RFC 6550, section 6</a>
 */
public sealed interface Rpl extends IcmpMessage {

    /**
     * Returns how the message is secured.
     *
     * @return its security section, or null without one
     */
    @Nullable
    Security security();

    /**
     * How a message is secured. Nothing is verified.
     *
     * @param counterIsTime T: the counter is a timestamp
     * @param algorithm 0 for CCM with AES-128 and RSA with SHA-256; up to 255
     * @param keyMode KIM: 0 group key, 1 key of a pair, 2 group key with its source, 3 signature, and maybe a group key
     * @param level LVL: 0 to 7; the odd ones up to 3 encrypt
     * @param counter 0 to 2^32 - 1
     * @param keySource 8 bytes as 16 hexadecimal digits, or null
     * @param keyIndex 0 to 255, or null
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.1">RFC 6550, section 6.1</a>
     */
    record Security(
            boolean counterIsTime,
            int algorithm,
            int keyMode,
            int level,
            long counter,
            @Nullable String keySource,
            @Nullable Integer keyIndex)
            implements Serializable {}

    /**
     * A node asks for routing information: code 0x00 or 0x80.
     *
     * @param security how it is secured
     * @param options what else it says
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.2">RFC 6550, section 6.2</a>
     */
    record InformationSolicitation(@Nullable Security security, List<RplOption> options) implements Rpl {
        /** Keeps a copy of the list. */
        public InformationSolicitation {
            options = List.copyOf(options);
        }
    }

    /**
     * A router says where it stands in a graph: code 0x01 or 0x81.
     *
     * @param security how it is secured
     * @param instanceId 0 to 255
     * @param version of the graph, 0 to 255
     * @param rank its distance from the root, 0 to 65,535; 65,535 for infinite
     * @param grounded G: the graph reaches the goal
     * @param modeOfOperation MOP: 0 no downward routes, 1 non-storing, 2 storing, 3 storing with multicast; up to 7
     * @param preference how good the root is, 0 to 7, greater is better
     * @param triggerSequence DTSN: 0 to 255
     * @param dodagId names the graph
     * @param options what else it says
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.3">RFC 6550, section 6.3</a>
     */
    record InformationObject(
            @Nullable Security security,
            int instanceId,
            int version,
            int rank,
            boolean grounded,
            int modeOfOperation,
            int preference,
            int triggerSequence,
            IpAddress dodagId,
            List<RplOption> options)
            implements Rpl {
        /** Keeps a copy of the list. */
        public InformationObject {
            options = List.copyOf(options);
        }
    }

    /**
     * A node tells how it is reached: code 0x02 or 0x82.
     *
     * @param security how it is secured
     * @param instanceId 0 to 255
     * @param acknowledgmentWanted K: it wants to be answered
     * @param sequence 0 to 255
     * @param dodagId names the graph; null when the instance does
     * @param options targets and the ways to them
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.4">RFC 6550, section 6.4</a>
     */
    record DestinationAdvertisement(
            @Nullable Security security,
            int instanceId,
            boolean acknowledgmentWanted,
            int sequence,
            @Nullable IpAddress dodagId,
            List<RplOption> options)
            implements Rpl {
        /** Keeps a copy of the list. */
        public DestinationAdvertisement {
            options = List.copyOf(options);
        }
    }

    /**
     * The answer to that: code 0x03 or 0x83.
     *
     * @param security how it is secured
     * @param instanceId 0 to 255
     * @param sequence of what is answered, 0 to 255
     * @param status 0 accepted, 1 to 127 accepted but not gladly, 128 to 255 rejected
     * @param dodagId names the graph; null when the instance does
     * @param options what else it says
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.5">RFC 6550, section 6.5</a>
     */
    record DestinationAcknowledgment(
            @Nullable Security security,
            int instanceId,
            int sequence,
            int status,
            @Nullable IpAddress dodagId,
            List<RplOption> options)
            implements Rpl {
        /** Keeps a copy of the list. */
        public DestinationAcknowledgment {
            options = List.copyOf(options);
        }
    }

    /**
     * A node checks the counter of another: code 0x8A.
     *
     * @param security how it is secured
     * @param instanceId 0 to 255
     * @param response R: it is the answer
     * @param nonce 0 to 65,535
     * @param dodagId names the graph
     * @param destinationCounter the counter that the sender has of the receiver, 0 to 2^32 - 1
     * @param options what else it says
     * @see <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.6">RFC 6550, section 6.6</a>
     */
    record ConsistencyCheck(
            @Nullable Security security,
            int instanceId,
            boolean response,
            int nonce,
            IpAddress dodagId,
            long destinationCounter,
            List<RplOption> options)
            implements Rpl {
        /** Keeps a copy of the list. */
        public ConsistencyCheck {
            options = List.copyOf(options);
        }
    }

    /**
     * A message of another code, or one that is encrypted or too short for its layout.
     *
     * @param security how it is secured
     * @param code 0 to 255
     * @param bodyBytes how many bytes were captured behind checksum and security section
     */
    record Other(@Nullable Security security, int code, int bodyBytes) implements Rpl {}
}
