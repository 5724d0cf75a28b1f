package io.icmpscope.mcp.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.IcmpAnalyzer;
import io.icmpscope.mcp.HandMade;
import io.icmpscope.mcp.Lab;
import io.icmpscope.report.AnalysisOptions;
import io.icmpscope.report.IcmpReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a page is given beside the result, so that its script need not find it out. */
class PageJsonTest {
    private static final AnalysisOptions OPTIONS = AnalysisOptions.defaults().withSeries(100);

    @Test
    void itTellsWhatErrorsAreAboutAsTheTextDoes() throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(ByteBuffer.wrap(HandMade.ping()), OPTIONS);
        assertEquals(List.of("UDP port 33434"), PageJson.of(report).get("traffic"));
    }

    /** The capture has two pings and one outage, which is of the first, as the README shows. */
    @Test
    void anOutageBelongsToThePingThatLostTheRequests() throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(Lab.capture("ping4-loss.pcap"), OPTIONS);
        assertEquals(1, report.outages().total());
        assertEquals(14637, report.outages().entries().get(0).identifier());
        assertEquals(List.of(List.of(0), List.of()), outages(report));
    }

    @Test
    void withoutSeriesThereAreNoCharts() throws IOException {
        IcmpReport report = IcmpAnalyzer.analyze(ByteBuffer.wrap(HandMade.ping()), AnalysisOptions.defaults());
        assertEquals(
                "{\"rtt\":[],\"types\":[],\"traffic\":[\"UDP port 33434\"]}", JsonWriter.text(PageJson.of(report)));
    }

    private static List<Object> outages(IcmpReport report) {
        List<Object> outages = new ArrayList<>();
        ((List<?>) PageJson.of(report).get("rtt")).forEach(one -> outages.add(((Map<?, ?>) one).get("outages")));
        return outages;
    }
}
