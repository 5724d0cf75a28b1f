package io.icmpscope.mcp.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A secret that each request must bring, RFC 6750 section 2.1. Immutable; never prints itself. */
public final class BearerToken {

    /** Fewer characters could be guessed. */
    public static final int SHORTEST = 16;

    private static final String SCHEME = "Bearer ";
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9._~+/-]+=*"); // b64token

    private final byte[] secret;

    private BearerToken(byte[] secret) {
        this.secret = secret;
    }

    /**
     * Takes a secret.
     *
     * @param secret the characters
     * @return the token
     * @throws IllegalArgumentException when it is too short, or has characters that no header can carry; says which
     */
    public static BearerToken of(String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "has fewer than " + SHORTEST + " characters; `openssl rand -hex 32` makes a good one");
        }
        if (!SYNTAX.matcher(secret).matches()) {
            throw new IllegalArgumentException("has other characters than letters, digits and . _ ~ + / - =");
        }
        return new BearerToken(secret.getBytes(StandardCharsets.US_ASCII));
    }

    /** Tells whether a request brings it; takes the same time for every wrong one of a length. */
    boolean isIn(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] given = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(secret, given);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BearerToken token && MessageDigest.isEqual(secret, token.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    @Override
    public String toString() {
        return "a bearer token";
    }
}
