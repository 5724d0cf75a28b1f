package io.icmpscope.bench.peer;

import java.util.HashSet;
import java.util.Set;

/** The task as anyone would write it at first: a set of the requests that wait. Addresses are what the peer makes of them. */
final class EchoPairs {

    private record Request(Object asker, Object asked, int identifier, int sequence) {}

    private final Set<Request> waiting = new HashSet<>();
    private long packets;
    private long messages;
    private long requests;
    private long answered;

    void packet() {
        packets++;
    }

    void message() {
        messages++;
    }

    void request(Object from, Object to, int identifier, int sequence) {
        requests++;
        waiting.add(new Request(from, to, identifier, sequence));
    }

    void reply(Object from, Object to, int identifier, int sequence) {
        if (waiting.remove(new Request(to, from, identifier, sequence))) {
            answered++;
        }
    }

    EchoCounts counts() {
        return new EchoCounts(packets, messages, requests, answered);
    }
}
