/* dhcp_vendor.c - what vendors put into DHCP options 43, 60, 82, 124, 125 and 242. */
#include "protocols/application/dhcp.h"

#include "dissect/label.h"
#include "protocols/application/dhcp_values.h"

#include <stdlib.h>

enum { ENTERPRISE_BROADBAND_FORUM = 3561, ENTERPRISE_CABLELABS = 4491 };

/* --- options 43 and 60 -------------------------------------------------------------------------- */

static bool starts_with(const uint8_t *p, uint32_t len, const char *text)
{
    size_t n = strlen(text);
    return p != NULL && len >= n && memcmp(p, text, n) == 0;
}

static void aruba_controller(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    emit_at(d, c, F_V43_ARUBAAP_CONTROLLERIP, 0, c.wire);
}

/* "organisation,address,password" */
static void aruba_instant(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    static const unsigned fields[] = { F_V43_ARUBAIAP_NAME_ORG, F_V43_ARUBAIAP_AMP_IP, F_V43_ARUBAIAP_PASSWORD };
    (void)at;
    emit_at(d, c, F_V43_ARUBAIAP, 0, c.wire);
    down(d);
    const uint8_t *comma = c.cap != 0 ? memchr(c.p, ',', c.cap) : NULL;
    for (int i = 0; i < 3 && d->stop == STOP_NONE; i++) {
        bool alone = comma == NULL;
        const uint8_t *next = c.cap != 0 ? memchr(c.p, ',', c.cap) : NULL;
        if (i == 1 && next == NULL && !alone) {
            malformed(d);
            break;
        }
        uint32_t n = i == 2 || next == NULL ? c.wire : (uint32_t)(next - c.p);
        emit_at(d, c, fields[i], 0, n);
        if (!alone)
            cursor_skip(&c, n + 1);
    }
    up(d);
}

static const struct vendor {
    const char *prefix;  /* of option 60 */
    const char *name;
    const struct dhcp_set *set;
    void (*by_hand)(struct dissect *d, struct cursor c, const struct dhcp_at *at);
} vendors[] = {
    { "PXEClient", "PXEClient", &dhcp_pxe, NULL },
    { "pktc", "CableLabs", &dhcp_cl, NULL },
    { "docsis", "CableLabs", &dhcp_cl, NULL },
    { "OpenCable2.0", "CableLabs", &dhcp_cl, NULL },
    { "CableHome", "CableLabs", &dhcp_cl, NULL },
    { "AAPLBSDPC", "Boot Server Discovery Protocol (BSDP)", &dhcp_bsdp, NULL },
    { "ciscopnp", "Cisco ACI Fabric", &dhcp_aci, NULL },
    { "AEROHIVE", "Aerohive", &dhcp_aerohive, NULL },
    { "ArubaAP", "Aruba AP", NULL, aruba_controller },
    { "ArubaInstantAP", "Aruba Instant AP", NULL, aruba_instant },
};
static const struct vendor alcatel = { "", "Alcatel-Lucent", &dhcp_alu, NULL };

/* Alcatel-Lucent's telephones do not say so in option 60; their suboptions do. */
static const struct vendor *vendor_of(const struct dhcp_message *m, struct cursor c)
{
    for (uint32_t i = 0; i < ARRAY_LEN(vendors); i++)
        if (starts_with(m->vendor, m->vendor_len, vendors[i].prefix))
            return &vendors[i];
    const uint8_t *p = cursor_peek(c, 0, 2);
    if (p != NULL && (p[0] == 58 || (p[0] >= 64 && p[0] <= 67)) && p[1] >= 1 && p[1] + 2u <= c.wire)
        return &alcatel;
    return NULL;
}

bool option_vendor_info(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    const struct vendor *v = vendor_of(at->m, c);
    if (v == NULL) {
        emit_at(d, c, F_V43_VALUE, 0, c.wire);
        return c.wire != 0;
    }
    annotate(d, at->node, v->name);
    layer_named(d, &proto_dhcp);
    if (v->set != NULL)
        dhcp_walk_set(d, c, v->set, at);
    else
        v->by_hand(d, c, at);
    return c.wire != 0;
}

