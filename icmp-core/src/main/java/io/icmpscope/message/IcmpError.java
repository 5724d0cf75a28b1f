package io.icmpscope.message;

/**
 * A message about another datagram, whose beginning it quotes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1122#section-3.2.2">RFC 1122, section 3.2.2</a>
 */
public sealed interface IcmpError extends IcmpMessage
        permits ConversionError,
                DestinationUnreachable,
                PacketTooBig,
                ParameterProblem,
                Redirect,
                SecurityFailure,
                SourceQuench,
                TimeExceeded,
                UnknownIcmpError {

    /**
     * Returns the datagram that the message is about, as far as it was quoted.
     *
     * @return the quoted datagram; one of zero {@link QuotedDatagram#quotedBytes() quoted bytes} when nothing was quoted
     */
    QuotedDatagram quoted();
}
