/* bittorrent_clients.c - clients by their peer IDs, BEP 20 (https://www.bittorrent.org/beps/bep_0020.html). */
#include "protocols/application/bittorrent.h"

/* How an ID begins, and how many bytes after that are the version. */
struct client {
    const char *begin, *name;
    uint8_t version;
};
static const struct client clients[] = {
    { "-AG", "Ares", 4 }, { "-A~", "Ares", 4 }, { "-AR", "Arctic", 4 }, { "-AX", "BitPump", 4 }, { "-AZ", "Azureus", 4 },
    { "-BB", "BitBuddy", 4 }, { "-BC", "BitComet", 4 }, { "-BF", "Bitflu", 4 }, { "-BG", "BTG", 4 }, { "-BOW", "Bits on Wheels", 3 },
    { "-BR", "BitRocket", 4 }, { "-BS", "BTSlave", 4 }, { "-BX", "Bittorrent X", 4 }, { "-CD", "Enhanced CTorrent", 4 },
    { "-CT", "CTorrent", 4 }, { "-DE", "DelugeTorrent", 4 }, { "-DP", "Propagate Data Client", 4 }, { "-EB", "EBit", 4 },
    { "-ES", "electric sheep", 4 }, { "-FT", "FoxTorrent", 4 }, { "-GS", "GSTorrent", 4 }, { "-HL", "Halite", 4 },
    { "-HN", "Hydranode", 4 }, { "-KG", "KGet", 4 }, { "-KT", "KTorrent", 4 }, { "-LH", "LH-ABC", 4 }, { "-LP", "Lphant", 4 },
    { "-LT", "libtorrent", 4 }, { "-lt", "libTorrent", 4 }, { "-LW", "LimeWire", 4 }, { "-MO", "MonoTorrent", 4 },
    { "-MP", "MooPolice", 4 }, { "-MR", "Miro", 4 }, { "-MT", "MoonlightTorrent", 4 }, { "-NX", "Net Transport", 4 },
    { "-PD", "Pando", 4 }, { "-qB", "qBittorrent", 4 }, { "-QD", "QQDownload", 4 }, { "-QT", "Qt 4 Torrent example", 4 },
    { "-RT", "Retriever", 4 }, { "-S~", "Shareaza alpha/beta", 4 }, { "-SB", "Swiftbit", 4 }, { "-SS", "SwarmScope", 4 },
    { "-ST", "SymTorrent", 4 }, { "-st", "sharktorrent", 4 }, { "-SZ", "Shareaza", 4 }, { "-TN", "TorrentDotNET", 4 },
    { "-TR", "Transmission", 4 }, { "-TS", "Torrentstorm", 4 }, { "-TT", "TuoTu", 4 }, { "-UL", "uLeecher!", 4 },
    { "-UT", "(my)Torrent", 4 }, { "-VG", "Vagaa", 4 }, { "-WT", "BitLet", 4 }, { "-WY", "FireTorrent", 4 }, { "-XL", "Xunlei", 4 },
    { "-XT", "XanTorrent", 4 }, { "-XX", "Xtorrent", 4 }, { "-ZT", "ZipTorrent", 4 }, { "exbc", "BitComet", 2 }, { "OP", "Opera", 4 },
    { "XBT", "XBT Client", 3 }, { "A", "ABC", 3 }, { "O", "Osprey Permaseed", 3 }, { "Q", "BTQueue", 3 }, { "R", "Tribler", 3 },
    { "S", "Shadow's client", 3 }, { "T", "BitTornado", 3 }, { "U", "UPnP NAT Bit Torrent", 3 },
};

bool bittorrent_client(struct strbuf *sb, const uint8_t id[20])
{
    for (size_t i = 0; i < ARRAY_LEN(clients); i++) {
        const struct client *c = &clients[i];
        size_t len = strlen(c->begin);
        if (memcmp(id, c->begin, len) != 0)
            continue;
        if (sb != NULL) {
            sb_str(sb, c->name);
            sb_str(sb, " v");
            sb_escaped(sb, id + len, c->version);
        }
        return true;
    }
    return false;
}
