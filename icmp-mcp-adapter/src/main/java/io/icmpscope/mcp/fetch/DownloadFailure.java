package io.icmpscope.mcp.fetch;

import io.icmpscope.mcp.access.ErrorCode;
import io.icmpscope.mcp.access.Refusal;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The words for a download that came to nothing, none of which are those of an exception: they repeat the URL. */
final class DownloadFailure {

    private static final Logger LOG = LoggerFactory.getLogger(DownloadFailure.class);

    private DownloadFailure() {}

    static Refusal refusal(String url, IOException failure, Patience patience) {
        if (failure instanceof DiskException) {
            LOG.error("A download could not be kept: {}", String.valueOf(failure.getCause()));
            return Refusal.download(
                    ErrorCode.INTERNAL,
                    url,
                    "it could not be kept: is there room in the temporary directory of this server?");
        }
        if (failure instanceof ConnectTimeoutException) {
            return timeout(url, "its host takes no connection", patience.connect());
        }
        if (failure instanceof SocketTimeoutException) {
            return timeout(url, "its host sends nothing", patience.idle());
        }
        return Refusal.download(ErrorCode.DOWNLOAD_FAILED, url, words(failure));
    }

    private static Refusal timeout(String url, String what, Duration limit) {
        String seconds = String.format(Locale.ROOT, "%d seconds", Math.max(1, limit.toSeconds()));
        return Refusal.download(
                ErrorCode.TIMEOUT, url, what + " for " + seconds + "; try again, or pass another place of the capture");
    }

    private static String words(IOException failure) {
        if (failure instanceof SSLException) {
            return "there is no safe connection to its host, whose certificate or encryption is not accepted";
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "its host takes no connection; check the host and the port";
        }
        if (failure instanceof ConnectionClosedException
                || failure instanceof TruncatedChunkException
                || failure instanceof NoHttpResponseException
                || failure instanceof EOFException) {
            return "the connection ended before the whole capture had come; try again";
        }
        if (failure instanceof ClientProtocolException
                || failure instanceof MalformedChunkCodingException
                || failure instanceof MessageConstraintException) {
            return "the answer of its host is not valid HTTP, or its headers are too long";
        }
        return "the connection broke; try again";
    }
}
