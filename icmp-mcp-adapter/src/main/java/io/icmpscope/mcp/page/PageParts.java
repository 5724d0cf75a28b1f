package io.icmpscope.mcp.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The files that every page is made of. They are in the program's jar: what lacks there is a fault of the build. */
final class PageParts {

    /** The charts, where org.webjars.npm:uplot has them. */
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/";

    /** Each room of the script, in an order in which none needs a later one before all are there. */
    private static final List<String> ROOMS = List.of(
            "dom.js",
            "theme.js",
            "figures.js",
            "table.js",
            "axes.js",
            "chart.js",
            "findings.js",
            "pings.js",
            "rate.js",
            "path.js",
            "trouble.js",
            "link.js",
            "shape.js",
            "capture.js",
            "host.js",
            "boot.js");

    private PageParts() {}

    static String template() {
        return text("template.html");
    }

    static String style() {
        return text(UPLOT + "dist/uPlot.min.css") + "\n" + text("page.css");
    }

    /** The charts with their licence, which asks to stand wherever they do, and our rooms with nothing visible outside. */
    static String script() {
        return "/*\nuPlot\n\n" + text(UPLOT + "LICENSE") + "\n*/\n" + text(UPLOT + "dist/uPlot.iife.min.js")
                + ROOMS.stream()
                        .map(PageParts::text)
                        .collect(Collectors.joining("\n", "\n(() => {\n\"use strict\";\n", "})();\n"));
    }

    /** As HTML counts lines: a browser would take a carriage return out before it checks a digest. */
    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(PageParts.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
