/* vnc.c - Virtual Network Computing: the Remote Framebuffer protocol 3.3 to 3.8, RFC 6143.  Found by its greeting in any TCP
   stream.  Behind an authentication or an encoding that is not known, what a side says is not looked into any more. */
#include "protocols/application/vnc.h"

enum { GREETING = 12, CHALLENGE = 16, SERVER_INIT = 24, PIXEL_FORMAT = 16, BITS_MAX = 32, NAME_MAX = 65536, CUT_TEXT_MAX = 1 << 20,
       UPDATE_MAX = 64 << 20 };
enum { NONE = 1, VNC_AUTH = 2 };
enum client_message { SET_PIXEL_FORMAT = 0, SET_ENCODINGS = 2, UPDATE_REQUEST = 3, KEY_EVENT = 4, POINTER_EVENT = 5, CLIENT_CUT_TEXT = 6 };
enum server_message { UPDATE = 0, SET_COLOURS = 1, BELL = 2, SERVER_CUT_TEXT = 3 };
/* What is to come next; who has to say it. */
enum stage { SERVER_VERSION, CLIENT_VERSION, SECURITY_TYPES, CLIENT_CHOICE, AUTH_CHALLENGE, AUTH_RESPONSE, AUTH_RESULT, CLIENT_INIT,
             STAGE_SERVER_INIT, MESSAGES, REFUSED };

VALUES(security_types,
    { 0, "Invalid" }, { NONE, "None" }, { VNC_AUTH, "VNC" }, { 5, "RA2" }, { 6, "RA2ne" }, { 16, "Tight" }, { 17, "Ultra" },
    { 18, "TLS" }, { 19, "VeNCrypt" }, { 20, "GTK-VNC SASL" }, { 30, "Apple Remote Desktop" });
VALUES(client_messages,
    { SET_PIXEL_FORMAT, "Set Pixel Format" }, { SET_ENCODINGS, "Set Encodings" }, { UPDATE_REQUEST, "Framebuffer Update Request" },
    { KEY_EVENT, "Key Event" }, { POINTER_EVENT, "Pointer Event" }, { CLIENT_CUT_TEXT, "Cut Text" }, { 128, "MirrorLink" },
    { 150, "Enable Continuous Updates" }, { 248, "Fence" }, { 250, "Xvp" }, { 251, "Setr Desktop Size" }, { 252, "Tight" },
    { 253, "Gii" }, { 255, "Qemu" });
VALUES(server_messages,
    { UPDATE, "Framebuffer Update" }, { SET_COLOURS, "Set Colormap Entries" }, { BELL, "Ring Bell" }, { SERVER_CUT_TEXT, "Cut Text" },
    { 128, "MirrorLink" }, { 150, "End Continuous Updates" }, { 248, "Fence" }, { 250, "Xvp" }, { 252, "Tight" }, { 253, "Gii" },
    { 255, "Qemu" });
VALUES(encodings,
    { 0, "Raw" }, { 1, "CopyRect" }, { 2, "RRE" }, { 4, "CoRRE" }, { 5, "Hextile" }, { 6, "Zlib" }, { 7, "Tight" },
    { 8, "ZlibHex" }, { 9, "Ultra" }, { 16, "ZRLE" }, { 17, "Hitachi ZYWRLE" }, { 0x48323634, "H264" },
    { 0xfffe0000, "Keyboard LED State" }, { 0xfffe0001, "Supported Messages" },
    { 0xfffe0002, "Supported Encodings" }, { 0xfffe0003, "Server Identity" }, { 0xffff0001, "Enable Caching" },
    { 0xffff8000, "Server State" }, { 0xffff8001, "Enable Keep Alive" }, { 0xffff8002, "FTP protocol version" },
    { 0xfffffdf1, "HSML" }, { 0xfffffdf2, "Transform" }, { 0xfffffdf3, "SLRLE" },
    { 0xfffffdf4, "Context Information" }, { 0xfffffdf5, "MirrorLink" }, { 0xfffffecc, "Extended Desktop Size" },
    { 0xfffffecd, "Desktop Name" }, { 0xffffff00, "Compression level 0" }, { 0xffffff01, "Compression level 1" },
    { 0xffffff02, "Compression level 2" }, { 0xffffff03, "Compression level 3" },
    { 0xffffff04, "Compression level 4" }, { 0xffffff05, "Compression level 5" },
    { 0xffffff06, "Compression level 6" }, { 0xffffff07, "Compression level 7" },
    { 0xffffff08, "Compression level 8" }, { 0xffffff09, "Compression level 9" },
    { 0xffffff10, "X Cursor (pseudo)" }, { 0xffffff11, "Rich Cursor (pseudo)" },
    { 0xffffff18, "Pointer pos (pseudo)" }, { 0xffffff20, "LastRect (pseudo)" },
    { 0xffffff21, "DesktopSize (pseudo)" }, { 0xffffffe0, "JPEG quality level 0" },
    { 0xffffffe1, "JPEG quality level 1" }, { 0xffffffe2, "JPEG quality level 2" },
    { 0xffffffe3, "JPEG quality level 3" }, { 0xffffffe4, "JPEG quality level 4" },
    { 0xffffffe5, "JPEG quality level 5" }, { 0xffffffe6, "JPEG quality level 6" },
    { 0xffffffe7, "JPEG quality level 7" }, { 0xffffffe8, "JPEG quality level 8" },
    { 0xffffffe9, "JPEG quality level 9" });
