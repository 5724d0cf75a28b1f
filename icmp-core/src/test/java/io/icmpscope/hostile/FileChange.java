package io.icmpscope.hostile;

import io.icmpscope.handmade.Pcap;
import io.icmpscope.handmade.Ping;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** What the owner of a capture does to it while somebody else reads it. */
enum FileChange {
    SHORTENED {
        @Override
        void to(Path capture, FileChannel file) throws IOException {
            file.truncate(file.size() / 2);
        }
    },
    EMPTIED {
        @Override
        void to(Path capture, FileChannel file) throws IOException {
            file.truncate(0);
        }
    },
    GROWN {
        @Override
        void to(Path capture, FileChannel file) throws IOException {
            file.write(ByteBuffer.wrap(capture(20_000, 2)), file.size());
        }
    },
    DELETED {
        @Override
        void to(Path capture, FileChannel file) throws IOException {
            Files.delete(capture);
        }
    },
    REPLACED {
        @Override
        void to(Path capture, FileChannel file) throws IOException {
            Path other = Files.write(capture.resolveSibling("other"), new byte[100]);
            Files.move(other, capture, StandardCopyOption.REPLACE_EXISTING);
        }
    },
    OVERWRITTEN_BY_PINGS_OF_OTHERS {
        @Override
        void to(Path capture, FileChannel file) throws IOException {
            file.write(ByteBuffer.wrap(capture(PINGS, 2)), 0);
        }
    },
    OVERWRITTEN_BY_LENGTHS_OF_ALL_ONES {
        @Override
        void to(Path capture, FileChannel file) throws IOException {
            byte[] bytes = capture(PINGS, 1);
            for (int at = FILE_HEADER; at < bytes.length; at += RECORD) {
                ByteBuffer.wrap(bytes).putLong(at + 8, -1L);
            }
            file.write(ByteBuffer.wrap(bytes), 0);
        }
    },
    OVERWRITTEN_BY_ZEROS {
        @Override
        void to(Path capture, FileChannel file) throws IOException {
            file.write(ByteBuffer.allocate((int) file.size()), 0);
        }
    },
    OVERWRITTEN_BY_NOISE {
        @Override
        void to(Path capture, FileChannel file) throws IOException {
            byte[] noise = new byte[(int) file.size()];
            new Random(1).nextBytes(noise);
            file.write(ByteBuffer.wrap(noise), 0);
        }
    };

    /** In 12 MiB: several threads read it, and are not at its middle when they are told of the first of them. */
    static final int PINGS = 240_000;

    static final int FILE_HEADER = 24; // bytes
    static final int RECORD = 52;

    abstract void to(Path capture, FileChannel file) throws IOException;

    /** Changes the file. */
    void to(Path capture) throws IOException {
        try (FileChannel file = FileChannel.open(capture, StandardOpenOption.WRITE)) {
            to(capture, file);
        }
    }

    /** Whether the bytes that were there when it was opened are still there for who has it open. */
    boolean isHarmless() {
        return this == GROWN || this == DELETED || this == REPLACED;
    }

    boolean shortens() {
        return this == SHORTENED || this == EMPTIED;
    }

    /** Requests one a millisecond of one session, in records of equal size. */
    static byte[] capture(int pings, int identifier) {
        byte[] ping =
                Ping.between("192.0.2.1", "192.0.2.2").identifier(identifier).request(1);
        byte[] record = Pcap.bigEndian().record(1, 0, ping).bytes();
        ByteBuffer file = ByteBuffer.allocate(FILE_HEADER + pings * RECORD);
        file.put(Pcap.bigEndian().network(101).bytes());
        for (int i = 0; i < pings; i++) {
            int at = file.position();
            file.put(record, FILE_HEADER, RECORD);
            file.putInt(at, 1_000 + i / 1_000).putInt(at + 4, i % 1_000 * 1_000);
        }
        return file.array();
    }
}
