package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.icmpscope.mcp.Plain;
import io.icmpscope.message.ExtensionObject;
import io.icmpscope.message.IcmpMessage;
import io.icmpscope.message.IcmpQuery;
import io.icmpscope.message.InterfaceInformation;
import io.icmpscope.message.InterfaceInformation.Role;
import io.icmpscope.message.IpAddress;
import io.icmpscope.message.MplsLabelStack;
import io.icmpscope.message.MulticastListener.AddressRecord;
import io.icmpscope.message.MulticastListener.ReportVersion2;
import io.icmpscope.message.NdpOption;
import io.icmpscope.message.NdpOption.LinkLayerAddress;
import io.icmpscope.message.NodeInformation;
import io.icmpscope.message.RouterOption.CaptivePortal;
import io.icmpscope.message.RouterOption.DnsSearchList;
import io.icmpscope.message.RouterOption.PvdId;
import io.icmpscope.message.RplOption;
import io.icmpscope.message.UnknownExtensionObject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordJsonTest {
    private static final IpAddress GROUP = IpAddress.v6(0xff02_0000_0000_0000L, 0x16);

    /** Where components stand that the packet entry has under a name of its own. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "quoted", "original",
            "options", "options",
            "extensions", "extensions",
            "data_bytes", "payload_size",
            "next_hop_mtu", "mtu",
            "mtu", "mtu",
            "gateway", "gateway",
            "pointer", "pointer");

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageSaysAllItsRecordHoldsSomewhereInTheEntry(Record message) {
        JsonObject entry = new JsonObject();
        MessageJson.fill(entry, (IcmpMessage) message, Share.WHOLE);
        Map<?, ?> rest = entry.members().get("message") instanceof Map<?, ?> map ? map : Map.of();
        RecordComponents.of(message.getClass())
                .forEach(
                        message,
                        (name, value) -> assertTrue(
                                rest.containsKey(name)
                                        || entry.members().containsKey(ELSEWHERE.getOrDefault(name, "?"))
                                        || (name.equals("target")
                                                && (entry.members().containsKey("target")
                                                        || entry.members().containsKey("gateway")))
                                        || isInTheHeader(message, name),
                                () -> name + " of " + message + " is missing in " + entry.members()));
        assertFalse(JsonWriter.text(entry.members()).isEmpty());
    }

    /** Also of the records that no hostile capture of ours brings along, and of those to come. */
    @Test
    void whateverTextARecordHoldsIsPrintedPlainlyAndShort() {
        String hostile = "REPLIED\u001b[2J\u009b\u202e\u2066\u200b\u2028\r\n\ud800" + "x".repeat(100_000);
        long told = Stream.of(IcmpMessage.class, NdpOption.class, ExtensionObject.class, RplOption.class)
                .flatMap(one -> Samples.below(one, hostile))
                .map(RecordJsonTest::print)
                .peek(Plain::json)
                .filter(entry -> JsonWriter.text(entry).contains("REPLIED"))
                .count();
        assertTrue(told > 20, "only " + told + " records with a text");
    }

    private static Map<String, @Nullable Object> print(Record one) {
        JsonObject entry = new JsonObject();
        if (one instanceof IcmpMessage message) {
            MessageJson.fill(entry, message, Share.WHOLE);
        } else {
            entry.with("part", new RecordJson(Share.WHOLE).part(one, name -> true));
        }
        return entry.members();
    }

    /** What every query has stands in the entry as icmp_id and icmp_seq. */
    private static boolean isInTheHeader(Record message, String name) {
        return message instanceof IcmpQuery
                && Set.of("identifier", "sequence_number").contains(name);
    }

    static Stream<Record> messages() {
        return Samples.below(IcmpMessage.class);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void anOptionOrAnExtensionSaysAllItsRecordHolds(Record part) {
        Map<String, @Nullable Object> json = whole(part);
        RecordComponents.of(part.getClass())
                .forEach(
                        part,
                        (name, value) -> assertTrue(
                                json.containsKey(name), () -> name + " of " + part + " is missing in " + json));
        assertEquals(part instanceof NdpOption, json.containsKey("type") && !(part instanceof RplOption));
        assertTrue(json.containsKey("kind"));
        assertFalse(JsonWriter.text(json).isEmpty());
    }

    static Stream<Record> parts() {
        return Stream.of(NdpOption.class, RplOption.class, ExtensionObject.class)
                .flatMap(Samples::below);
    }

    @Test
    void namesAreThoseOfTheRecordInSnakeCase() {
        assertEquals("router_lifetime_seconds", RecordComponents.snakeCase("routerLifetimeSeconds"));
        assertEquals("c_type", RecordComponents.snakeCase("cType"));
        assertEquals("report_version2", RecordComponents.snakeCase("ReportVersion2"));
        assertEquals("pref64", RecordComponents.snakeCase("Pref64"));
    }

    @Test
    void extensionObjectsCarryTheirRegisteredNumbers() {
        assertEquals(
                "{\"class\":1,\"c_type\":1,\"kind\":\"mpls_label_stack\",\"entries\":[{\"label\":24001,"
                        + "\"traffic_class\":0,\"bottom\":true,\"ttl\":1}]}",
                text(new MplsLabelStack(List.of(new MplsLabelStack.Entry(24001, 0, true, 1)))));
        assertEquals(
                "{\"class\":2,\"kind\":\"interface_information\",\"role\":\"next_hop\",\"if_index\":15,\"mtu\":1500}",
                text(new InterfaceInformation(Role.NEXT_HOP, 15L, null, null, 1500L)));
        assertEquals(
                "{\"class\":250,\"c_type\":3,\"kind\":\"unknown_extension_object\",\"class_number\":250,\"data_bytes\":8}",
                text(new UnknownExtensionObject(250, 3, 8)));
    }

    @Test
    void textOfStrangersIsCleanedAndCut() {
        assertEquals(
                "{\"type\":37,\"kind\":\"captive_portal\",\"uri\":\"https://a.example/\\\\u{1b}[31m\\\\u{202e}\\\\u{a}\"}",
                text(new CaptivePortal("https://a.example/\u001b[31m\u202e\n")));
        String domain = (String) ((List<?>)
                        whole(new DnsSearchList(1, List.of("a".repeat(255)))).get("domains"))
                .get(0);
        assertEquals(201, domain.length(), "two hundred characters and an ellipsis");
    }

    @Test
    void sixtyFourBitsAreHexadecimalDigitsSinceManyReadersRoundSuchNumbers() {
        assertEquals(
                "{\"kind\":\"query\",\"query_type\":2,\"flags\":0,\"nonce\":\"fedcba9876543210\"}",
                text(new NodeInformation.Query(2, 0, 0xfedc_ba98_7654_3210L, null, null)));
    }

    @Test
    void aListEndsAfterSixteenEntries() {
        Map<String, @Nullable Object> json = whole(new DnsSearchList(1, Collections.nCopies(40, "a.example")));
        assertEquals(Collections.nCopies(16, "a.example"), json.get("domains"));
        assertEquals(24L, json.get("domains_omitted"));
    }

    @Test
    void listsInListsEndWhenTheWholeIsLongEnough() {
        AddressRecord record = new AddressRecord(4, GROUP, 16, Collections.nCopies(16, GROUP), 0);
        Map<String, @Nullable Object> json = whole(new ReportVersion2(16, Collections.nCopies(16, record)));
        List<?> kept = (List<?>) json.get("records");
        assertTrue(kept.size() > 4 && kept.size() < 16, () -> kept.size() + " records");
        assertEquals(16L, kept.size() + (long) json.get("records_omitted"));
        assertTrue(JsonWriter.length(json) < 3_000, () -> JsonWriter.text(json));
    }

    @Test
    void whatFollowsAListThatWasCutIsPrintedAllTheSame() {
        JsonObject entry = new JsonObject();
        RecordJson parts = new RecordJson(Share.WHOLE);
        parts.listIfAny(entry, "options", Collections.nCopies(16, new CaptivePortal("a".repeat(199))));
        assertEquals(6L, entry.members().get("options_omitted"));
        assertEquals(
                Map.of("type", 1, "kind", "link_layer_address", "address", "00:00:5e:00:53:01"),
                parts.part(new LinkLayerAddress(1, "00:00:5e:00:53:01"), name -> true));
    }

    @Test
    void whatIsNestedTooDeepIsLeftOutAndCounted() {
        NdpOption nested = new CaptivePortal("u");
        for (int i = 0; i < 8; i++) {
            nested = new PvdId("d", false, false, 0, 0, null, List.of(nested));
        }
        String json = text((Record) nested);
        assertTrue(json.contains("\"options\":[],\"options_omitted\":1"), json);
        assertEquals(5, json.split("pvd_id", -1).length - 1, json);
    }

    @Test
    void thereIsNoPartWhenNothingIsLeftToPrint() {
        assertNull(new RecordJson(Share.WHOLE).part(new CaptivePortal("u"), name -> false));
    }

    private static Map<String, @Nullable Object> whole(Record value) {
        Map<String, @Nullable Object> json = new RecordJson(Share.WHOLE).part(value, name -> true);
        return json == null ? Map.of() : json;
    }

    private static String text(Record value) {
        return JsonWriter.text(whole(value));
    }
}