/* Keysyms of the X Window System: ASCII, and the keys that stand for no character. */
VALUES(keys,
    { 0x0020, "space" }, { 0x0021, "!" }, { 0x0022, "\"" }, { 0x0023, "#" }, { 0x0024, "$" }, { 0x0025, "%" },
    { 0x0026, "&" }, { 0x0027, "'" }, { 0x0028, "(" }, { 0x0029, ")" }, { 0x002a, "*" }, { 0x002b, "+" },
    { 0x002c, "," }, { 0x002d, "-" }, { 0x002e, "." }, { 0x002f, "/" }, { 0x0030, "0" }, { 0x0031, "1" },
    { 0x0032, "2" }, { 0x0033, "3" }, { 0x0034, "4" }, { 0x0035, "5" }, { 0x0036, "6" }, { 0x0037, "7" },
    { 0x0038, "8" }, { 0x0039, "9" }, { 0x003a, ":" }, { 0x003b, ";" }, { 0x003c, "<" }, { 0x003d, "=" },
    { 0x003e, ">" }, { 0x003f, "?" }, { 0x0040, "@" }, { 0x0041, "A" }, { 0x0042, "B" }, { 0x0043, "C" },
    { 0x0044, "D" }, { 0x0045, "E" }, { 0x0046, "F" }, { 0x0047, "G" }, { 0x0048, "H" }, { 0x0049, "I" },
    { 0x004a, "J" }, { 0x004b, "K" }, { 0x004c, "L" }, { 0x004d, "M" }, { 0x004e, "N" }, { 0x004f, "O" },
    { 0x0050, "P" }, { 0x0051, "Q" }, { 0x0052, "R" }, { 0x0053, "S" }, { 0x0054, "T" }, { 0x0055, "U" },
    { 0x0056, "V" }, { 0x0057, "W" }, { 0x0058, "X" }, { 0x0059, "Y" }, { 0x005a, "Z" }, { 0x005b, "[" },
    { 0x005c, "\\" }, { 0x005d, "]" }, { 0x005e, "^" }, { 0x005f, "_" }, { 0x0060, "`" }, { 0x0061, "a" },
    { 0x0062, "b" }, { 0x0063, "c" }, { 0x0064, "d" }, { 0x0065, "e" }, { 0x0066, "f" }, { 0x0067, "g" },
    { 0x0068, "h" }, { 0x0069, "i" }, { 0x006a, "j" }, { 0x006b, "k" }, { 0x006c, "l" }, { 0x006d, "m" },
    { 0x006e, "n" }, { 0x006f, "o" }, { 0x0070, "p" }, { 0x0071, "q" }, { 0x0072, "r" }, { 0x0073, "s" },
    { 0x0074, "t" }, { 0x0075, "u" }, { 0x0076, "v" }, { 0x0077, "w" }, { 0x0078, "x" }, { 0x0079, "y" },
    { 0x007a, "z" }, { 0x007b, "{" }, { 0x007c, "|" }, { 0x007d, "}" }, { 0x007e, "~" }, { 0xff08, "BackSpace" },
    { 0xff09, "Tab" }, { 0xff0a, "Linefeed" }, { 0xff0b, "Clear" }, { 0xff0d, "Return" }, { 0xff13, "Pause" },
    { 0xff14, "Scroll_Lock" }, { 0xff15, "Sys_Req" }, { 0xff1b, "Escape" }, { 0xff20, "Multi_key" },
    { 0xff21, "Kanji" }, { 0xff22, "Muhenkan" }, { 0xff23, "Henkan_Mode" }, { 0xff24, "Romaji" },
    { 0xff25, "Hiragana" }, { 0xff26, "Katakana" }, { 0xff27, "Hiragana_Katakana" }, { 0xff28, "Zenkaku" },
    { 0xff29, "Hankaku" }, { 0xff2a, "Zenkaku_Hankaku" }, { 0xff2b, "Touroku" }, { 0xff2c, "Massyo" },
    { 0xff2d, "Kana_Lock" }, { 0xff2e, "Kana_Shift" }, { 0xff2f, "Eisu_Shift" }, { 0xff30, "Eisu_toggle" },
    { 0xff31, "Hangul" }, { 0xff32, "Hangul_Start" }, { 0xff33, "Hangul_End" }, { 0xff34, "Hangul_Hanja" },
    { 0xff35, "Hangul_Jamo" }, { 0xff36, "Hangul_Romaja" }, { 0xff37, "Hangul_Codeinput" },
    { 0xff38, "Hangul_Jeonja" }, { 0xff39, "Hangul_Banja" }, { 0xff3a, "Hangul_PreHanja" },
    { 0xff3b, "Hangul_PostHanja" }, { 0xff3c, "Hangul_SingleCandidate" }, { 0xff3d, "Hangul_MultipleCandidate" },
    { 0xff3e, "Hangul_PreviousCandidate" }, { 0xff3f, "Hangul_Special" }, { 0xff50, "Home" }, { 0xff51, "Left" },
    { 0xff52, "Up" }, { 0xff53, "Right" }, { 0xff54, "Down" }, { 0xff55, "Page_Up" }, { 0xff56, "Page_Down" },
    { 0xff57, "End" }, { 0xff58, "Begin" }, { 0xff60, "Select" }, { 0xff61, "Print" }, { 0xff62, "Execute" },
    { 0xff63, "Insert" }, { 0xff65, "Undo" }, { 0xff66, "Redo" }, { 0xff67, "Menu" }, { 0xff68, "Find" },
    { 0xff69, "Cancel" }, { 0xff6a, "Help" }, { 0xff6b, "Break" }, { 0xff7e, "Mode_switch" },
    { 0xff7f, "Num_Lock" }, { 0xff80, "KP_Space" }, { 0xff89, "KP_Tab" }, { 0xff8d, "KP_Enter" },
    { 0xff91, "KP_F1" }, { 0xff92, "KP_F2" }, { 0xff93, "KP_F3" }, { 0xff94, "KP_F4" }, { 0xff95, "KP_Home" },
    { 0xff96, "KP_Left" }, { 0xff97, "KP_Up" }, { 0xff98, "KP_Right" }, { 0xff99, "KP_Down" },
    { 0xff9a, "KP_Page_Up" }, { 0xff9b, "KP_Page_Down" }, { 0xff9c, "KP_End" }, { 0xff9d, "KP_Begin" },
    { 0xff9e, "KP_Insert" }, { 0xff9f, "KP_Delete" }, { 0xffaa, "KP_Multiply" }, { 0xffab, "KP_Add" },
    { 0xffac, "KP_Separator" }, { 0xffad, "KP_Subtract" }, { 0xffae, "KP_Decimal" }, { 0xffaf, "KP_Divide" },
    { 0xffb0, "KP_0" }, { 0xffb1, "KP_1" }, { 0xffb2, "KP_2" }, { 0xffb3, "KP_3" }, { 0xffb4, "KP_4" },
    { 0xffb5, "KP_5" }, { 0xffb6, "KP_6" }, { 0xffb7, "KP_7" }, { 0xffb8, "KP_8" }, { 0xffb9, "KP_9" },
    { 0xffbd, "KP_Equal" }, { 0xffbe, "F1" }, { 0xffbf, "F2" }, { 0xffc0, "F3" }, { 0xffc1, "F4" },
    { 0xffc2, "F5" }, { 0xffc3, "F6" }, { 0xffc4, "F7" }, { 0xffc5, "F8" }, { 0xffc6, "F9" }, { 0xffc7, "F10" },
    { 0xffc8, "F11" }, { 0xffc9, "F12" }, { 0xffca, "F13" }, { 0xffcb, "F14" }, { 0xffcc, "F15" },
    { 0xffcd, "F16" }, { 0xffce, "F17" }, { 0xffcf, "F18" }, { 0xffd0, "F19" }, { 0xffd1, "F20" },
    { 0xffd2, "F21" }, { 0xffd3, "F22" }, { 0xffd4, "F23" }, { 0xffd5, "F24" }, { 0xffd6, "F25" },
    { 0xffd7, "F26" }, { 0xffd8, "F27" }, { 0xffd9, "F28" }, { 0xffda, "F29" }, { 0xffdb, "F30" },
    { 0xffdc, "F31" }, { 0xffdd, "F32" }, { 0xffde, "F33" }, { 0xffdf, "F34" }, { 0xffe0, "F35" },
    { 0xffe1, "Shift_L" }, { 0xffe2, "Shift_R" }, { 0xffe3, "Control_L" }, { 0xffe4, "Control_R" },
    { 0xffe5, "Caps_Lock" }, { 0xffe6, "Shift_Lock" }, { 0xffe7, "Meta_L" }, { 0xffe8, "Meta_R" },
    { 0xffe9, "Alt_L" }, { 0xffea, "Alt_R" }, { 0xffeb, "Super_L" }, { 0xffec, "Super_R" }, { 0xffed, "Hyper_L" },
    { 0xffee, "Hyper_R" }, { 0xffff, "Delete" });
