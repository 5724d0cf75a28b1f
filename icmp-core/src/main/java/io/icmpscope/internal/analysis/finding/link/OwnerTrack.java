package io.icmpscope.internal.analysis.finding.link;

import io.icmpscope.internal.analysis.collect.Sightings;
import io.icmpscope.internal.analysis.finding.link.OwnerSeen.Owner;
import io.icmpscope.internal.capture.Frame;
import io.icmpscope.message.IpAddress;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Which link-layer addresses were said to have one address. */
final class OwnerTrack implements Serializable {

    private static final int MOST = 16; // link-layer addresses

    private static final long ACTIVE = 30 * LinkMessage.SECOND; // who was heard so long ago is still there
    private static final long BURST = LinkMessage.SECOND / 2; // within which announcements are repeated to be heard
    private static final long SOON = 5 * LinkMessage.SECOND;
    private static final int RUN = 3; // bursts that are worth telling
    private static final long ANSWER = LinkMessage.SECOND; // how long answers to a question come, RFC 4861 section 10

    private static final class Claim implements Serializable {
        private final Sightings all = new Sightings();
        private final Sightings announced = new Sightings();
        private long last = Frame.NO_TIME;
        private long lastBurst = Frame.NO_TIME;
        private long run; // of bursts of announcements, each soon after the one before
        private long longestRun;

        private void announced(LinkMessage message) {
            announced.see(message.frame(), message.nanos());
            if (message.isWithin(BURST, lastBurst)) {
                return;
            }
            run = message.isWithin(SOON, lastBurst) ? run + 1 : 1;
            longestRun = Math.max(longestRun, run);
            lastBurst = message.nanos();
        }
    }

    private final Map<String, Claim> claims = new LinkedHashMap<>();
    private final Sightings switches = new Sightings();
    private final Sightings taking = new Sightings();
    private final Sightings answeredTwice = new Sightings();
    private @Nullable String current;
    private long returns;
    private long lastTaking = -1; // frame
    private long takenFrame; // of the first switch
    private boolean replaced;

    private @Nullable IpAddress asker;
    private long asked = Frame.NO_TIME;
    private @Nullable String answered;
    private boolean answerReplaces;

    OwnerTrack() {}

    /** Somebody asks who has it. */
    void asked(LinkMessage question) {
        boolean again = question.source().equals(asker) && question.isWithin(ANSWER, asked);
        asker = question.source();
        asked = question.nanos();
        answered = again ? answered : null;
    }

    /** Somebody says that he has it. */
    void claimed(LinkMessage message, String mac, boolean replaces, boolean unasked) {
        Claim known = claims.get(mac);
        Claim before = current == null ? null : claims.get(current);
        boolean another = before != null && !mac.equals(current);
        boolean moves = another && before != null && message.isWithin(ACTIVE, before.last);
        if (moves || (unasked && replaces && switches.count() > 0 && !isFirst(mac))) {
            taken(message);
        }
        if (moves) {
            takenFrame = takenFrame == 0 ? message.frame() : takenFrame;
            switches.see(message.frame(), message.nanos());
            replaced |= replaces;
            returns += known != null && !(unasked && replaces) ? 1 : 0;
        }
        if (known == null && claims.size() == MOST) {
            return;
        }
        Claim claim = known == null ? new Claim() : known;
        claims.put(mac, claim);
        claim.all.see(message.frame(), message.nanos());
        claim.last = message.nanos();
        if (unasked && replaces) {
            claim.announced(message);
        }
        current = mac;
    }

    /** Takes a message into account that may do so by what it claims and by what it answers. */
    private void taken(LinkMessage message) {
        if (message.frame() != lastTaking) {
            taking.see(message.frame(), message.nanos());
            lastTaking = message.frame();
        }
    }

    private boolean isFirst(String mac) {
        return mac.equals(claims.keySet().iterator().next());
    }

    /** Somebody answers; nodes of an anycast address do so too, but do not ask to replace each other: RFC 4861, 7.2.7. */
    void answered(LinkMessage message, String mac, boolean replaces) {
        if (!message.destination().equals(asker) || !message.isWithin(ANSWER, asked)) {
            return;
        }
        if (answered != null && !answered.equals(mac) && (replaces || answerReplaces)) {
            answeredTwice.see(message.frame(), message.nanos());
            taken(message);
        }
        answerReplaces = replaces || (answered != null && answerReplaces);
        answered = mac;
    }

    boolean isWorthTelling() {
        return switches.count() > 0
                || answeredTwice.count() > 0
                || claims.values().stream().anyMatch(claim -> claim.longestRun >= RUN);
    }

    /** Tells what was observed, and where the node that had the address first was heard since, 0 for nowhere. */
    OwnerSeen seen(LinkKey key, ToLongFunction<String> lastHeard) {
        long heard = switches.count() == 0
                ? 0
                : lastHeard.applyAsLong(claims.keySet().iterator().next());
        return new OwnerSeen(
                key.place(),
                key.address(),
                claims.entrySet().stream()
                        .map(entry -> owner(entry.getKey(), entry.getValue()))
                        .toList(),
                switches.seen(),
                taking.seen(),
                heard > takenFrame ? heard : 0,
                returns,
                replaced,
                answeredTwice.seen());
    }

    private static Owner owner(String mac, Claim claim) {
        return new Owner(mac, claim.all.seen(), claim.announced.seen(), claim.longestRun);
    }
}
