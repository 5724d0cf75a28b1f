package io.icmpscope.broken.message;

import java.lang.System.Logger;
import java.util.logging.Level;

/** Uses one class of java.base, which is allowed, and one of java.logging, which is not. */
final class Logs {
    Logger allowed;
    Level refused;
}
