package io.icmpscope.mcp.unpack;

import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/** The unpacked bytes of lz4 frames. A class of its own, so that the library is loaded for lz4 alone. */
final class Lz4Frames {

    private Lz4Frames() {}

    static InputStream open(InputStream packed) throws IOException {
        return new FramedLZ4CompressorInputStream(packed, true);
    }
}
