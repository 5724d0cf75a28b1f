package io.icmpscope.message;

/**
 * Where in the quoted packet the cause of the error is: extension object of class 4, C-Type 1.
 *
 * @param pointer an offset in bytes, 0 to 2^32 - 1; it may lie beyond what is quoted
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8883#section-3">RFC 8883, section 3</a>
 */
public record ExtendedInformationPointer(long pointer) implements ExtensionObject {}
