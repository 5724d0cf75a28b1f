package io.icmpscope.internal.analysis.finding.flood;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.icmpscope.handmade.Ping;
import io.icmpscope.handmade.Trace;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the errors that a host received are about. */
class ToldTest {

    private static final String HOST = "203.0.113.5";
    private static final String OTHER = "192.0.2.77";

    /** Of 600 errors in two seconds some quote datagrams of the host itself. */
    @ParameterizedTest
    @CsvSource({"540, true", "539, false"})
    void ninetyPercentAreNearlyAll(int own, boolean all) throws IOException {
        Scene scene = new Scene().rate(300, 600, i -> Scene.to(HOST, error(i < own ? HOST : OTHER)));
        String harmless = scene.judged().only("FLOOD-ERROR").mayBeBenign();
        assertEquals(all, harmless.contains(HOST + " may send that many datagrams"), harmless);
    }

    private static byte[] error(String sender) {
        return Trace.error(
                "192.0.2.1", 11, 0, Ping.between(sender, "198.51.100.9").request(1));
    }
}
