/* names_test.c - spellings are those that tshark 4.0 prints. */
#include "names/names.h"

#include "base/base.h"
#include "check.h"
#include "dissect/dissect.h"
#include "dissect/resolver.h"
#include "names/userfile.h"
#include "names/well_known.h"

#include <arpa/inet.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const char all_letters[] = "dmntv";

static struct names *open_with(const char *letters, const char *profile)
{
    struct name_options o = { 0 };
    CHECK(name_options_add(&o, letters, NULL));
    struct names *n = names_open(&o, profile);
    if (n == NULL)
        exit(1);
    return n;
}

static void check_ether(const struct names *n, uint64_t address, const char *want)
{
    uint8_t a[6];
    struct strbuf sb = { 0 };
    for (unsigned i = 0; i < 6; i++)
        a[i] = (uint8_t)(address >> (40 - 8 * i));
    names_ether(&sb, n, a);
    CHECK_STR(sb_text(&sb), want);
    sb_free(&sb);
}

static void check_ip(const struct names *n, const char *address, const char *want)
{
    uint8_t a[16];
    struct strbuf sb = { 0 };
    if (inet_pton(AF_INET, address, a) == 1)
        names_ipv4(&sb, n, a);
    else if (inet_pton(AF_INET6, address, a) == 1)
        names_ipv6(&sb, n, a);
    CHECK_STR(sb_text(&sb), want);
    sb_free(&sb);
}

static void test_tables(void)
{
    bool sorted = true;
    for (uint32_t i = 1; i < n_well_known_addresses; i++)
        sorted &= well_known_addresses[i - 1].address < well_known_addresses[i].address;
    for (uint32_t i = 1; i < n_well_known_ranges; i++) {
        const struct well_known *a = &well_known_ranges[i - 1], *b = &well_known_ranges[i];
        sorted &= a->bits > b->bits || (a->bits == b->bits && a->address < b->address);
        sorted &= (b->address & (((uint64_t)1 << (48 - b->bits)) - 1)) == 0;
    }
    for (uint32_t i = 1; i < n_vendor24; i++)
        sorted &= vendor24_key[i - 1] < vendor24_key[i];
    for (uint32_t i = 1; i < n_vendor28; i++)
        sorted &= vendor28_key[i - 1] < vendor28_key[i];
    for (uint32_t i = 1; i < n_vendor36; i++)
        sorted &= vendor36_key[i - 1] < vendor36_key[i];
    for (uint32_t i = 1; i < n_services; i++)
        sorted &= service_port[i - 1] <= service_port[i];
    CHECK(sorted);
}

static void test_well_known(const struct names *n)
{
    check_ether(n, 0xffffffffffff, "Broadcast");
    check_ether(n, 0x0180c2000000, "Spanning-tree-(for-bridges)_00");
    check_ether(n, 0x0180c2000002, "Slow-Protocols");
    check_ether(n, 0x0180c200000e, "LLDP_Multicast");
    check_ether(n, 0x0180c2000020, "Spanning-tree-(for-bridges)_20");
    check_ether(n, 0x0180c2000035, "OAM-Multicast-DA-Class-1_05");
    check_ether(n, 0x0180c2100100, "Spanning-tree-(for-bridges)_10:01:00");
    check_ether(n, 0x01000ccccccc, "CDP/VTP/DTP/PAgP/UDLD");
    check_ether(n, 0x01000c010101, "ISL-Frame_01:01:01");
    check_ether(n, 0x00005e000101, "IETF-VRRP-VRID_01");
    check_ether(n, 0x00000c07ac05, "All-HSRP-routers_05");
    check_ether(n, 0x01005e0000fb, "IPv4mcast_fb");
    check_ether(n, 0x01005e800001, "IPv4mcast_80:00:01");
    check_ether(n, 0x01005e000000, "IPv4mcast_00");
    check_ether(n, 0x333300000000, "IPv6-Neighbor-Discovery");
    check_ether(n, 0x3333ff123456, "IPv6mcast_ff:12:34:56");
    check_ether(n, 0x333300000001, "IPv6mcast_01");
    check_ether(n, 0x02bf01020304, "MS-NLB-VirtServer_01:02:03:04");
    check_ether(n, 0xab0000030000, "DECNET-Phase-IV-end-node-Hello-packets");
    check_ether(n, 0x010ecf000000, "PN-MC_00:00:00");
    check_ether(n, 0x000000000000, "00:00:00_00:00:00");
    check_ether(n, 0x525400123456, "RealtekU_12:34:56");
    check_ether(n, 0x02005e000101, "02:00:5e:00:01:01");
}

