package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.finding.Say;
import io.icmpscope.message.IpAddress;
import java.util.List;
import java.util.Set;

/** Which of the rules that messages break are worth which finding. They are known by the words of their readers. */
final class Rulings {

    static final String LIST_ENDS = "an option of length 0 or of one byte ends the list";
    static final String HOP_LIMIT = "the hop limit is not 255";
    static final String NOT_LINK_LOCAL = "the source is not link-local";

    private static final String SERVERS = "rdnss"; // layers
    private static final String SEARCH_LIST = "dnssl";
    private static final String TOO_SHORT = "it is shorter than its layout";
    private static final String LAST_ADDRESS_CUT = "the length is even, so the last address is cut";
    private static final String LABEL_BEYOND = "a label reaches beyond the end";

    private static final int ADVERTISEMENT = 134;
    private static final int FIRST_DISCOVERY = 133;
    private static final int LAST_DISCOVERY = 137;
    private static final int UNIT = 8; // bytes, in which lengths of options are counted

    private static final String FRAGMENTED = "it has a fragment header, so receivers ignore it";

    private static final Set<String> FROM_ELSEWHERE = Set.of(HOP_LIMIT, NOT_LINK_LOCAL);

    private Rulings() {}

    /** Says whether so many bytes are an even number of units. */
    static boolean isEven(long bytes) {
        return bytes > 0 && bytes / UNIT % 2 == 0;
    }

    /** CVE-2020-16898: DNS servers in an option of even length, of which the last eight bytes are read as an option. */
    static boolean isServersOfEvenLength(Violation one) {
        boolean text = one.text().equals(LAST_ADDRESS_CUT) || one.text().equals(TOO_SHORT);
        return isAdvertisement(one) && one.layer().equals(SERVERS) && text && isEven(one.had());
    }

    /** CVE-2020-16899: a domain name that is longer than its option. */
    static boolean isDomainBeyondItsOption(Violation one) {
        return isAdvertisement(one)
                && one.layer().equals(SEARCH_LIST)
                && one.text().equals(LABEL_BEYOND);
    }

    /** An option without a length, at which readers may stay for ever. */
    static boolean isOptionWithoutLength(Violation one) {
        return isAdvertisement(one) && one.text().equals(LIST_ENDS) && one.had() == 0;
    }

    static boolean isMalformedAdvertisement(Violation one) {
        return isServersOfEvenLength(one) || isDomainBeyondItsOption(one) || isOptionWithoutLength(one);
    }

    static boolean isOfDiscovery(Violation one) {
        return one.type() >= FIRST_DISCOVERY && one.type() <= LAST_DISCOVERY;
    }

    static boolean comesFromElsewhere(Violation one) {
        return FROM_ELSEWHERE.contains(one.text());
    }

    /** Says whether this helps to get past what guards a link: routers, or filters that do not join fragments, RFC 7113. */
    static boolean evadesGuards(Violation one) {
        return comesFromElsewhere(one) || one.text().equals(FRAGMENTED);
    }

    /** What is wrong, without what follows from it. */
    static String wrong(Violation one) {
        return one.text().equals(FRAGMENTED) ? "it has a fragment header" : one.text();
    }

    static String senders(List<IpAddress> sources) {
        int others = sources.size() - 1;
        String first = sources.get(0).equals(LinkMessage.UNSPECIFIED)
                ? "a node without an address"
                : sources.get(0).toString();
        return first + (others > 0 ? " and " + Say.count(others, "other") : "");
    }

    private static boolean isAdvertisement(Violation one) {
        return one.type() == ADVERTISEMENT;
    }
}
