package io.icmpscope.internal.capture;

/** How long a captured frame can be. What declares more is damaged. */
final class CaptureLimits {

    private static final int USUAL = 256 << 10; // what libpcap and Wireshark allow

    private CaptureLimits() {}

    /** The largest captured length in bytes of a link type. */
    static int maxCaptured(int linkType) {
        return switch (linkType) {
            case 231 -> 128 << 20; // DBUS
            case 249 -> 1 << 20; // USBPCAP
            case 279 -> 8 << 20; // EBHSCR
            default -> USUAL;
        };
    }
}
