package io.icmpscope.mcp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.icmpscope.mcp.access.AccessRules;
import io.icmpscope.mcp.fetch.CaptureLocator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterMapperTest {

    private static final String HANDSHAKE = "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
            + "\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}\n"
            + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n";

    /** The SDK alone would send the words of an exception, with the names of classes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "completion/complete | {'ref':{'type':'ref/prompt','name':'icmp_network_diagnostics'}}",
                "completion/complete | {'ref':{'type':'ref/none','name':'x'},'argument':{'name':'a','value':'b'}}",
                "completion/complete | {}",
                "prompts/get | {'name':['x']}",
                "prompts/get | []",
                "resources/read | null",
                "tools/call | 'x'",
                "tools/call | {'name':{}}"
            },
            quoteCharacter = '"')
    void parametersThatDoNotFitAreRefusedInOurWords(String method, String parameters) {
        String request = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method + "\",\"params\":"
                + parameters.replace('\'', '"') + "}\n";
        assertEquals(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32602,\"message\":\"The parameters do not fit the"
                        + " method: one is missing, or of a type that it does not have\"}}",
                answer(HANDSHAKE + request));
    }

    private static String answer(String input) {
        ByteArrayInputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ServerOptions options =
                new ServerOptions("test", 100, Duration.ofMinutes(1), new CaptureLocator(AccessRules.defaults()));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> StdioServer.serve(in, out, options));
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("\"id\":1"))
                .findFirst()
                .orElse("none");
    }
}
