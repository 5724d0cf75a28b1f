package io.icmpscope.internal.analysis.link;

import io.icmpscope.internal.analysis.collect.Collector;
import io.icmpscope.internal.analysis.collect.KeptMap;
import io.icmpscope.internal.analysis.collect.ReportDraft;
import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.MulticastListener;
import io.icmpscope.message.MulticastListener.AddressRecord;
import io.icmpscope.message.MulticastListener.Done;
import io.icmpscope.message.MulticastListener.Query;
import io.icmpscope.message.MulticastListener.QueryVersion2;
import io.icmpscope.message.MulticastListener.Report;
import io.icmpscope.message.MulticastListener.ReportVersion2;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.MulticastGroup;
import java.util.Comparator;

/** Who listens to which multicast group, and who asks for listeners? */
public final class MulticastFold implements Collector {

    private static final int FIRST_TYPE = 130; // query, report, done
    private static final int LAST_TYPE = 132;
    private static final int REPORT_VERSION_2 = 143;

    private static final int IS_IN = 1; // types of records, RFC 9777 section 5.2.12
    private static final int IS_EX = 2;
    private static final int TO_IN = 3;
    private static final int TO_EX = 4;
    private static final int ALLOW = 5;

    private static final IpAddress ALL = IpAddress.v6(0, 0); // what general queries are about

    private final KeptMap<IpAddress, GroupWords> groups;

    /**
     * Makes a fold that has seen nothing.
     *
     * @param options how many groups to keep
     */
    public MulticastFold(AnalysisOptions options) {
        groups = new KeptMap<>(LinkTables.ofLists(options));
    }

    @Override
    public void see(PacketView view) {
        int type = view.type();
        boolean known = (type >= FIRST_TYPE && type <= LAST_TYPE) || type == REPORT_VERSION_2;
        if (known
                && view.icmpVersion() == 6
                && view.ipVersion() == 6
                && view.message() instanceof MulticastListener said) {
            heard(view.source(), said);
        }
    }

    private void heard(IpAddress who, MulticastListener said) {
        if (said instanceof Report report) {
            reported(report.group(), who, true, 1);
        } else if (said instanceof Done done) {
            reported(done.group(), who, false, 1);
        } else if (said instanceof ReportVersion2 report) {
            for (AddressRecord record : report.records()) {
                reported(record.group(), who, listens(record), 2);
            }
        } else if (said instanceof Query query) {
            asked(query.group(), who, 1);
        } else if (said instanceof QueryVersion2 query) {
            asked(query.group(), who, 2);
        }
    }

    /** A node listens to sources that it names, or to all but those; one that includes none, or only blocks some, leaves. */
    private static boolean listens(AddressRecord record) {
        return switch (record.type()) {
            case IS_EX, TO_EX -> true;
            case IS_IN, TO_IN, ALLOW -> record.declaredSources() > 0;
            default -> false;
        };
    }

    private void reported(IpAddress group, IpAddress who, boolean listens, int version) {
        GroupWords words = group.isMulticast() ? groups.of(group, GroupWords::new) : null;
        if (words != null) {
            words.reported(who, listens, version);
        }
    }

    private void asked(IpAddress group, IpAddress who, int version) {
        GroupWords words = group.isMulticast() || group.equals(ALL) ? groups.of(group, GroupWords::new) : null;
        if (words != null) {
            words.asked(who, version);
        }
    }

    /** Only one of the two parts has seen the link, so no group is in both. */
    @Override
    public void merge(Collector other) {
        groups.merge(((MulticastFold) other).groups, (mine, theirs) -> {});
    }

    @Override
    public void contribute(ReportDraft draft) {
        groups.tellLimit("multicast groups", draft);
        draft.multicast = groups.listing(
                draft.options.maxListed(),
                (group, words) -> words.group(group),
                Comparator.comparing(MulticastGroup::group));
    }
}
