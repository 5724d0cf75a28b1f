package io.icmpscope.mcp.json;

import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.message.NeighborDiscovery.RouterAdvertisement;
import io.icmpscope.message.RouterOption.CaptivePortal;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.CaptureFacts;
import io.icmpscope.report.CaptureFacts.UnsupportedLinkType;
import io.icmpscope.report.CaptureFile;
import io.icmpscope.report.ChecksumStatus;
import io.icmpscope.report.EchoReport;
import io.icmpscope.report.Finding;
import io.icmpscope.report.IcmpReport;
import io.icmpscope.report.Listing;
import io.icmpscope.report.PayloadClassCount;
import io.icmpscope.report.Rate;
import io.icmpscope.report.Statistics;
import io.icmpscope.report.Statistics.EchoPair;
import io.icmpscope.report.Statistics.RangeCount;
import io.icmpscope.report.Statistics.TypeCount;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The longest report that there can be: every list full, every entry as long as it gets. */
final class Longest {

    /** What a stranger may choose: nothing but characters that print as ten others. */
    private static final String HOSTILE = "\udbff\udffd".repeat(250);

    private static final Set<String> STRANGERS = Set.of("name", "filter", "comments", "captivePortal");

    private static final Map<String, Object> SMALL = Map.ofEntries(
            Map.entry("icmpVersion", 6),
            Map.entry("icmpType", 1),
            Map.entry("icmpCode", 3),
            Map.entry("received", 1L),
            Map.entry("pending", 1L),
            Map.entry("answered", 1L),
            Map.entry("checksumStatus", ChecksumStatus.UNVERIFIED),
            Map.entry("estimated", true),
            Map.entry("path", "vlan 4095"),
            Map.entry("layer", "ipv6 routing"),
            Map.entry("format", "pcapng"),
            Map.entry("byteOrder", "little-endian"),
            Map.entry("annotation", "!F-4294967295"),
            Map.entry("preference", "-2147483648"),
            Map.entry("linkAddress", "02:00:5e:10:00:01"),
            Map.entry("source", "router advertisement"));

    private static final int LISTED = 1_000; // entries of a list of the report
    private static final int INNER = 16; // entries of a list in an entry

    private final @Nullable String file;

    private Longest(@Nullable String file) {
        this.file = file;
    }

    static IcmpReport report() {
        return (IcmpReport) new Longest(null).record(IcmpReport.class);
    }

    /** The same of so many captures. */
    static IcmpReport timeline(String name, int captures) {
        Longest longest = new Longest(name);
        CaptureFile capture = (CaptureFile) longest.record(CaptureFile.class);
        return ((IcmpReport) longest.record(IcmpReport.class)).withCaptures(Collections.nCopies(captures, capture));
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> of(component.getGenericType(), component.getName(), type))
                .toArray();
        try {
            return type.getConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(type + " cannot be made", impossible);
        }
    }

    private @Nullable Object of(Type type, String name, Class<?> owner) {
        if (type instanceof ParameterizedType list) {
            return many(list, name, owner);
        }
        Class<?> of = (Class<?>) type;
        Object small = SMALL.get(name);
        if (small != null && (of.isInstance(small) || of.isPrimitive())) {
            return small;
        }
        return of == String.class ? text(name, owner) : of.isRecord() ? recordOf(of) : single(of);
    }

    private @Nullable String text(String name, Class<?> owner) {
        if (name.equals("file") || owner == CaptureFile.class) {
            return file;
        }
        if (owner == Finding.class && !name.equals("references")) {
            return name.equals("id")
                    ? "FRAGMENTED-ERROR"
                    : "eighty characters, as the sentences of a finding have on average: some have more".repeat(3);
        }
        return STRANGERS.contains(name) && owner != UnsupportedLinkType.class && owner != PayloadClassCount.class
                ? HOSTILE
                : "forty characters, as our own words have";
    }

    private Object recordOf(Class<?> of) {
        if (of == IpAddress.class) {
            return IpAddress.v6(-1, -1);
        }
        if (of == AnalysisOptions.class) {
            return AnalysisOptions.defaults();
        }
        return of == MplsLabelStack.Entry.class ? new MplsLabelStack.Entry(1_048_575, 7, true, 255) : record(of);
    }

    private static Object single(Class<?> of) {
        if (of == Instant.class) {
            return Instant.parse("2026-11-23T08:00:00.123456789Z");
        }
        if (of == Duration.class) {
            return Duration.ofNanos(86_399_999_999_999L);
        }
        if (of == IcmpMessage.class) {
            return new RouterAdvertisement(
                    1, true, true, true, 0, true, 0, 1, 1, 1, Collections.nCopies(40, new CaptivePortal(HOSTILE)));
        }
        if (of.isEnum()) {
            return Arrays.stream(of.getEnumConstants())
                    .max(Comparator.comparingInt(word -> word.toString().length()))
                    .orElseThrow();
        }
        if (of == boolean.class || of == Boolean.class) {
            return false;
        }
        if (of == double.class) {
            return 123_456.789_012;
        }
        return of == int.class || of == Integer.class ? (Object) 65_535 : (Object) 9_999_999_999L;
    }

    private Object many(ParameterizedType list, String name, Class<?> owner) {
        Type entry = list.getActualTypeArguments()[0];
        List<?> entries = entries(entry, name, owner);
        return list.getRawType() == Listing.class
                ? new Listing<Object>(List.copyOf(entries), 1_000_000, true)
                : entries;
    }

    private List<?> entries(Type entry, String name, Class<?> owner) {
        if (entry == TypeCount.class) {
            return IntStream.range(0, 256)
                    .mapToObj(type -> new TypeCount(6, type, 255, 9_999_999_999L, 9_999_999_999L))
                    .collect(Collectors.toList());
        }
        if (entry == EchoPair.class) {
            return IntStream.range(0, LISTED)
                    .mapToObj(id -> new EchoPair(65_535 - id, 999_999_999L, 999_999_999L))
                    .toList();
        }
        if (entry == CaptureFile.class) {
            return List.of();
        }
        return Collections.nCopies(howMany(entry, name, owner), of(entry, name, owner));
    }

    private static int howMany(Type entry, String name, Class<?> owner) {
        if (entry == Rate.Bucket.class) {
            return 120;
        }
        if (entry == RangeCount.class) {
            return 24;
        }
        if (name.toLowerCase(Locale.ROOT).endsWith("frames")) {
            return 10;
        }
        return isPart(owner) ? LISTED : INNER;
    }

    private static boolean isPart(Class<?> owner) {
        return Set.of(IcmpReport.class, Statistics.class, EchoReport.class, CaptureFacts.class)
                .contains(owner);
    }
}