static const struct truth pressed = { "Pressed", "Not pressed" }, failed = { "Failed", "OK" };

static void numbered_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    (void)d;
    const uint32_t *number = n->v.arg;
    sb_printf(sb, "%s #%u", registry_field(n->field)->label, *number);
}

static void tile_label(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const uint32_t *ends = n->v.arg;
    const uint8_t *mask = node_bytes(d, n, 0, 1);
    sb_printf(sb, "Tile {%u:%u}, sub encoding mask %u", *ends >> 16, *ends & 0xffff, mask != NULL ? *mask : 0);
}

/* A cursor's rectangle tells something else. */
static void meaning_suffix(struct strbuf *sb, const struct dissect *d, const struct node *n)
{
    const char *meaning = annotation(d, n);
    if (meaning != NULL)
        sb_printf(sb, " (%s)", meaning);
}

#define NUMBER(name, label, size) { "vnc." name, label, FT_UINT##size, BASE_DEC }
#define PLACE(name, label) { "vnc." name, label, FT_UINT16, BASE_DEC, .suffix = meaning_suffix }
#define BYTES(name, label) { "vnc." name, label, FT_BYTES }
#define TRUTH(name, label) { "vnc." name, label, FT_BOOLEAN }
#define BUTTON(n, m) { "vnc.button_" n "_pos", "Mouse button #" n " position", FT_BOOLEAN, BITS_8, .mask = (m), .truth = &pressed }
#define HEXTILE(name, label, m) { "vnc.hextile_" name, label, FT_BOOLEAN, BITS_8, .mask = (m), .truth = &truth_yes }
#define PIXELS(first, who)                                                             \
    [first] = NUMBER(who "_bits_per_pixel", "Bits per pixel", 8),                        \
    [first + 1] = NUMBER(who "_depth", "Depth", 8),                                      \
    [first + 2] = TRUTH(who "_big_endian_flag", "Big endian flag"),                      \
    [first + 3] = TRUTH(who "_true_color_flag", "True color flag"),                      \
    [first + 4] = NUMBER(who "_red_max", "Red maximum", 16),                             \
    [first + 5] = NUMBER(who "_green_max", "Green maximum", 16),                         \
    [first + 6] = NUMBER(who "_blue_max", "Blue maximum", 16),                           \
    [first + 7] = NUMBER(who "_red_shift", "Red shift", 8),                              \
    [first + 8] = NUMBER(who "_green_shift", "Green shift", 8),                          \
    [first + 9] = NUMBER(who "_blue_shift", "Blue shift", 8)