/* Vendors whose class says more than its name. */
static const struct {
    const char *prefix;
    uint32_t skip;
    void (*capabilities)(struct dissect *d, struct cursor c, uint32_t at);  /* NULL: text */
} classes[] = {
    { "AAPLBSDPC/", 10, NULL },
    { "docsis3.0:", 0, NULL },
    { "docsis1.1:", 10, dhcp_modem_capabilities },
    { "docsis2.0:", 10, dhcp_modem_capabilities },
    { "pktc1.0:", 8, dhcp_adapter_capabilities },
    { "pktc1.5:", 8, dhcp_adapter_capabilities },
    { "pktc2.0:", 8, dhcp_adapter_capabilities },
};

bool option_vendor_class(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    emit_at(d, c, F_VENDOR_CLASS_ID, 0, c.wire);
    for (uint32_t i = 0; c.cap >= c.wire && i < ARRAY_LEN(classes); i++) {
        if (!starts_with(c.p, c.wire, classes[i].prefix))
            continue;
        layer_named(d, &proto_dhcp);
        if (classes[i].capabilities != NULL)
            classes[i].capabilities(d, c, classes[i].skip);
        else
            emit_at(d, c, F_VENDOR_CLASS_DATA, classes[i].skip, c.wire - classes[i].skip);
    }
    return c.wire != 0;
}

/* --- option 43: PXE ----------------------------------------------------------------------------- */

bool pxe_discovery_control(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    emit_bits(d, c, 0, 1, F_PXE_DISCOVERY_CONTROL, F_PXE_DISCOVERY_CONTROL_BSTRAP);
    return true;
}

bool pxe_boot_servers(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    emit_at(d, c, F_PXE_BOOT_SERVERS, 0, c.wire);
    down(d);
    while (more(d, &c) && c.wire > 1) {
        add_item(d, &c, F_PXE_BOOT_SERVERS_TYPE, 2);
        uint32_t n = (uint32_t)add_uint(d, &c, F_PXE_BOOT_SERVERS_COUNT, 1);
        for (uint32_t i = 0; i < n && d->stop == STOP_NONE; i++)
            add_item(d, &c, F_PXE_BOOT_SERVERS_IP, 4);
    }
    up(d);
    return true;
}

bool pxe_boot_menu(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    emit_at(d, c, F_PXE_BOOT_MENU, 0, c.wire);
    down(d);
    while (more(d, &c)) {
        add_item(d, &c, F_PXE_BOOT_MENU_TYPE, 2);
        uint32_t n = (uint32_t)add_uint(d, &c, F_PXE_BOOT_MENU_LENGTH, 1);
        add_item(d, &c, F_PXE_BOOT_MENU_DESC, n);
    }
    up(d);
    return true;
}

bool pxe_menu_prompt(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    emit_at(d, c, F_PXE_MENU_PROMPT, 0, c.wire);
    down(d);
    add_item(d, &c, F_PXE_MENU_PROMPT_TIMEOUT, 1);
    emit_at(d, c, F_PXE_MENU_PROMPT_PROMPT, 0, c.wire);
    up(d);
    return true;
}

bool pxe_boot_item(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    emit_at(d, c, F_PXE_BOOT_ITEM, 0, c.wire);
    down(d);
    add_item(d, &c, F_PXE_BOOT_ITEM_TYPE, 2);
    emit_at(d, c, F_PXE_BOOT_ITEM_LAYER, 0, 2);
    up(d);
    return true;
}

/* --- option 43: CableLabs ------------------------------------------------------------------------ */

bool cl_oui(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    emit_at(d, c, c.wire == 3 ? F_CL_OUI_BYTES : F_CL_OUI_STRING, 0, c.wire);
    return c.wire != 0;
}

bool cl_mac(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire != 6)
        return dhcp_bad_length(d, at, "length isn't 6");
    emit_at(d, c, F_CL_MTA_MAC_ADDRESS, 0, 6);
    return true;
}

/* --- option 43: Apple's BSDP --------------------------------------------------------------------- */

static void bsdp_attribute(struct dissect *d, struct cursor c, uint32_t off)
{
    emit_bits(d, c, off, 2, F_BSDP_BOOT_IMAGE_ATTRIBUTE, F_BSDP_BOOT_IMAGE_ATTRIBUTE_RESERVED);
}

static bool bsdp_image(struct dissect *d, struct cursor c, unsigned field)
{
    emit_at(d, c, field, 0, c.wire);
    down(d);
    bsdp_attribute(d, c, 0);
    emit_at(d, c, F_BSDP_BOOT_IMAGE_INDEX, 2, 2);
    up(d);
    return true;
}

bool bsdp_default_image(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    return bsdp_image(d, c, F_BSDP_DEFAULT_BOOT_IMAGE_ID);
}

