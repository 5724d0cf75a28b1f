package io.icmpscope.message;

/**
 * An extension object whose layout is not known.
 *
 * @param classNumber the class of the object, 0 to 255; 247 to 255 are for private use
 * @param cType the sub-type within the class, 0 to 255
 * @param dataBytes how many bytes follow the four of its header
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4884#section-8">RFC 4884, section 8</a>
 */
public record UnknownExtensionObject(int classNumber, int cType, int dataBytes) implements ExtensionObject {}
