package io.icmpscope.internal.analysis.echo;

import io.icmpscope.internal.packet.PacketView;
import io.icmpscope.report.AnalysisOptions;

/** Links replies to their requests without summing anything up, for those who go through the messages one by one. */
public final class ReplyLinker {

    private final EchoFold echo;

    /**
     * Starts before the first message.
     *
     * @param options the reply timeout, and how many sessions to remember
     */
    public ReplyLinker(AnalysisOptions options) {
        this.echo = EchoFold.of(options);
    }

    /**
     * Notes in a reply which request it answers.
     *
     * @param view the next message of the capture
     */
    public void link(PacketView view) {
        echo.see(view);
    }
}