bool bsdp_selected_image(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    return bsdp_image(d, c, F_BSDP_SELECTED_BOOT_IMAGE_ID);
}

bool bsdp_image_list(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    emit_at(d, c, F_BSDP_BOOT_IMAGE_LIST, 0, c.wire);
    down(d);
    while (more(d, &c)) {
        uint32_t n = get8(d, c, 4);
        emit_at(d, c, F_BSDP_BOOT_IMAGE_DESC, 0, n + 5);
        down(d);
        bsdp_attribute(d, c, 0);
        emit_at(d, c, F_BSDP_BOOT_IMAGE_INDEX, 2, 2);
        emit_at(d, c, F_BSDP_BOOT_IMAGE_NAME_LEN, 4, 1);
        emit_at(d, c, F_BSDP_BOOT_IMAGE_NAME, 5, n);
        up(d);
        cursor_skip(&c, n + 5);
    }
    up(d);
    return true;
}

bool bsdp_filter_list(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    emit_at(d, c, F_BSDP_ATTRIBUTES_FILTER_LIST, 0, c.wire);
    down(d);
    for (; more(d, &c); cursor_skip(&c, 2))
        bsdp_attribute(d, c, 0);
    up(d);
    return true;
}

/* --- option 82, RFC 3046 ------------------------------------------------------------------------- */

bool option_relay_agent(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    dhcp_walk_set(d, c, &dhcp_agent, at);
    return c.wire != 0;
}

bool agent_source_port(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    if (c.wire != 0)
        return false;
    emit_value(d, c, F_AGENT_SOURCE_PORT, 0, 0, 0);
    return true;
}

/* RFC 6607: one byte is the default VPN, seven are an OUI and an index, all else is a name. */
bool agent_vrf(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    if (c.wire == 1)
        emit_at(d, c, F_AGENT_VRF_NAME_GLOBAL, 0, 1);
    else
        emit_at(d, c, F_AGENT_VRF_NAME, 0, c.wire);
    return c.wire != 0;
}

/* The value is not in the field, as in tshark: only the label tells it. */
void dhcp_version_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint8_t *p = node_bytes(d, n, 0, 2);
    sb_str(sb, registry_field(n->field)->label);
    if (p != NULL)
        sb_printf(sb, ": %u.%u", p[0], p[1]);
}

/* What CableLabs put into suboption 9.  The walk goes on where tshark's does: behind the two bytes of a version, and
   in the midst of the service that is not one text. */
static void agent_cable(struct dissect *d, struct cursor c, uint32_t node)
{
    static const uint16_t fields[] = {
        [1] = F_AGENT_VI_CL_DOCSIS_VERSION,          [2] = F_AGENT_VI_CL_DPOE_SYSTEM_VERSION,
        [4] = F_AGENT_VI_CL_DPOE_SYSTEM_PBB_SERVICE, [5] = F_AGENT_VI_CL_SERVICE_CLASS_NAME,
        [6] = F_AGENT_VI_CL_MSO_DEFINED_TEXT,        [7] = F_AGENT_VI_CL_SECURE_FILE_TRANSFER_URI,
    };
    while (more(d, &c)) {
        uint32_t tag = get8(d, c, 0), len = get8(d, c, 1);
        uint16_t field = tag < ARRAY_LEN(fields) ? fields[tag] : 0;
        if (tag == 1 || tag == 2) {
            emit_value(d, c, field, 2, 2, 0);
            len = 2;
        } else if (field != 0) {
            emit_at(d, c, field, 2, len);
            len = tag == 4 ? 0 : len;
        } else {
            dhcp_note(d, node, DHCP_UNKNOWN_TAG, (struct dhcp_text){ "Unknown tag # (# bytes)", { tag, len } });
        }
        cursor_skip(&c, len + 2);
    }
}

/* RFC 4243 */
bool agent_vendor(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    while (more(d, &c)) {
        uint32_t enterprise = get32(d, c, 0), len = get8(d, c, 4);
        uint32_t node = emit_at(d, c, F_AGENT_VI_ENTERPRISE, 0, 4);
        down(d);
        emit_at(d, c, F_AGENT_VI_DATA_LENGTH, 4, 1);
        if (enterprise == ENTERPRISE_CABLELABS)
            agent_cable(d, cursor_sub(c, 5, len), node);
        up(d);
        if (enterprise != ENTERPRISE_CABLELABS)
            emit_at(d, c, F_AGENT_VALUE, 5, len);
        cursor_skip(&c, len + 5);
    }
    return true;
}

