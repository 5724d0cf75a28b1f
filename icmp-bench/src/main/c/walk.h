/*
 * What the C programs of this folder have in common: the least that can be done with a capture. Records are cut, and of
 * Ethernet frames that carry IPv4 or IPv6 without extension headers those are counted whose protocol is ICMP or ICMPv6.
 * Little-endian pcap and pcapng on a little-endian machine only; nothing is checked that the generator does not break.
 */
#ifndef WALK_H
#define WALK_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PCAP_MAGIC 0xA1B2C3D4u
#define PCAP_HEADER 24 /* bytes of the file header */
#define PCAP_RECORD 16 /* bytes before a frame */
#define PCAPNG_MAGIC 0x0A0D0D0Au
#define PCAPNG_PACKET 6 /* block type */
#define PCAPNG_RECORD 28 /* bytes before a frame */
#define LEAST_HEAD 52 /* bytes from the start of a record that are looked at, and that every record of a frame has */

struct counts {
    uint64_t packets;
    uint64_t icmp;
};

static inline uint32_t word(const unsigned char *at) {
    uint32_t value;
    memcpy(&value, at, sizeof value);
    return value;
}

static inline void see(struct counts *counts, const unsigned char *frame) {
    unsigned type = (unsigned) frame[12] << 8 | frame[13];
    counts->packets++;
    if (type == 0x0800 ? frame[23] == 1 : type == 0x86DD && frame[20] == 58) {
        counts->icmp++;
    }
}

/* Counts a record if it is a frame, and gives its length; its first LEAST_HEAD bytes must be there. */
static inline uint64_t see_record(struct counts *counts, const unsigned char *at, int pcapng) {
    if (!pcapng) {
        see(counts, at + PCAP_RECORD);
        return PCAP_RECORD + (uint64_t) word(at + 8);
    }
    if (word(at) == PCAPNG_PACKET) {
        see(counts, at + PCAPNG_RECORD);
    }
    return word(at + 4);
}

static inline int is_pcapng(uint32_t magic) {
    if (magic != PCAP_MAGIC && magic != PCAPNG_MAGIC) {
        fprintf(stderr, "neither pcap with microseconds nor pcapng, in this machine's byte order\n");
        exit(2);
    }
    return magic == PCAPNG_MAGIC;
}

static inline int tell(const struct counts *counts) {
    printf("packets %llu, icmp %llu\n", (unsigned long long) counts->packets, (unsigned long long) counts->icmp);
    return 0;
}

#endif
