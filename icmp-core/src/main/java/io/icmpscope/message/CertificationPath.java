package io.icmpscope.message;

import java.util.List;

/**
 * A host asks for the certificates of a router, or the router answers: ICMPv6 types 148 and 149.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3971#section-6.4">RFC 3971, section 6.4</a>
 */
public sealed interface CertificationPath extends IcmpMessage {

    /**
     * Returns the number that pairs an answer with its question.
     *
     * @return 0 to 65,535; 0 in an answer that nobody asked for
     */
    int identifier();

    /**
     * Returns which certificate of the path it is about.
     *
     * @return 0 to 65,535; in a question 65,535 for all
     */
    int component();

    /**
     * Returns trust anchors and certificates.
     *
     * @return options in their order, at most 1,024
     */
    List<NdpOption> options();

    /**
     * The question: type 148.
     *
     * @param identifier 0 to 65,535
     * @param component 0 to 65,535
     * @param options trust anchors
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3971#section-6.4.1">RFC 3971, section 6.4.1</a>
     */
    record Solicitation(int identifier, int component, List<NdpOption> options) implements CertificationPath {
        /** Keeps a copy of the list. */
        public Solicitation {
            options = List.copyOf(options);
        }
    }

    /**
     * The answer: type 149.
     *
     * @param identifier 0 to 65,535
     * @param allComponents how many certificates the path has, 0 to 65,535
     * @param component 0 to 65,535; counts down
     * @param options trust anchors and a certificate
     * @see <a href="https://www.rfc-editor.org/rfc/rfc3971#section-6.4.2">RFC 3971, section 6.4.2</a>
     */
    record Advertisement(int identifier, int allComponents, int component, List<NdpOption> options)
            implements CertificationPath {
        /** Keeps a copy of the list. */
        public Advertisement {
            options = List.copyOf(options);
        }
    }
}
