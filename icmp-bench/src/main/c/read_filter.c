/* Counts the ICMP messages of a capture that is read 256 KiB at a time into one buffer: read_filter FILE */
#include "walk.h"

#include <fcntl.h>
#include <unistd.h>

#define BUFFER (256 << 10)

static unsigned char buffer[BUFFER];

int main(int argc, char **argv) {
    struct counts counts = {0, 0};
    int file = argc == 2 ? open(argv[1], O_RDONLY) : -1;
    if (file < 0) {
        fprintf(stderr, "usage: read_filter FILE\n");
        return 2;
    }
    size_t have = 0, at = 0;
    uint64_t skip = 0; /* bytes of the last record that are still in the file */
    int first = 1, pcapng = 0;
    for (;;) {
        memmove(buffer, buffer + at, have - at);
        have -= at;
        at = 0;
        ssize_t got = read(file, buffer + have, BUFFER - have);
        if (got < 0) {
            perror(argv[1]);
            return 1;
        }
        have += (size_t) got;
        if (first && have >= PCAP_HEADER) {
            pcapng = is_pcapng(word(buffer));
            at = pcapng ? 0 : PCAP_HEADER;
            first = 0;
        }
        for (;;) {
            size_t step = skip < have - at ? (size_t) skip : have - at;
            at += step;
            skip -= step;
            size_t left = have - at;
            if (skip > 0 || left < (pcapng ? 12 : PCAP_RECORD) || (got > 0 && left < LEAST_HEAD)) {
                break;
            }
            skip = see_record(&counts, buffer + at, pcapng);
        }
        if (got == 0) {
            return tell(&counts);
        }
    }
}
