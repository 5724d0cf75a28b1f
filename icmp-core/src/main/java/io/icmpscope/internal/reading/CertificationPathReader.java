package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.CertificationPath;
import io.icmpscope.message.IcmpMessage;

/** Certification path solicitation and advertisement: RFC 3971 sections 6.4.1 and 6.4.2. */
final class CertificationPathReader {

    private static final String LAYER = "certification-path";

    private static final int SOLICITED_COMPONENT = 6; // offsets in the solicitation
    private static final int SOLICITATION_OPTIONS = 8;

    private static final int ALL_COMPONENTS = 6; // offsets in the advertisement
    private static final int COMPONENT = 8;
    private static final int ADVERTISEMENT_OPTIONS = 12;

    private CertificationPathReader() {}

    static IcmpMessage readSolicitation(MessageBytes in) {
        NeighborRules.check(in, LAYER);
        return new CertificationPath.Solicitation(
                in.u16(Icmp.IDENTIFIER), in.u16(SOLICITED_COMPONENT), NdpOptions.read(in, SOLICITATION_OPTIONS));
    }

    /** Unlike the others, it may come in fragments: RFC 6980 section 5. */
    static IcmpMessage readAdvertisement(MessageBytes in) {
        NeighborRules.checkFragmented(in, LAYER);
        return new CertificationPath.Advertisement(
                in.u16(Icmp.IDENTIFIER),
                in.u16(ALL_COMPONENTS),
                in.u16(COMPONENT),
                NdpOptions.read(in, ADVERTISEMENT_OPTIONS));
    }
}
