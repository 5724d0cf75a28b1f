/* Counts the ICMP messages of a capture that is mapped into memory: mmap_filter FILE */
#include "walk.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv) {
    struct counts counts = {0, 0};
    struct stat facts;
    int file = argc == 2 ? open(argv[1], O_RDONLY) : -1;
    if (file < 0 || fstat(file, &facts) != 0 || facts.st_size < PCAP_HEADER) {
        fprintf(stderr, "usage: mmap_filter FILE\n");
        return 2;
    }
    const unsigned char *at = mmap(NULL, (size_t) facts.st_size, PROT_READ, MAP_SHARED, file, 0);
    if (at == MAP_FAILED) {
        perror(argv[1]);
        return 1;
    }
    const unsigned char *end = at + facts.st_size;
    int pcapng = is_pcapng(word(at));
    at += pcapng ? 0 : PCAP_HEADER;
    while (end - at >= (pcapng ? 12 : PCAP_RECORD)) {
        at += see_record(&counts, at, pcapng);
    }
    return tell(&counts);
}
