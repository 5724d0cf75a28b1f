package io.icmpscope.message;

import java.io.Serializable;

/**
 * One object of an {@link ExtensionStructure}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4884#section-8">RFC 4884, section 8</a>
 */
public sealed interface ExtensionObject extends Serializable
        permits ExtendedInformationPointer,
                InterfaceIdentification,
                InterfaceInformation,
                MplsLabelStack,
                NodeIdentification,
                UnknownExtensionObject {}