static void test_vendors(const struct names *n)
{
    if (n_vendor24 < 1000) {
        check_skip("built without IEEE's lists");
        return;
    }
    check_ether(n, 0x4c5e0c010203, "Routerbo_01:02:03");
    check_ether(n, 0x68ef43789abc, "Apple_78:9a:bc");
    check_ether(n, 0x54c80f789abc, "Tp-LinkT_78:9a:bc");
    check_ether(n, 0x00035f789abc, "Prüftech_78:9a:bc");
    check_ether(n, 0x012345678901, "Sony_67:89:01");        /* a group address of 00:23:45 */
    check_ether(n, 0x1ca0efd12345, "Shenzhen_01:23:45");    /* 28 bits */
    check_ether(n, 0x70b3d5561123, "Liberato_01:23");       /* 36 bits */
    check_ether(n, 0x001bc5001001, "OpenRBco_01");
    check_ether(n, 0x0050c2001001, "JMBSDeve_01");
    check_ether(n, 0x71b3d5561123, "IEEERegi_56:11:23");
    CHECK_STR(names_oui((const uint8_t[]){ 0x68, 0xef, 0x43 }), "Apple, Inc.");
    CHECK_STR(names_oui((const uint8_t[]){ 0x54, 0xc8, 0x0f }), "Tp-Link Technologies Co.,Ltd.");
    CHECK_STR(names_oui((const uint8_t[]){ 0x70, 0xb3, 0xd5 }), "IEEE Registration Authority");
    CHECK(names_oui((const uint8_t[]){ 0x01, 0x23, 0x45 }) == NULL);
    CHECK_STR(names_vendor(NULL, (const uint8_t[]){ 0x70, 0xb3, 0xd5, 0x56, 0x11, 0x23 }), "Liberator Pty Ltd");
}

static void test_off(void)
{
    struct names *n = open_with("", "");
    uint8_t localhost[4] = { 127, 0, 0, 1 };
    check_ether(n, 0x4c5e0c010203, "4c:5e:0c:01:02:03");
    check_ether(NULL, 0xffffffffffff, "ff:ff:ff:ff:ff:ff");
    CHECK(names_port(n, NAMES_TCP, 443) == NULL);
    CHECK(names_add_host(n, localhost, 4, "me", 2, 1));
    check_ip(n, "127.0.0.1", "127.0.0.1");
    CHECK(names_vlan(n, 1) == NULL);
    names_close(n);

    struct name_options o = NAME_OPTIONS_DEFAULT;
    char bad = 0;
    CHECK(!name_options_add(&o, "tX", &bad));
    CHECK_INT(bad, 'X');
    CHECK(o.mac && !o.transport);
    CHECK(name_options_add(&o, "dgmnNstv", &bad));
    CHECK(o.dns_from_capture && o.geography && o.network && o.external && o.sni && o.transport && o.vlan);
}

static void test_ports(void)
{
    struct names *n = open_with("t", "");
    CHECK_STR(names_port(n, NAMES_TCP, 443), "https");
    CHECK_STR(names_port(n, NAMES_UDP, 53), "domain");
    CHECK_STR(names_port(n, NAMES_UDP, 520), "router");
    CHECK_STR(names_port(n, NAMES_TCP, 520), "efs");
    CHECK_STR(names_port(n, NAMES_SCTP, 38412), "ng-control");
    CHECK_STR(names_port(n, NAMES_DCCP, 9), "discard");
    CHECK_STR(names_port(n, NAMES_TCP, 6063), "x11");
    CHECK(names_port(n, NAMES_TCP, 50000) == NULL);
    CHECK(names_port(n, NAMES_TCP, 65536 + 443) == NULL);
    CHECK(names_port(n, 0, 443) == NULL);
    CHECK(names_port(n, 5, 443) == NULL);
    names_close(n);
}

