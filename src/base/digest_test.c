/* digest_test.c - the examples of RFC 1321 appendix A.5, RFC 3174 and FIPS 180-4, and lengths around a block. */
#include "base/digest.h"
#include "base/strbuf.h"
#include "check.h"

static void expect(const char *text, const char *md5, const char *sha1, const char *sha256)
{
    uint8_t a[16], b[20], c[32];
    struct strbuf sb = { 0 };
    digest_md5(text, strlen(text), a);
    digest_sha1(text, strlen(text), b);
    digest_sha256(text, strlen(text), c);
    sb_hex_bytes(&sb, a, sizeof a, '\0');
    CHECK_STR(sb_text(&sb), md5);
    sb_clear(&sb);
    sb_hex_bytes(&sb, b, sizeof b, '\0');
    CHECK_STR(sb_text(&sb), sha1);
    sb_clear(&sb);
    sb_hex_bytes(&sb, c, sizeof c, '\0');
    CHECK_STR(sb_text(&sb), sha256);
    sb_free(&sb);
}

int main(void)
{
    expect("", "d41d8cd98f00b204e9800998ecf8427e", "da39a3ee5e6b4b0d3255bfef95601890afd80709",
           "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect("abc", "900150983cd24fb0d6963f7d28e17f72", "a9993e364706816aba3e25717850c26c9cd0d89d",
           "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "8215ef0796a20bcaaae116d3876c664a",
           "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
           "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    expect("1234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890",
           "49cb3608e2b33fad6b65df8cb8f49668", "fecfd28bbc9345891a66d7c1b8ff46e60192d284",
           "b20e12a7bcf7a0bcc5150265aab9c40b1d673781c143a73be76232d81e6038ec");
    expect("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ef1772b6dff9a122358552954ad0df65",
           "c1c8bbdc22796e28c0e15163d20899b65621d65a",
           "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318");
    expect("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "3b0c8ac703f828b04c6c197006d17218",
           "c2db330f6083854c99d4b5bfb6e8f29f201be699",
           "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a");
    expect("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "b06521f39153d618550606be297466d5",
           "03f09f5b158a7a8cdad920bddc29b81c18a551f5",
           "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34");
    expect("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "014842d480b571495a4a0363793f7367",
           "0098ba824b5c16427bd7a1122a5a442a25ec644d",
           "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb");
    return check_done();
}
