/* Counts the ICMP messages of a capture by libpcap's loop: libpcap_loop FILE */
#include "walk.h"

#include <pcap/pcap.h>

static void packet(u_char *counts, const struct pcap_pkthdr *header, const u_char *frame) {
    (void) header;
    see((struct counts *) (void *) counts, frame);
}

int main(int argc, char **argv) {
    struct counts counts = {0, 0};
    char error[PCAP_ERRBUF_SIZE] = "usage: libpcap_loop FILE";
    pcap_t *capture = argc == 2 ? pcap_open_offline(argv[1], error) : NULL;
    if (capture == NULL) {
        fprintf(stderr, "%s\n", error);
        return 2;
    }
    if (pcap_loop(capture, -1, packet, (u_char *) &counts) < 0) {
        fprintf(stderr, "%s\n", pcap_geterr(capture));
        return 1;
    }
    pcap_close(capture);
    return tell(&counts);
}