/* --- options 124 and 125, RFC 3925 --------------------------------------------------------------- */

bool option_vendor_classes(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire == 0)
        return false;
    if (c.wire == 1) {
        emit_at(d, c, F_VI_CLASS_CL_ADDRESS_MODE, 0, 1);
        return true;
    }
    while (more(d, &c) && c.wire >= 5) {
        add_item(d, &c, F_VI_CLASS_ENTERPRISE, 4);
        uint32_t len = (uint32_t)add_uint(d, &c, F_VI_CLASS_LENGTH, 1);
        add_item(d, &c, F_VI_CLASS_DATA, len);
    }
    if (c.wire != 0)
        dhcp_bad_length(d, at, "length < 5");
    return true;
}

/* The next suboption of option 125 at *c, or a finding; false at the end.  *len: of its value. */
static bool next_sub(struct dissect *d, struct cursor *c, uint32_t node, uint32_t *code, uint32_t *len)
{
    if (!more(d, c))
        return false;
    *code = get8(d, *c, 0);
    if (c->wire < 2) {
        dhcp_note(d, node, DHCP_MISSING_SUBOPT_LENGTH,
                  (struct dhcp_text){ "Suboption #: no room left in option for suboption length", { *code } });
        return false;
    }
    *len = get8(d, *c, 1);
    return true;
}

static void no_value(struct dissect *d, uint32_t node, uint32_t code)
{
    dhcp_note(d, node, DHCP_MISSING_SUBOPT_VALUE,
              (struct dhcp_text){ "Suboption #: no room left in option for suboption value", { code } });
}

bool tr111_oui(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    (void)at;
    uint32_t v = 0;
    for (uint32_t i = 0; i < 6 && need(d, c, 0, c.wire) && i < c.wire; i++) {
        uint8_t h = c.p[i];
        uint8_t digit = h >= '0' && h <= '9'                 ? (uint8_t)(h - '0')
                        : (h | 32) >= 'a' && (h | 32) <= 'f' ? (uint8_t)((h | 32) - 'a' + 10)
                                                             : 16;
        if (digit == 16)
            break;
        v = v << 4 | digit;
    }
    emit_value(d, c, F_VI_TR111_DEVICE_MANUFACTURER_OUI, 0, c.wire, v);
    return true;
}

static void broadband_forum(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    uint32_t code, len;
    while (next_sub(d, &c, at->node, &code, &len)) {
        /* tshark's line starts at the length. */
        struct dhcp_at sub = { at->m, emit_value(d, c, F_VI_TR111_SUBOPTION, 1, len + 2, code), (uint8_t)code,
                               at->start };
        down(d);
        emit_at(d, c, F_SUBOPTION_LENGTH, 1, 1);
        bool room = len <= c.wire - 2;
        const struct dhcp_option *row = dhcp_set_find(&dhcp_tr111, (uint8_t)code);
        if (!room)
            no_value(d, sub.node, code);
        else if (row != NULL)
            dhcp_value(d, cursor_sub(c, 2, len), row, &sub);
        up(d);
        if (room)
            set_hidden(d, emit_at(d, c, F_VI_VALUE, 2, len));
        cursor_skip(&c, len + 2);
    }
}

static void cable_value(struct dissect *d, struct cursor c, uint32_t code, uint32_t len, const struct dhcp_at *sub)
{
    switch (code) {
    case 1: emit_at(d, c, F_VI_CL_OPTION_REQUEST, 2, len); break;
    case 2: dhcp_addresses(d, cursor_sub(c, 2, len), F_VI_CL_TFTP_SERVER_ADDRESSES, sub); break;
    case 3: emit_at(d, c, F_VI_CL_EROUTER_CONTAINER_OPTION, 2, len); break;
    case 4: emit_at(d, c, F_VI_CL_MIB_ENVIRONMENT, 2, len); break;
    case 5:
        emit_at(d, c, F_VI_CL_MODEM_CAPABILITIES, 2, len);
        dhcp_modem_capabilities_binary(d, c, 2, len);
        break;
    default: break;
    }
}

void dhcp_vi_cl_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    sb_printf(sb, "Option 125 Suboption: (%u) %s", (unsigned)n->v.u,
              values_or(&dhcp_vi_cl_suboption, (uint32_t)n->v.u, "Unknown"));
}

