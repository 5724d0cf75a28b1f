package io.icmpscope.mcp.page;

import io.icmpscope.mcp.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A report as one HTML page that loads nothing: style, script and figures are in it, and its policy allows nothing else.
 *
 * <p>What a capture says stands in a block of JSON that no browser runs and that cannot end early; the script makes text
 * of it, never markup.
 */
public final class ReportPage {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private ReportPage() {}

    /**
     * Makes a page.
     *
     * @param report the result object of the tool
     * @param series what stands beside it, of {@link io.icmpscope.mcp.json.PageJson}
     * @return a document in HTML
     */
    public static String of(Map<String, @Nullable Object> report, Map<String, @Nullable Object> series) {
        return with(data(report), data(series));
    }

    /**
     * Makes the page that a host of MCP Apps shows: it has no report, and takes what the host hands to it.
     *
     * @return a document in HTML
     */
    public static String forHosts() {
        return with("null", "{}");
    }

    private static String with(String report, String series) {
        String style = PageParts.style();
        String script = PageParts.script();
        return filled(
                PageParts.template(),
                Map.of(
                        "policy",
                        policy(style, script),
                        "style",
                        style,
                        "script",
                        script,
                        "report",
                        report,
                        "series",
                        series));
    }

    /** In one pass: a text of a capture that looks like a place of the template is none. */
    private static String filled(String template, Map<String, String> parts) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
    }

    private static String policy(String style, String script) {
        return "default-src 'none'; style-src " + digest(style) + "; script-src " + digest(script)
                + "; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException impossible) { // every Java has it
            throw new IllegalStateException(impossible);
        }
    }

    /** JSON in which nothing can end the block, open a comment in it, or end a line of a script. */
    private static String data(Map<String, @Nullable Object> object) {
        return JsonWriter.text(object)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