static const struct field fields[] = {
    [VNC] = { "vnc", "Virtual Network Computing", FT_PROTOCOL },
    [VNC_PADDING] = { "vnc.padding", "Padding", FT_NONE },
    [VNC_SERVER_PROTO_VER] = { "vnc.server_proto_ver", "Server protocol version", FT_STRING },
    [VNC_CLIENT_PROTO_VER] = { "vnc.client_proto_ver", "Client protocol version", FT_STRING },
    [VNC_NUM_SECURITY_TYPES] = NUMBER("num_security_types", "Number of security types", 8),
    [VNC_SECURITY_TYPE] = { "vnc.security_type", "Security type", FT_UINT8, BASE_DEC, .values = &security_types },
    [VNC_SERVER_SECURITY_TYPE] = { "vnc.server_security_type", "Security type", FT_UINT32, BASE_DEC, .values = &security_types },
    [VNC_CLIENT_SECURITY_TYPE] = { "vnc.client_security_type", "Security type selected", FT_UINT8, BASE_DEC, .values = &security_types },
    [VNC_AUTH_CHALLENGE] = BYTES("auth_challenge", "Authentication challenge"),
    [VNC_AUTH_RESPONSE] = BYTES("auth_response", "Authentication response"),
    [VNC_AUTH_RESULT] = { "vnc.auth_result", "Authentication result", FT_BOOLEAN, BITS_32, .mask = 1, .truth = &failed },
    [VNC_AUTH_ERROR_LEN] = NUMBER("auth_error_len", "Length of authentication error", 32),
    [VNC_AUTH_ERROR] = { "vnc.auth_error", "Authentication error", FT_STRING },
    [VNC_SHARE_DESKTOP_FLAG] = TRUTH("share_desktop_flag", "Share desktop flag"),
    [VNC_WIDTH] = NUMBER("width", "Framebuffer width", 16),
    [VNC_HEIGHT] = NUMBER("height", "Framebuffer height", 16),
    PIXELS(VNC_SERVER_PIXELS, "server"),
    [VNC_DESKTOP_NAME_LEN] = NUMBER("desktop_name_len", "Desktop name length", 32),
    [VNC_DESKTOP_NAME] = { "vnc.desktop_name", "Desktop name", FT_STRING },
    [VNC_CLIENT_MESSAGE_TYPE] = { "vnc.client_message_type", "Client Message Type", FT_UINT8, BASE_DEC, .values = &client_messages },
    PIXELS(VNC_CLIENT_PIXELS, "client"),
    [VNC_ENCODINGS_NUM] = NUMBER("client_set_encodings_num", "Number of encodings", 16),
    [VNC_ENCODINGS_TYPE] = { "vnc.client_set_encodings_encoding_type", "Encoding type", FT_INT32, BASE_DEC, .values = &encodings },
    [VNC_UPDATE_REQ_INCREMENTAL] = TRUTH("update_req_incremental", "Incremental update"),
    [VNC_UPDATE_REQ_X_POS] = NUMBER("update_req_x_pos", "X position", 16),
    [VNC_UPDATE_REQ_Y_POS] = NUMBER("update_req_y_pos", "Y position", 16),
    [VNC_UPDATE_REQ_WIDTH] = NUMBER("update_req_width", "Width", 16),
    [VNC_UPDATE_REQ_HEIGHT] = NUMBER("update_req_height", "Height", 16),
    [VNC_KEY_DOWN] = { "vnc.key_down", "Key down", FT_BOOLEAN, .truth = &truth_yes },
    [VNC_KEY] = { "vnc.key", "Key", FT_UINT32, BASE_HEX, .values = &keys },
    [VNC_BUTTON_1] = BUTTON("1", 0x01), [VNC_BUTTON_1 + 1] = BUTTON("2", 0x02), [VNC_BUTTON_1 + 2] = BUTTON("3", 0x04),
    [VNC_BUTTON_1 + 3] = BUTTON("4", 0x08), [VNC_BUTTON_1 + 4] = BUTTON("5", 0x10), [VNC_BUTTON_1 + 5] = BUTTON("6", 0x20),
    [VNC_BUTTON_1 + 6] = BUTTON("7", 0x40), [VNC_BUTTON_8] = BUTTON("8", 0x80),
    [VNC_POINTER_X_POS] = NUMBER("pointer_x_pos", "X position", 16),
    [VNC_POINTER_Y_POS] = NUMBER("pointer_y_pos", "Y position", 16),
    [VNC_CLIENT_CUT_TEXT_LEN] = NUMBER("client_cut_text_len", "Length", 32),
    [VNC_CLIENT_CUT_TEXT] = { "vnc.client_cut_text", "Text", FT_STRING },
    [VNC_SERVER_MESSAGE_TYPE] = { "vnc.server_message_type", "Server Message Type", FT_UINT8, BASE_DEC, .values = &server_messages },
    [VNC_NUM_RECTS] = NUMBER("fb_update_num_rects", "Number of rectangles", 16),
    [VNC_RECT] = { "", "Rectangle", FT_NONE, .label_fn = numbered_label },
    [VNC_FB_X_POS] = PLACE("fb_update_x_pos", "X position"),
    [VNC_FB_Y_POS] = PLACE("fb_update_y_pos", "Y position"),
    [VNC_FB_WIDTH] = PLACE("fb_update_width", "Width"),
    [VNC_FB_HEIGHT] = PLACE("fb_update_height", "Height"),
    [VNC_FB_ENCODING_TYPE] = { "vnc.fb_update_encoding_type", "Encoding type", FT_INT32, BASE_DEC, .values = &encodings },
    [VNC_RAW_PIXEL_DATA] = BYTES("raw_pixel_data", "Pixel data"),
    [VNC_COPYRECT_SRC_X_POS] = NUMBER("copyrect_src_x_pos", "Source x position", 16),
    [VNC_COPYRECT_SRC_Y_POS] = NUMBER("copyrect_src_y_pos", "Source y position", 16),
    [VNC_RRE_NUM_SUBRECTS] = NUMBER("rre_num_subrects", "Number of subrectangles", 32),
    [VNC_RRE_BG_PIXEL] = BYTES("rre_bg_pixel", "Background pixel value"),
    [VNC_SUBRECT] = { "", "Subrectangle", FT_NONE, .label_fn = numbered_label },
    [VNC_RRE_SUBRECT_PIXEL] = BYTES("rre_subrect_pixel", "Pixel value"),
    [VNC_RRE_X_POS] = NUMBER("rre_subrect_x_pos", "X position", 16),
    [VNC_RRE_Y_POS] = NUMBER("rre_subrect_y_pos", "Y position", 16),
    [VNC_RRE_WIDTH] = NUMBER("rre_subrect_width", "Width", 16),
    [VNC_RRE_HEIGHT] = NUMBER("rre_subrect_height", "Height", 16),
    [VNC_TILE] = { "", "Tile", FT_NONE, .label_fn = tile_label },
    [VNC_HEXTILE_SUBENCODING] = NUMBER("hextile_subencoding", "Subencoding type", 8),
    [VNC_HEXTILE_RAW] = HEXTILE("raw", "Raw", 0x01),
    [VNC_HEXTILE_BG] = HEXTILE("bg", "Background Specified", 0x02),
    [VNC_HEXTILE_FG] = HEXTILE("fg", "Foreground Specified", 0x04),
    [VNC_HEXTILE_ANYSUBRECTS] = HEXTILE("anysubrects", "Any Subrects", 0x08),
    [VNC_HEXTILE_SUBRECTSCOLORED] = HEXTILE("subrectscolored", "Subrects Colored", 0x10),
    [VNC_HEXTILE_RAW_VALUE] = BYTES("hextile_raw_value", "Raw pixel values"),
    [VNC_HEXTILE_BG_VALUE] = BYTES("hextile_bg_value", "Background pixel value"),
    [VNC_HEXTILE_FG_VALUE] = BYTES("hextile_fg_value", "Foreground pixel value"),
    [VNC_HEXTILE_NUM_SUBRECTS] = NUMBER("hextile_num_subrects", "Number of subrectangles", 8),
    [VNC_HEXTILE_PIXEL] = BYTES("hextile_subrect_pixel_value", "Pixel value"),
    [VNC_HEXTILE_X_POS] = { "vnc.hextile_subrect_x_pos", "X position", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [VNC_HEXTILE_Y_POS] = { "vnc.hextile_subrect_y_pos", "Y position", FT_UINT8, BASE_DEC, .mask = 0x0f },
    [VNC_HEXTILE_WIDTH] = { "vnc.hextile_subrect_width", "Width", FT_UINT8, BASE_DEC, .mask = 0xf0 },
    [VNC_HEXTILE_HEIGHT] = { "vnc.hextile_subrect_height", "Height", FT_UINT8, BASE_DEC, .mask = 0x0f },
    [VNC_CURSOR_X_FORE_BACK] = BYTES("cursor_x_fore_back", "X Cursor foreground RGB / background RGB"),
    [VNC_CURSOR_PIXELS] = BYTES("cursor_encoding_pixels", "Cursor encoding pixels"),
    [VNC_CURSOR_BITMASK] = BYTES("cursor_encoding_bitmask", "Cursor encoding bitmask"),
    [VNC_COLORMAP_FIRST_COLOR] = NUMBER("colormap_first_color", "First color", 16),
    [VNC_COLORMAP_GROUPS] = NUMBER("colormap_groups", "Number of color groups", 16),
    [VNC_COLOR_GROUPS] = { "vnc.color_groups", "Color groups", FT_NONE },
    [VNC_COLOR_GROUP] = { "", "Color group", FT_NONE, .label_fn = numbered_label },
    [VNC_COLORMAP_RED] = NUMBER("colormap_red", "Red", 16),
    [VNC_COLORMAP_GREEN] = NUMBER("colormap_green", "Green", 16),
    [VNC_COLORMAP_BLUE] = NUMBER("colormap_blue", "Blue", 16),
    [VNC_SERVER_CUT_TEXT_LEN] = NUMBER("server_cut_text_len", "Length", 32),
    [VNC_SERVER_CUT_TEXT] = { "vnc.server_cut_text", "Text", FT_STRING },
};

/* --- state ------------------------------------------------------------------------------------------------------- */

struct talk {
    bool begun;
    uint8_t stage, minor, security;  /* minor: of the version that both speak */
    uint8_t bytes;                   /* of a pixel */
    uint8_t server;                  /* the flow's direction that is the server's */
    bool lost[2];                    /* what the client, the server says is not followed any more */
    struct vnc_scan scan;
    uint32_t updates;                /* counts those that were measured */
};
/* What the state was when a message was read. */
struct fact {
    bool settled, from_server, lost;
    uint8_t stage, minor, security, bytes;
};

struct message {
    struct dissect *d;
    struct talk *talk;
    struct fact *fact;
    struct cursor c;
    bool lost;  /* it is not followed */
};

static bool is_greeting(struct cursor c)
{
    const uint8_t *p = cursor_peek(c, 0, GREETING);
    return p != NULL && memcmp(p, "RFB ", 4) == 0 && p[7] == '.' && p[11] == '\n';
}

/* --- how long messages are ------------------------------------------------------------------------------------------ */

static struct vnc_size exactly(uint64_t n) { return (struct vnc_size){ .least = n, .exact = true }; }

/* `before` bytes, then as many times `each` as the number of `size` bytes at `off` says; more than `most` are not
   believed. */
static struct vnc_size counted(struct cursor c, uint32_t off, uint32_t size, uint64_t before, uint64_t each,
                               uint64_t most)
{
    const uint8_t *p = cursor_peek(c, off, size);
    if (p == NULL)
        return (struct vnc_size){ .least = before };
    uint64_t n = be_uint(p, size) * each;
    return (struct vnc_size){ before + n, n <= most, n > most };
}

static struct vnc_size refusal_size(struct cursor c, uint32_t off) { return counted(c, off, 4, off + 4, 1, NAME_MAX); }

static struct vnc_size security_size(struct cursor c, const struct fact *f)
{
    const uint8_t *p = cursor_peek(c, 0, 1);
    if (f->minor < 7) {
        p = cursor_peek(c, 0, 4);
        return p != NULL && be32(p) == 0 ? refusal_size(c, 4) : exactly(4);
    }
    if (p == NULL)
        return (struct vnc_size){ .least = 1 };
    return p[0] == 0 ? refusal_size(c, 1) : exactly(1u + p[0]);
}

static struct vnc_size result_size(struct cursor c, const struct fact *f)
{
    const uint8_t *p = cursor_peek(c, 0, 4);
    return p != NULL && be32(p) != 0 && f->minor >= 8 ? refusal_size(c, 4) : exactly(4);
}

static struct vnc_size client_size(struct cursor c)
{
    switch (c.p[0]) {
    case SET_PIXEL_FORMAT: return exactly(4 + PIXEL_FORMAT);
    case SET_ENCODINGS: return counted(c, 2, 2, 4, 4, UINT32_MAX);
    case UPDATE_REQUEST: return exactly(10);
    case KEY_EVENT: return exactly(8);
    case POINTER_EVENT: return exactly(6);
    case CLIENT_CUT_TEXT: return counted(c, 4, 4, 8, 1, CUT_TEXT_MAX);
    default: return (struct vnc_size){ .unknown = true };
    }
}

static struct vnc_size server_size(struct message *m)
{
    struct cursor c = m->c;
    struct vnc_scan fresh = { 0 }, *scan = &fresh;
    switch (c.p[0]) {
    case UPDATE: break;
    case SET_COLOURS: return counted(c, 4, 2, 6, 6, UINT32_MAX);
    case BELL: return exactly(1);
    case SERVER_CUT_TEXT: return counted(c, 4, 4, 8, 1, CUT_TEXT_MAX);
    default: return (struct vnc_size){ .unknown = true };
    }
    if (m->d->first_pass && m->talk != NULL) {
        if (m->d->mark == 0 || m->talk->scan.serial != m->d->mark)
            m->talk->scan = (struct vnc_scan){ .serial = ++m->talk->updates };
        scan = &m->talk->scan;
    }
    struct vnc_size size = vnc_update_size(c, m->fact->bytes, scan);
    size.unknown = size.unknown || size.least > UPDATE_MAX;
    return size;
}

static struct vnc_size message_size(struct message *m)
{
    switch (m->fact->stage) {
    case SERVER_VERSION:
    case CLIENT_VERSION: return exactly(GREETING);
    case SECURITY_TYPES: return security_size(m->c, m->fact);
    case CLIENT_CHOICE:
    case CLIENT_INIT: return exactly(1);
    case AUTH_CHALLENGE:
    case AUTH_RESPONSE: return exactly(CHALLENGE);
    case AUTH_RESULT: return result_size(m->c, m->fact);
    case STAGE_SERVER_INIT: return counted(m->c, 20, 4, SERVER_INIT, 1, NAME_MAX);
    case MESSAGES: return m->fact->from_server ? server_size(m) : client_size(m->c);
    default: return (struct vnc_size){ .unknown = true };
    }
}

/* --- what is shown ------------------------------------------------------------------------------------------------- */

static const char *say(struct message *m, const char *text)
{
    info_separated(m->d, "; ", info_constant, text);
    return text;
}

static void choice_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const uint8_t *type = arg;
    sb_printf(sb, "Security type %s (%u) selected by client", values_or(&security_types, *type, "Unknown"), *type);
}