static void cable_labs(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    uint32_t code, len;
    while (next_sub(d, &c, at->node, &code, &len)) {
        struct dhcp_at sub = { at->m, emit_value(d, c, F_VI_CL_SUBOPTION, 1, len + 2, code), (uint8_t)code, at->start };
        down(d);
        emit_at(d, c, F_SUBOPTION_LENGTH, 1, 1);
        if (len <= c.wire - 2)
            cable_value(d, c, code, len, &sub);
        else
            no_value(d, sub.node, code);
        up(d);
        cursor_skip(&c, len + 2);
    }
}

static void other_enterprise(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    uint32_t code, len;
    while (next_sub(d, &c, at->node, &code, &len)) {
        uint32_t node = emit_at(d, c, F_VI_SUBOPTION, 0, 1);
        down(d);
        emit_at(d, c, F_SUBOPTION_LENGTH, 1, 1);
        if (len <= c.wire - 2)
            emit_at(d, c, F_VI_DATA, 2, len);
        else
            no_value(d, node, code);
        up(d);
        cursor_skip(&c, len + 2);
    }
}

bool option_vendor_specifics(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire == 0)
        return false;
    while (more(d, &c) && c.wire >= 5) {
        uint32_t enterprise = get32(d, c, 0), len = get8(d, c, 4);
        struct dhcp_at sub = { at->m, emit_at(d, c, F_VI_ENTERPRISE, 0, 4), at->code, at->start };
        down(d);
        emit_at(d, c, F_VI_LENGTH, 4, 1);
        struct cursor inner = cursor_sub(c, 5, len < c.wire - 5 ? len : c.wire - 5);
        if (enterprise == ENTERPRISE_BROADBAND_FORUM)
            broadband_forum(d, inner, &sub);
        else if (enterprise == ENTERPRISE_CABLELABS)
            cable_labs(d, inner, &sub);
        else
            other_enterprise(d, inner, &sub);
        up(d);
        cursor_skip(&c, len + 5);
    }
    if (c.wire != 0)
        dhcp_bad_length(d, at, "length < 5");
    return true;
}

/* --- option 242: Avaya's telephones --------------------------------------------------------------- */

#define PHY_STATES { "Disabled", "Auto", "10Mbps half", "10Mbps full", "100Mbps half", "100Mbps full", "1000Mbps full" }
/* Settings "NAME=value", and what the values 0, 1 ... of some mean. */
static const struct avaya {
    const char *name;
    uint16_t field;
    const char *means[9];
} avaya[] = {
    { "TLSSRVR=", F_V43_AVAYA_TLSSRVR, { NULL } },
    { "HTTPSRVR=", F_V43_AVAYA_HTTPSRVR, { NULL } },
    { "HTTPDIR=", F_V43_AVAYA_HTTPDIR, { NULL } },
    { "STATIC=",
      F_V43_AVAYA_STATIC,
      { "Static programming never overrides call server (DHCP) or call server administered data",
        "Static programming overrides only file server administered data",
        "Static programming overrides only call server administered data",
        "Static programming overrides both file server- and call server-administered data" } },
    { "MCIPADD=", F_V43_AVAYA_MCIPADD, { NULL } },
    { "DOT1X=",
      F_V43_AVAYA_DOT1X,
      { "With PAE pass-through", "With PAE pass-through and proxy Logoff",
        "Without PAE pass-through or proxy Logoff" } },
    { "ICMPDU=",
      F_V43_AVAYA_ICMPDU,
      { "No ICMP Destination Unreachable messages", "Send limited Port Unreachable messages",
        "Send Protocol and Port Unreachable messages" } },
    { "ICMPRED=", F_V43_AVAYA_ICMPRED, { "Ignore ICMP Redirect messages", "Process ICMP Redirect messages" } },
    { "L2Q=", F_V43_AVAYA_L2Q, { "Auto", "Enabled", "Disabled" } },
    { "L2QVLAN=", F_V43_AVAYA_L2QVLAN, { NULL } },
    { "LOGLOCAL=",
      F_V43_AVAYA_LOGLOCAL,
      { "Disabled", "Emergencie", "Alerts", "Critical", "Errors", "Warnings", "Notices", "Information", "Debug" } },
    { "PHY1STAT=", F_V43_AVAYA_PHY1STAT, PHY_STATES },
    { "PHY2STAT=", F_V43_AVAYA_PHY2STAT, PHY_STATES },
    { "PROCPSWD=", F_V43_AVAYA_PROCPSWD, { NULL } },
    { "PROCSTAT=", F_V43_AVAYA_PROCSTAT, { "All administrative options", "Only view administrative options" } },
    { "SNMPADD=", F_V43_AVAYA_SNMPADD, { NULL } },
    { "SNMPSTRING=", F_V43_AVAYA_SNMPSTRING, { NULL } },
    { "VLANTEST=", F_V43_AVAYA_VLANTEST, { NULL } },
};

