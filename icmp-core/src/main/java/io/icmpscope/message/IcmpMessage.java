package io.icmpscope.message;

import java.io.Serializable;

/**
 * What an ICMP message says, without the type and code that stand beside it in its packet entry.
 *
 * <p>Every message has a value here: one that no record describes is an {@link UnknownMessage}. All implementations are
 * immutable records, safe to keep and to share between threads. Numbers are unsigned unless they say otherwise.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc792">RFC 792</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4443">RFC 4443</a>
 */
public sealed interface IcmpMessage extends Serializable
        permits IcmpError,
                IcmpQuery,
                CertificationPath,
                DuplicateAddress,
                ExperimentalMobility,
                FastHandover,
                LocatorUpdate,
                MobileIpv6,
                MplControl,
                MulticastListener,
                MulticastRouter,
                NeighborDiscovery,
                NodeInformation,
                RouterAdvertisementV4,
                RouterRenumbering,
                RouterSolicitationV4,
                Rpl,
                TracerouteReport,
                UnknownMessage {}