static void unknown_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const uint8_t *type = arg;
    sb_printf(sb, "Unknown client message type (%u)", *type);
}

static void reason_emit(struct dissect *d, struct cursor c)
{
    uint32_t len = (uint32_t)add_uint(d, &c, VNC_AUTH_ERROR_LEN, 4);
    emit_at(d, c, VNC_AUTH_ERROR, 0, len < c.wire ? len : c.wire);
}

static void security_emit(struct message *m)
{
    struct dissect *d = m->d;
    struct cursor c = m->c;
    say(m, "Security types supported");
    if (m->fact->minor < 7) {
        if (add_uint(d, &c, VNC_SERVER_SECURITY_TYPE, 4) == 0)
            reason_emit(d, c);
        return;
    }
    uint32_t count = (uint32_t)add_uint(d, &c, VNC_NUM_SECURITY_TYPES, 1);
    if (count == 0)
        reason_emit(d, c);
    else
        while (more(d, &c))
            add_item(d, &c, VNC_SECURITY_TYPE, 1);
}

static void result_emit(struct message *m)
{
    struct cursor c = m->c;
    say(m, "Authentication result");
    if (add_uint(m->d, &c, VNC_AUTH_RESULT, 4) != 0 && c.wire != 0)
        reason_emit(m->d, c);
}

