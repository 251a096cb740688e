/* esp_test.c - vectors of esp.c and udpencap.c. */
#include "check.h"
#include "protocols/protocol.h"
#include "vector.h"

extern const struct protocol proto_esp, proto_udpencap;

static const struct vector esp[] = {
    { "encrypted",
      "0000 0064 0000 0001 0102 0304 0506 0708 0102 0304 0506 0708 0102 0304 0506 0708"
      "0102 0304 0506 0708",
      "Encapsulating Security Payload\n"
      " ESP SPI: 0x00000064 (100)\n"
      " ESP Sequence: 1\n" },
    { "header alone",
      "0000 0064 0000 0001",
      "Encapsulating Security Payload\n"
      " ESP SPI: 0x00000064 (100)\n"
      " ESP Sequence: 1\n" },
};

static const struct vector udpencap[] = {
    { "keepalive",
      "ff",
      "UDP Encapsulation of IPsec Packets\n"
      " NAT-keepalive packet\n" },
    { "ESP",
      "0000 0064 0000 0001 0102 0304 0506 0708 0102 0304 0506 0708",
      "UDP Encapsulation of IPsec Packets\n"
      "Encapsulating Security Payload\n"
      " ESP SPI: 0x00000064 (100)\n"
      " ESP Sequence: 1\n" },
    { "IKE",
      "0000 0000 0102 0304 0506 0708 0102 0304 0506 0708",
      NULL },
};

int main(void)
{
    vectors_check(&proto_esp, esp, ARRAY_LEN(esp));
    vectors_check(&proto_udpencap, udpencap, ARRAY_LEN(udpencap));
    return check_done();
}