/* --- files ------------------------------------------------------------------------------------ */

static char folder[64];

static void put(const char *file, const char *text)
{
    char path[128];
    snprintf(path, sizeof(path), "%s/%s", folder, file);
    FILE *f = fopen(path, "w");
    if (f == NULL || fputs(text, f) == EOF || fclose(f) != 0)
        exit(1);
}

static void put_files(void)
{
    put("hosts", "# none\n10.0.0.1 alpha alpha2\n10.0.0.1 second\r\n10.0.0.2\tbeta # x\n2001:db8::1 six six2\n"
                 "::1 mylo\n10.0.0 short\n10.0.0.3\n");
    put("NAT64_NSP_list",
        "# prefix, length, wildcard\n\"2001:db8:100::\",\"48\",\"8\"\n\"fe00::\",\"33\",\"0\"\n"
        "\"fe00::\",\"32\",\"32\"\n\"fe00::\",\"32\"\n\"fe00::x\",\"32\",\"0\"\n\"fe00::\",\"32\",\"4\"\n"
        "\"2001:db9::\",\"32\",\"0\"\n\"2001:db9::\",\"64\",\"0\"\nfe00::,32,0\n"
        "\"\\x66d00:102:300::\",\"40\",\"0\"\n");
    put("subnets", "192.168.0.0/16 lan16\n192.168.7.0/24 lan7\n172.16.0.0/12 twelve\n8.8.8.0/28 google28\n"
                   "1.1.1.1/33 no\n1.1.1.1/x no\n");
    put("services", "myhttp 443/tcp\nmulti 8443/tcp/udp # both\nrange 9000-9003/udp\nmysctp 777/sctp\nfirst 555/tcp\n"
                    "later 555/tcp\nbad 70000/tcp\nbad 80\nbad 81/xyz\n");
    put("vlans", "5\tx y z\n124\tTwo words\n123 Server-LAN\n7\n5000 no\n");
    put("ethers", "4c:5e:0c:01:02:03 myrouter\n4c-5e-0c-01-02-04 dashed # c\n4c.5e.0c.01.02.05 dotted\n"
                  "4c:5e:0c:1:2:6 shortform\n4c:5e:0c:01:02:03 again\n4c:5e-0c:01:02:07 mixed\n4c:5e:0c:01:02 five\n");
    put("manuf", "4C:5E:0D MyRB\tMy Router Board\nAA:BB:CD:E0:00:00/28 Nibble\nDD:EE:FF/0 no\nAA:BB no\n"
                 "AA:BB:CD:E1:00:00/32\tLonger\n");
}

static void test_nat64(void)
{
    static const uint8_t a[16] = { 0x20, 1, 0xd, 0xb8, 1, 2 }, b[16] = { 0x20, 1, 0xd, 0xb9, 1, 2 },
                         c[16] = { 0xfd, 0, 1, 2, 3, 4 }, d[16] = { 0xfe };
    struct names *n = open_with("", folder);
    CHECK_INT(names_nat64(n, a), 48);
    CHECK_INT(names_nat64(n, b), 32);
    CHECK_INT(names_nat64(n, c), 40);
    CHECK_INT(names_nat64(n, d), 0);
    names_close(n);
    n = open_with("", "");
    CHECK_INT(names_nat64(n, a), 0);
    names_close(n);
}

static void remove_files(void)
{
    static const char *const files[] = { "NAT64_NSP_list", "hosts", "subnets", "services", "vlans", "ethers", "manuf" };
    char path[128];
    for (unsigned i = 0; i < ARRAY_LEN(files); i++) {
        snprintf(path, sizeof(path), "%s/%s", folder, files[i]);
        unlink(path);
    }
    rmdir(folder);
}