static void pixels_emit(struct dissect *d, struct cursor *c, unsigned first)
{
    static const uint8_t sizes[] = { 1, 1, 1, 1, 2, 2, 2, 1, 1, 1 };
    for (unsigned i = 0; i < ARRAY_LEN(sizes); i++)
        add_item(d, c, first + i, sizes[i]);
    add_item(d, c, VNC_PADDING, 3);
}

static void server_init_emit(struct message *m)
{
    struct dissect *d = m->d;
    struct cursor c = m->c;
    say(m, "Server framebuffer parameters");
    add_item(d, &c, VNC_WIDTH, 2);
    add_item(d, &c, VNC_HEIGHT, 2);
    pixels_emit(d, &c, VNC_SERVER_PIXELS);
    add_item(d, &c, VNC_DESKTOP_NAME_LEN, 4);
    emit_at(d, c, VNC_DESKTOP_NAME, 0, c.wire);
}

static void client_emit(struct message *m)
{
    struct dissect *d = m->d;
    struct cursor c = m->c;
    static const char *const texts[] = {
        [SET_PIXEL_FORMAT] = "Client set pixel format",
        [SET_ENCODINGS] = "Client set encodings",
        [UPDATE_REQUEST] = "Client framebuffer update request",
        [KEY_EVENT] = "Client key event",
        [POINTER_EVENT] = "Client pointer event",
        [CLIENT_CUT_TEXT] = "Client cut text",
    };
    unsigned type = (unsigned)add_uint(d, &c, VNC_CLIENT_MESSAGE_TYPE, 1);
    say(m, texts[type]);
    down(d);
    switch (type) {
    case SET_PIXEL_FORMAT:
        add_item(d, &c, VNC_PADDING, 3);
        pixels_emit(d, &c, VNC_CLIENT_PIXELS);
        break;
    case SET_ENCODINGS:
        add_item(d, &c, VNC_PADDING, 1);
        add_item(d, &c, VNC_ENCODINGS_NUM, 2);
        while (more(d, &c))
            add_item(d, &c, VNC_ENCODINGS_TYPE, 4);
        break;
    case UPDATE_REQUEST:
        add_item(d, &c, VNC_UPDATE_REQ_INCREMENTAL, 1);
        for (unsigned row = VNC_UPDATE_REQ_X_POS; row <= VNC_UPDATE_REQ_HEIGHT; row++)
            add_item(d, &c, row, 2);
        break;
    case KEY_EVENT:
        add_item(d, &c, VNC_KEY_DOWN, 1);
        add_item(d, &c, VNC_PADDING, 2);
        add_item(d, &c, VNC_KEY, 4);
        break;
    case POINTER_EVENT:
        for (unsigned row = VNC_BUTTON_1; row <= VNC_BUTTON_8; row++)
            emit_at(d, c, row, 0, 1);
        cursor_skip(&c, 1);
        add_item(d, &c, VNC_POINTER_X_POS, 2);
        add_item(d, &c, VNC_POINTER_Y_POS, 2);
        break;
    default:
        add_item(d, &c, VNC_PADDING, 3);
        add_item(d, &c, VNC_CLIENT_CUT_TEXT_LEN, 4);
        emit_at(d, c, VNC_CLIENT_CUT_TEXT, 0, c.wire);
        break;
    }
    up(d);
}

