package io.icmpscope.mcp.fetch;

import io.icmpscope.mcp.access.CaptureAccess;
import io.icmpscope.mcp.access.CaptureUrl;
import io.icmpscope.mcp.access.ErrorCode;
import io.icmpscope.mcp.access.GivenName;
import io.icmpscope.mcp.access.Refusal;
import io.icmpscope.mcp.call.Call;
import io.icmpscope.mcp.call.Places;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Downloads captures to private files. Thread-safe.
 *
 * <p>There are {@value #PLACES} places. A download holds one until its file is deleted, read or not, so that there are never
 * more files than places, none longer than a download may be. Who comes meanwhile waits, and may give up.
 */
final class Downloads {

    static final int PLACES = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    private final CaptureAccess access;
    private final long mostBytes;
    private final Patience patience;
    private final TrustedHosts trusted;
    private final DownloadDirectory directory;
    private final Places places = new Places(PLACES);

    /**
     * Begins to download.
     *
     * @param access decides about each URL
     * @param mostBytes how long a download may be
     * @param patience how long a host may keep us waiting
     * @param trusted whose certificates are accepted
     * @param directory where files lie meanwhile
     */
    Downloads(
            CaptureAccess access,
            long mostBytes,
            Patience patience,
            TrustedHosts trusted,
            DownloadDirectory directory) {
        this.access = access;
        this.mostBytes = mostBytes;
        this.patience = patience;
        this.trusted = trusted;
        this.directory = directory;
    }

    /**
     * Downloads a capture.
     *
     * @throws CancellationException when the call was given up
     */
    LocatedCapture fetch(String given, Call call) throws Refusal {
        try {
            CaptureUrl url = access.url(given, call);
            places.take(call);
            return atPlace(url, call);
        } catch (CancellationException stopped) {
            if (call.end() == Call.End.TIMED_OUT) {
                throw tooSlow(given);
            }
            throw stopped;
        }
    }

    private LocatedCapture atPlace(CaptureUrl url, Call call) throws Refusal {
        Place place = new Place();
        boolean kept = false;
        try {
            Path file = place.file();
            follow(url, file, call);
            kept = true;
            return new LocatedCapture(GivenName.of(url.given()), file, place::leave);
        } catch (IOException failure) {
            call.check();
            throw DownloadFailure.refusal(url.given(), failure, patience);
        } catch (CancellationException stopped) {
            throw stopped;
        } catch (RuntimeException fault) {
            // Without its words, which may repeat the URL.
            LOG.error("A download failed: {} at {}", fault.getClass().getName(), fault.getStackTrace());
            throw Refusal.internal(url.given());
        } finally {
            if (!kept) {
                place.leave();
            }
        }
    }

    private void follow(CaptureUrl first, Path file, Call call) throws IOException, Refusal {
        // Made now and not before: with the first URL the HTTP client's classes are loaded.
        Exchange exchange = new Exchange(new Connections(patience, trusted), mostBytes);
        CaptureUrl url = first;
        while (true) {
            try (OutputStream body = open(file)) {
                Exchange.Reply reply = exchange.get(url, body, call);
                if (!reply.isRedirect()) {
                    return;
                }
                url = access.redirect(url, reply.location(), call);
            }
        }
    }

    private static OutputStream open(Path file) throws DiskException {
        try {
            return Files.newOutputStream(file);
        } catch (IOException gone) {
            throw new DiskException(gone);
        }
    }

    private static Refusal tooSlow(String given) {
        return Refusal.download(
                ErrorCode.TIMEOUT,
                given,
                "it takes longer than a call may take; download it yourself and pass its absolute path, or start the"
                        + " server with a longer --timeout");
    }

    /** A place that is taken. Left once, however often. */
    private final class Place {
        private final AtomicBoolean left = new AtomicBoolean();
        private volatile @Nullable Path file;

        Path file() throws IOException {
            try {
                Path made = directory.newFile();
                file = made;
                return made;
            } catch (IOException full) {
                throw new DiskException(full);
            }
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                Path made = file;
                try {
                    if (made != null) {
                        Files.deleteIfExists(made);
                    }
                } catch (IOException busy) {
                    LOG.warn("{} could not be deleted", made);
                } finally {
                    places.leave();
                }
            }
        }
    }
}
