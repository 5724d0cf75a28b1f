package io.icmpscope.mcp.text;

import static io.icmpscope.mcp.words.Figures.count;

import io.icmpscope.mcp.words.Figures;
import io.icmpscope.message.IpAddress;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import io.icmpscope.report.MulticastGroup;
import io.icmpscope.report.Neighbor;
import io.icmpscope.report.Neighbor.DuplicateCheck.Result;
import io.icmpscope.report.Neighbor.LinkAddress;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Neighbours and multicast groups as tables. */
final class TextLink {

    private static final int MAX_NEIGHBORS = 20;
    private static final int MAX_GROUPS = 15;
    private static final int MAX_IN_A_CELL = 3;

    private TextLink() {}

    static void write(TextPage page, IcmpReport report) {
        TextRouters.write(page, report.routers());
        neighbors(page, report.neighbors());
        groups(page, report.multicast());
    }

    private static void neighbors(TextPage page, Listing<Neighbor> neighbors) {
        if (neighbors.total() == 0) {
            return;
        }
        TextTable table = new TextTable()
                .words("address")
                .words("link address")
                .words("from")
                .words("router")
                .figures("changes")
                .words("duplicate address check");
        List<Neighbor> shown = neighbors.entries().stream().limit(MAX_NEIGHBORS).toList();
        shown.forEach(neighbor -> table.row(
                neighbor.address().toString(),
                cell(neighbor.linkAddresses(), LinkAddress::linkAddress),
                neighbor.linkAddresses().entries().stream()
                        .map(LinkAddress::source)
                        .findFirst()
                        .orElse(Figures.NONE),
                neighbor.router() ? "yes" : "",
                count(neighbor.changes()),
                checks(neighbor)));
        page.title("Neighbours");
        page.table(table, neighbors.total() - shown.size());
    }

    /** How often which result came, the worst first. */
    private static String checks(Neighbor neighbor) {
        StringBuilder words = new StringBuilder();
        add(words, neighbor.conflicts(), "DUPLICATE");
        add(words, times(neighbor, Result.LOOPED_BACK), "looped back");
        add(words, times(neighbor, Result.PENDING), "pending");
        add(words, times(neighbor, Result.UNIQUE), "unique");
        add(words, neighbor.duplicateChecks().omitted(), "not listed");
        return words.toString();
    }

    private static long times(Neighbor neighbor, Result result) {
        return neighbor.duplicateChecks().entries().stream()
                .filter(check -> check.result() == result)
                .count();
    }

    private static void add(StringBuilder words, long times, String word) {
        if (times > 0) {
            words.append(words.isEmpty() ? "" : ", ").append(word).append(times == 1 ? "" : " (" + count(times) + ")");
        }
    }

    private static void groups(TextPage page, Listing<MulticastGroup> groups) {
        if (groups.total() == 0) {
            return;
        }
        TextTable table = new TextTable()
                .words("group")
                .words("MLD")
                .figures("reports")
                .figures("queries")
                .figures("listeners")
                .words("such as")
                .words("asked by");
        List<MulticastGroup> shown = groups.entries().stream().limit(MAX_GROUPS).toList();
        shown.forEach(group -> table.row(
                group.group().toString().equals("::")
                        ? "all groups (::)"
                        : group.group().toString(),
                group.version() == null ? Figures.NONE : "v" + group.version(),
                count(group.reports()),
                count(group.queries()),
                count(group.listeners().total()),
                cell(group.listeners(), IpAddress::toString),
                cell(group.queriers(), IpAddress::toString)));
        page.title("Multicast groups");
        page.table(table, groups.total() - shown.size());
    }

    private static <T> String cell(Listing<T> listing, Function<T, String> word) {
        String first = listing.entries().stream().limit(MAX_IN_A_CELL).map(word).collect(Collectors.joining(", "));
        long more = listing.total() - Math.min(listing.entries().size(), MAX_IN_A_CELL);
        return more > 0 ? first + " and " + count(more) + " more" : first;
    }
}