static void colours_emit(struct dissect *d, struct cursor c)
{
    add_item(d, &c, VNC_PADDING, 1);
    add_item(d, &c, VNC_COLORMAP_FIRST_COLOR, 2);
    add_item(d, &c, VNC_COLORMAP_GROUPS, 2);
    emit_at(d, c, VNC_COLOR_GROUPS, 0, c.cap);
    down(d);
    for (uint32_t i = 1; more(d, &c); i++) {
        const uint32_t *number = packet_copy(d, &i, sizeof i);
        if (number != NULL)
            emit_arg(d, c, VNC_COLOR_GROUP, 0, c.cap < 6 ? c.cap : 6, number);
        down(d);
        for (unsigned row = VNC_COLORMAP_RED; row <= VNC_COLORMAP_BLUE; row++)
            add_item(d, &c, row, 2);
        up(d);
    }
    up(d);
}

static void server_emit(struct message *m)
{
    struct dissect *d = m->d;
    struct cursor c = m->c;
    static const char *const texts[] = {
        [UPDATE] = "Server framebuffer update",
        [SET_COLOURS] = "Server set colormap entries",
        [BELL] = "Server ring bell on client",
        [SERVER_CUT_TEXT] = "Server cut text",
    };
    unsigned type = (unsigned)add_uint(d, &c, VNC_SERVER_MESSAGE_TYPE, 1);
    say(m, texts[type]);
    down(d);
    switch (type) {
    case UPDATE: vnc_update_emit(d, m->c, m->fact->bytes); break;
    case SET_COLOURS: colours_emit(d, c); break;
    case SERVER_CUT_TEXT:
        add_item(d, &c, VNC_PADDING, 3);
        add_item(d, &c, VNC_SERVER_CUT_TEXT_LEN, 4);
        emit_at(d, c, VNC_SERVER_CUT_TEXT, 0, c.wire);
        break;
    default: break;
    }
    up(d);
}

static void version_info(struct strbuf *sb, const struct dissect *d, const void *arg)
{
    (void)d;
    const struct message *m = arg;
    sb_str(sb, m->fact->from_server ? "Server protocol version: " : "Client protocol version: ");
    sb_escaped(sb, m->c.p + 4, 7);
}

static void message_emit(struct message *m)
{
    struct dissect *d = m->d;
    struct message *kept = packet_copy(d, m, sizeof *m);
    switch (m->fact->stage) {
    case SERVER_VERSION:
    case CLIENT_VERSION:
        if (kept != NULL && need(d, m->c, 0, GREETING))
            info_separated(d, "; ", version_info, kept);
        emit_at(d, m->c, m->fact->from_server ? VNC_SERVER_PROTO_VER : VNC_CLIENT_PROTO_VER, 4, 7);
        break;
    case SECURITY_TYPES: security_emit(m); break;
    case CLIENT_CHOICE:
        info_separated(d, "; ", choice_info, m->c.p);
        emit_at(d, m->c, VNC_CLIENT_SECURITY_TYPE, 0, 1);
        break;
    case AUTH_CHALLENGE:
        say(m, "Authentication challenge from server");
        emit_at(d, m->c, VNC_AUTH_CHALLENGE, 0, CHALLENGE);
        break;
    case AUTH_RESPONSE:
        say(m, "Authentication response from client");
        emit_at(d, m->c, VNC_AUTH_RESPONSE, 0, CHALLENGE);
        break;
    case AUTH_RESULT: result_emit(m); break;
    case CLIENT_INIT:
        say(m, "Share desktop flag");
        emit_at(d, m->c, VNC_SHARE_DESKTOP_FLAG, 0, 1);
        break;
    case STAGE_SERVER_INIT: server_init_emit(m); break;
    default: m->fact->from_server ? server_emit(m) : client_emit(m); break;
    }
}

/* What is not followed: its type, when it begins a message. */
static void lost_emit(struct message *m)
{
    struct dissect *d = m->d;
    if (m->fact->stage != MESSAGES || m->fact->lost) {
        say(m, m->fact->from_server ? "Server data" : "Client data");
        return;
    }
    if (m->fact->from_server) {
        unsigned type = get8(d, m->c, 0);
        emit_at(d, m->c, VNC_SERVER_MESSAGE_TYPE, 0, 1);
        if (type == UPDATE) {
            say(m, "Server framebuffer update");
            down(d);
            vnc_update_emit(d, m->c, m->fact->bytes);
            up(d);
        } else {
            say(m, "Unknown server message type");
        }
    } else {
        info_separated(d, "; ", unknown_info, m->c.p);
        emit_at(d, m->c, VNC_CLIENT_MESSAGE_TYPE, 0, 1);
    }
}