static void test_files(void)
{
    put_files();
    struct names *n = open_with(all_letters, folder);
    check_ip(n, "10.0.0.1", "second");
    check_ip(n, "10.0.0.2", "beta");
    check_ip(n, "10.0.0.3", "10.0.0.3");
    check_ip(n, "2001:db8::1", "six");
    check_ip(n, "::1", "mylo");
    check_ip(n, "2001:db8::2", "2001:db8::2");
    check_ip(n, "192.168.1.1", "lan16.1.1");
    check_ip(n, "192.168.7.9", "lan7.9");
    check_ip(n, "172.17.2.3", "twelve.1.2.3");
    check_ip(n, "8.8.8.8", "google28.8");
    CHECK_STR(names_port(n, NAMES_TCP, 443), "myhttp");
    CHECK_STR(names_port(n, NAMES_UDP, 443), "https");
    CHECK_STR(names_port(n, NAMES_TCP, 8443), "multi");
    CHECK_STR(names_port(n, NAMES_UDP, 8443), "multi");
    CHECK_STR(names_port(n, NAMES_UDP, 9002), "range");
    CHECK_STR(names_port(n, NAMES_SCTP, 777), "mysctp");
    CHECK_STR(names_port(n, NAMES_TCP, 555), "later");
    CHECK_STR(names_vlan(n, 5), "x y z");
    CHECK_STR(names_vlan(n, 124), "Two words");
    CHECK_STR(names_vlan(n, 123), "Server-LAN");
    CHECK(names_vlan(n, 7) == NULL);
    check_ether(n, 0x4c5e0c010203, "myrouter");
    check_ether(n, 0x4c5e0c010204, "dashed");
    check_ether(n, 0x4c5e0c010205, "dotted");
    check_ether(n, 0x4c5e0c010206, "shortform");
    check_ether(n, 0x4c5e0d010206, "MyRB_01:02:06");
    check_ether(n, 0xaabbcde21234, "Nibble_02:12:34");
    check_ether(n, 0xaabbcde11234, "Longer_12:34");
    CHECK_STR(names_vendor(n, (const uint8_t[]){ 0x4c, 0x5e, 0x0d, 0, 0, 1 }), "My Router Board");
    names_close(n);
    test_nat64();
    remove_files();
}

static void count_row(struct name_table *t, bool first_counts, const char *want)
{
    char path[128];
    snprintf(path, sizeof(path), "%s/hosts", folder);
    t->first_counts = first_counts;
    name_table_read(t, path, parse_hosts4);
    name_table_seal(t);
    const struct name_row *row = name_table_find(t, 0x0a000001, 0, 32);
    CHECK_STR(row != NULL ? row->name : "", want);
}

/* A file read on top of another counts, whichever line counts within each. */
static void test_two_files(void)
{
    struct name_table t = { .width = 32 };
    if (mkdir(folder, 0700) != 0)
        exit(1);
    put("hosts", "10.0.0.2 x\n10.0.0.1 one\n10.0.0.1 two\n10.0.0.1 three\n");
    count_row(&t, true, "one");
    put("hosts", "10.0.0.1 four\n10.0.0.1 five\n");
    count_row(&t, false, "five");
    CHECK_INT(t.n, 2);
    name_table_free(&t);
    remove_files();
}

/* --- hosts ------------------------------------------------------------------------------------ */

static void count_host(void *context, const uint8_t *address, size_t size, const char *name)
{
    struct strbuf *sb = context;
    sb_uint(sb, size);
    sb_char(sb, '/');
    sb_uint(sb, address[size - 1]);
    sb_char(sb, '=');
    sb_str(sb, name);
    sb_char(sb, ' ');
}