/* " (Auto)" after a value that has a meaning. */
void dhcp_avaya_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    uint32_t field = n->field - registry_first_field[registry_protocol_number(&proto_dhcp)], i = 0, len;
    while (i < ARRAY_LEN(avaya) && avaya[i].field != field)
        i++;
    const uint8_t *p = node_value(d, n, &len);
    if (i == ARRAY_LEN(avaya) || avaya[i].means[0] == NULL || p == NULL)
        return;
    const char *means = len == 1 && *p >= '0' && *p <= '8' ? avaya[i].means[*p - '0'] : NULL;
    sb_str(sb, means != NULL ? " (" : " (Unknown (");
    if (means != NULL)
        sb_str(sb, means);
    else
        sb_escaped(sb, p, len);
    sb_str(sb, means != NULL ? ")" : "))");
}

static void avaya_number(struct dissect *d, struct cursor c, const struct avaya *a, uint32_t name)
{
    char digits[12] = "";
    memcpy(digits, c.p + name, c.wire - name < sizeof digits ? c.wire - name : sizeof digits - 1);
    char *end;
    long v = strtol(digits, &end, 10);
    bool number = *end == '\0';
    uint32_t node = emit_value(d, c, a->field, 0, c.wire, number ? (uint64_t)v : 0);
    /* As tshark 4.0 has it: of the two, the VLAN is doubted when it is a number. */
    if (a->field == F_V43_AVAYA_L2QVLAN && number)
        note_on(d, node, DHCP_BAD_L2QVLAN, NULL);
    else if (a->field == F_V43_AVAYA_VLANTEST && !number)
        note_on(d, node, DHCP_BAD_VLANTEST, NULL);
}

static void avaya_setting(struct dissect *d, struct cursor c, uint32_t node)
{
    uint32_t i = 0;
    while (i < ARRAY_LEN(avaya) && !starts_with(c.p, c.wire, avaya[i].name))
        i++;
    uint32_t name = i < ARRAY_LEN(avaya) ? (uint32_t)strlen(avaya[i].name) : 0;
    if (name == 0 || name == c.wire)
        dhcp_note(d, node, DHCP_UNKNOWN_SUBOPT,
                  (struct dhcp_text){ "ERROR, Unknown Avaya IP Telephone parameter ", { 0 }, c.p, c.wire });
    else if (avaya[i].field == F_V43_AVAYA_L2QVLAN || avaya[i].field == F_V43_AVAYA_VLANTEST)
        avaya_number(d, c, &avaya[i], name);
    else
        emit_held(d, c, avaya[i].field, 0, c.wire, c.p + name, c.wire - name);
}

/* Bytes of the setting at c: up to a comma that a "NAME=" follows. */
static uint32_t setting_length(struct cursor c)
{
    for (uint32_t i = 0; i < c.wire; i++) {
        if (c.p[i] != ',')
            continue;
        for (uint32_t k = i + 1; k < c.wire && c.p[k] != ','; k++)
            if (c.p[k] == '=')
                return i;
    }
    return c.wire;
}

bool option_avaya(struct dissect *d, struct cursor c, const struct dhcp_at *at)
{
    if (c.wire < 5)
        return dhcp_bad_length(d, at, "Avaya IP Telephone option length isn't >= 5");
    if (!need(d, c, 0, c.wire))
        return true;
    uint32_t node = emit_at(d, c, F_V43_AVAYA, 0, c.wire);
    down(d);
    if (memchr(c.p, '=', c.wire) == NULL) {
        dhcp_note(d, node, DHCP_UNKNOWN_SUBOPT, (struct dhcp_text){ "ERROR, Unknown parameter ", { 0 }, c.p, c.wire });
    } else {
        while (more(d, &c)) {
            uint32_t n = setting_length(c);
            avaya_setting(d, cursor_part(c, n), node);
            cursor_skip(&c, n + 1);
        }
    }
    up(d);
    return true;
}