/* --- the course of a connection -------------------------------------------------------------------------------------- */

static bool is_servers(uint8_t stage)
{
    return stage == SERVER_VERSION || stage == SECURITY_TYPES || stage == AUTH_CHALLENGE || stage == AUTH_RESULT ||
           stage == STAGE_SERVER_INIT;
}

static uint8_t after_choice(const struct talk *t)
{
    if (t->security == VNC_AUTH)
        return AUTH_CHALLENGE;
    if (t->security == NONE)
        return t->minor >= 8 ? AUTH_RESULT : CLIENT_INIT;
    return REFUSED;
}

static void pixel_format(struct talk *t, const uint8_t *p)
{
    if (p != NULL && p[0] != 0 && p[0] <= BITS_MAX)
        t->bytes = (uint8_t)((p[0] + 7) / 8);
}

/* First pass: the message at m->c is whole. */
static void advance(struct message *m)
{
    struct talk *t = m->talk;
    const uint8_t *p = m->c.p;
    switch (t->stage) {
    case SERVER_VERSION: t->stage = CLIENT_VERSION; break;
    case CLIENT_VERSION:
        t->minor = (uint8_t)(p[10] >= '0' && p[10] <= '9' ? p[10] - '0' : 3);
        t->stage = SECURITY_TYPES;
        break;
    case SECURITY_TYPES:
        t->security = t->minor < 7 ? p[3] : 0;
        t->stage = t->minor >= 7 ? p[0] != 0 ? CLIENT_CHOICE : REFUSED : after_choice(t);
        break;
    case CLIENT_CHOICE:
        t->security = p[0];
        t->stage = after_choice(t);
        break;
    case AUTH_CHALLENGE: t->stage = AUTH_RESPONSE; break;
    case AUTH_RESPONSE: t->stage = AUTH_RESULT; break;
    case AUTH_RESULT: t->stage = be32(p) == 0 ? CLIENT_INIT : REFUSED; break;
    case CLIENT_INIT: t->stage = STAGE_SERVER_INIT; break;
    case STAGE_SERVER_INIT:
        pixel_format(t, p + 4);
        t->stage = MESSAGES;
        break;
    case MESSAGES:
        if (!m->fact->from_server && p[0] == SET_PIXEL_FORMAT)
            pixel_format(t, cursor_peek(m->c, 4, 1));
        break;
    default: break;
    }
}

static struct fact fact_now(const struct dissect *d, const struct talk *t, const struct flow *flow)
{
    bool server = flow_direction(flow, d) == t->server;
    struct fact f = { .settled = true,
                      .from_server = server,
                      .stage = t->stage,
                      .minor = t->minor,
                      .security = t->security,
                      .bytes = t->bytes,
                      .lost = t->lost[server] };
    if (t->stage < MESSAGES && is_servers(t->stage) != server)
        f.stage = REFUSED;
    return f;
}

/* One message at m->c; false: it goes on in later segments, and *v says how far. */
static bool message_take(struct message *m, struct verdict *v, uint32_t *used)
{
    struct dissect *d = m->d;
    struct vnc_size size = m->fact->lost ? (struct vnc_size){ .unknown = true } : message_size(m);
    m->lost = size.unknown;
    if (!m->lost && (size.least > m->c.wire || !size.exact) && d->waits) {
        uint64_t missing = size.least > m->c.wire ? size.least - m->c.wire : 1;
        *v = want_more(m->c, (uint32_t)missing, m->talk != NULL ? m->talk->scan.serial : 0);
        return false;
    }
    *used = m->lost || size.least > m->c.wire ? m->c.wire : (uint32_t)size.least;
    if (!m->lost && *used == size.least)
        cursor_limit(&m->c, *used);
    return true;
}

static struct verdict vnc_run(struct dissect *d, struct cursor c)
{
    struct flow *flow = flow_here(d);
    struct talk *talk = flow_memory(d, flow, 0, sizeof *talk);
    bool shown = false;
    if (talk == NULL || (!talk->begun && !is_greeting(c)))
        return not_mine();
    if (d->first_pass && !talk->begun)
        *talk = (struct talk){ .begun = true, .server = (uint8_t)flow_direction(flow, d), .bytes = 4 };
    while (more(d, &c) && c.cap != 0) {
        unsigned slot = fact_slot(c);
        struct fact now = fact_now(d, talk, flow);
        struct message m = { d, talk, &now, c, false };
        struct verdict v;
        uint32_t used;
        struct fact *kept = fact_here(d, slot, sizeof *kept);
        if (kept != NULL && d->first_pass)
            *kept = now;
        if (kept != NULL)
            m.fact = kept;
        if (!message_take(&m, &v, &used))
            return v;
        set_protocol_column(d, "VNC");
        if (!shown) {
            info_clear(d);
            emit_protocol(d, c, c.cap, NULL);
        }
        shown = true;
        m.lost ? lost_emit(&m) : message_emit(&m);
        if (d->first_pass && m.lost)
            talk->lost[m.fact->from_server] = true;
        else if (d->first_pass && d->stop == STOP_NONE)
            advance(&m);
        cursor_skip(&c, used);
    }
    return done();
}

extern const struct protocol proto_vnc;

static bool probe(const struct dissect *d, struct cursor c)
{
    return is_greeting(c) || flow_remembers(d, &proto_vnc, 0);
}

static const struct heuristic heuristics[] = { { TABLE_TCP_PORT, probe, "vnc_tcp", "VNC over TCP" } };
static const uint8_t hands_to[] = { TABLE_TCP_PORT };

PROTOCOL(vnc,
    .name = "vnc", .short_name = "VNC", .long_name = "Virtual Network Computing",
    FIELDS(fields), HEURISTICS(heuristics), HANDS_TO(hands_to), .run = vnc_run, .keeps_state = true, .joins = true
);