static void test_hosts(void)
{
    struct names *n = open_with("dn", "");
    uint8_t a[16] = { 10, 0, 0, 7 };
    CHECK(!names_add_host(n, a, 4, "", 0, 1));
    CHECK(!names_add_host(n, a, 5, "x", 1, 1));
    CHECK(names_add_host(n, a, 4, "seventh.example", 15, 7));
    CHECK(names_add_host(n, a, 4, "earlier.example", 15, 3));
    check_ip(n, "10.0.0.7", "seventh.example");
    CHECK(names_add_host(n, a, 4, "ninth", 5, 9));
    check_ip(n, "10.0.0.7", "ninth");
    CHECK(names_add_host(n, a, 4, "ni\nth\x7f", 6, 9));
    check_ip(n, "10.0.0.7", "ni?th?");
    char big[400];
    memset(big, 'b', sizeof(big));
    a[3] = 6;
    CHECK(names_add_host(n, a, 4, big, sizeof(big), 1));
    struct strbuf sb = { 0 };
    names_ipv4(&sb, n, a);
    CHECK_INT(sb.len, 255);
    CHECK(names_add_host(n, a, 4, "six", 3, 2));
    CHECK(names_add_host(n, a, 16, "v6", 2, 2));
    sb_clear(&sb);
    CHECK(names_hosts(n, count_host, &sb));
    CHECK_STR(sb_text(&sb), "4/6=six 4/7=ni?th? 16/0=v6 ");
    sb_free(&sb);
    names_close(n);
}

static void test_resolver(void)
{
    struct names *n = open_with("dmnt", "");
    struct resolver r;
    names_resolver(n, &r);
    struct address a = { ADDR_IPv4, 4, (const uint8_t[]){ 192, 0, 2, 1 } };
    struct strbuf sb = { 0 };
    CHECK(!r.address(r.context, &sb, &a));
    CHECK_INT(sb.len, 0);
    r.learn(r.context, &a, "www.example.org", 1);
    CHECK(r.address(r.context, &sb, &a));
    CHECK_STR(sb_text(&sb), "www.example.org");
    sb_clear(&sb);
    CHECK(r.address(r.context, &sb, &(struct address){ ADDR_ETHER, 6, (const uint8_t *)"\xff\xff\xff\xff\xff\xff" }));
    CHECK_STR(sb_text(&sb), "Broadcast");
    CHECK_STR(r.port(r.context, PORT_UDP, 67), "bootps");
    CHECK(r.ports && r.macs && r.hosts && !r.vlans);
    CHECK(r.vlan(r.context, 5) == NULL);
    CHECK(r.port(r.context, PORT_NONE, 67) == NULL);
    sb_free(&sb);
    names_close(n);
}

/* Readers while a writer adds: run under ThreadSanitizer to be worth most. */
enum { MANY = 20000 };

static void *read_many(void *names)
{
    struct strbuf sb = { 0 };
    for (uint32_t i = 0; i < 4 * MANY; i++) {
        uint8_t a[4] = { 10, (uint8_t)(i >> 16), (uint8_t)(i >> 8), (uint8_t)i };
        sb_clear(&sb);
        names_ipv4(&sb, names, a);
        names_port(names, NAMES_TCP, i & 0xffff);
    }
    sb_free(&sb);
    return NULL;
}

static void test_threads(void)
{
    struct names *n = open_with("nt", "");
    pthread_t readers[2];
    for (unsigned i = 0; i < 2; i++)
        CHECK_INT(pthread_create(&readers[i], NULL, read_many, n), 0);
    for (uint32_t i = 0; i < MANY; i++) {
        char name[32];
        uint8_t a[4] = { 10, 0, (uint8_t)(i >> 8), (uint8_t)i };
        int length = snprintf(name, sizeof(name), "host%u", i);
        names_add_host(n, a, 4, name, (size_t)length, i);
    }
    for (unsigned i = 0; i < 2; i++)
        pthread_join(readers[i], NULL);
    check_ip(n, "10.0.78.31", "host19999");
    names_close(n);
}

int main(void)
{
    snprintf(folder, sizeof(folder), "/tmp/thresher-names-XXXXXX");
    if (mkdtemp(folder) == NULL)
        return 1;
    struct names *n = open_with("m", "");
    test_tables();
    test_well_known(n);
    test_vendors(n);
    names_close(n);
    test_off();
    test_ports();
    test_files();
    test_two_files();
    test_hosts();
    test_resolver();
    test_threads();
    return check_done();
}
