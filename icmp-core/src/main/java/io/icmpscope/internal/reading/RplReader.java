package io.icmpscope.internal.reading;

import io.icmpscope.internal.wire.Icmp;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.Rpl;
import org.jspecify.annotations.Nullable;

/** Messages of RPL: RFC 6550 section 6. The first part is that of a code, behind the security section where there is one. */
final class RplReader {

    private static final String LAYER = "rpl";

    private static final int CODE = 1; // offset in the message
    private static final int SECURE = 0x80; // a bit of the code

    private static final int SOLICITATION = 0x00; // codes
    private static final int OBJECT = 0x01;
    private static final int ADVERTISEMENT = 0x02;
    private static final int ACKNOWLEDGMENT = 0x03;
    private static final int CONSISTENCY_CHECK = 0x0A; // with security only

    private RplReader() {}

    static IcmpMessage read(MessageBytes in) {
        int code = in.u8(CODE);
        if ((code & SECURE) == 0) {
            return code == CONSISTENCY_CHECK
                    ? new Rpl.Other(null, code, in.bodyLength())
                    : body(in, code, null, Icmp.HEADER, in.length());
        }
        RplSecurityReader section = new RplSecurityReader(in, Icmp.HEADER);
        Rpl.Security security = section.read();
        if (security == null || section.isEncrypted(security)) {
            return new Rpl.Other(security, code, Math.max(0, in.length() - section.end()));
        }
        return body(in, code, security, section.end(), in.length() - section.checkBytes(security));
    }

    private static IcmpMessage body(MessageBytes in, int code, Rpl.@Nullable Security security, int at, int end) {
        int needed = RplBodyReader.neededBytes(code & ~SECURE);
        if (needed == RplBodyReader.UNKNOWN || end - at < needed) {
            if (needed != RplBodyReader.UNKNOWN) {
                in.problem(LAYER, at, needed, Math.max(0, end - at), "it ends too early");
            }
            return new Rpl.Other(security, code, Math.max(0, in.length() - at));
        }
        RplBodyReader body = new RplBodyReader(in, security, at, end);
        return switch (code & ~SECURE) {
            case SOLICITATION -> body.solicitation();
            case OBJECT -> body.object();
            case ADVERTISEMENT -> body.advertisement();
            case ACKNOWLEDGMENT -> body.acknowledgment();
            default -> body.consistencyCheck();
        };
    }
}
