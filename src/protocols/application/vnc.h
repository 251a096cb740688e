/* vnc.h - what the parts of the VNC dissector share. */
#ifndef PROTOCOLS_APPLICATION_VNC_H
#define PROTOCOLS_APPLICATION_VNC_H

#include "protocols/protocol.h"

enum vnc_row {
    VNC, VNC_PADDING, VNC_SERVER_PROTO_VER, VNC_CLIENT_PROTO_VER, VNC_NUM_SECURITY_TYPES, VNC_SECURITY_TYPE,
    VNC_SERVER_SECURITY_TYPE, VNC_CLIENT_SECURITY_TYPE, VNC_AUTH_CHALLENGE, VNC_AUTH_RESPONSE, VNC_AUTH_RESULT,
    VNC_AUTH_ERROR_LEN, VNC_AUTH_ERROR, VNC_SHARE_DESKTOP_FLAG, VNC_WIDTH, VNC_HEIGHT, VNC_SERVER_PIXELS,
    VNC_SERVER_PIXELS_LAST = VNC_SERVER_PIXELS + 9, VNC_DESKTOP_NAME_LEN, VNC_DESKTOP_NAME, VNC_CLIENT_MESSAGE_TYPE,
    VNC_CLIENT_PIXELS, VNC_CLIENT_PIXELS_LAST = VNC_CLIENT_PIXELS + 9, VNC_ENCODINGS_NUM, VNC_ENCODINGS_TYPE,
    VNC_UPDATE_REQ_INCREMENTAL, VNC_UPDATE_REQ_X_POS, VNC_UPDATE_REQ_Y_POS, VNC_UPDATE_REQ_WIDTH,
    VNC_UPDATE_REQ_HEIGHT, VNC_KEY_DOWN, VNC_KEY, VNC_BUTTON_1, VNC_BUTTON_8 = VNC_BUTTON_1 + 7, VNC_POINTER_X_POS,
    VNC_POINTER_Y_POS, VNC_CLIENT_CUT_TEXT_LEN, VNC_CLIENT_CUT_TEXT, VNC_SERVER_MESSAGE_TYPE, VNC_NUM_RECTS, VNC_RECT,
    VNC_FB_X_POS, VNC_FB_Y_POS, VNC_FB_WIDTH, VNC_FB_HEIGHT, VNC_FB_ENCODING_TYPE, VNC_RAW_PIXEL_DATA,
    VNC_COPYRECT_SRC_X_POS, VNC_COPYRECT_SRC_Y_POS, VNC_RRE_NUM_SUBRECTS, VNC_RRE_BG_PIXEL, VNC_SUBRECT,
    VNC_RRE_SUBRECT_PIXEL, VNC_RRE_X_POS, VNC_RRE_Y_POS, VNC_RRE_WIDTH, VNC_RRE_HEIGHT, VNC_TILE,
    VNC_HEXTILE_SUBENCODING, VNC_HEXTILE_RAW, VNC_HEXTILE_BG, VNC_HEXTILE_FG, VNC_HEXTILE_ANYSUBRECTS,
    VNC_HEXTILE_SUBRECTSCOLORED, VNC_HEXTILE_RAW_VALUE, VNC_HEXTILE_BG_VALUE, VNC_HEXTILE_FG_VALUE,
    VNC_HEXTILE_NUM_SUBRECTS, VNC_HEXTILE_PIXEL, VNC_HEXTILE_X_POS, VNC_HEXTILE_Y_POS, VNC_HEXTILE_WIDTH,
    VNC_HEXTILE_HEIGHT, VNC_CURSOR_X_FORE_BACK, VNC_CURSOR_PIXELS, VNC_CURSOR_BITMASK, VNC_COLORMAP_FIRST_COLOR,
    VNC_COLORMAP_GROUPS, VNC_COLOR_GROUPS, VNC_COLOR_GROUP, VNC_COLORMAP_RED, VNC_COLORMAP_GREEN, VNC_COLORMAP_BLUE,
    VNC_SERVER_CUT_TEXT_LEN, VNC_SERVER_CUT_TEXT
};

/* How long a message is, as far as its bytes tell. */
struct vnc_size {
    uint64_t least;   /* bytes that it has at least */
    bool exact;       /* it has no more */
    bool unknown;     /* it holds an encoding whose length nobody here can tell */
};

/* How far an update has been measured: that a long one need not be gone over again with every segment. */
struct vnc_scan {
    uint32_t serial;    /* which update */
    uint32_t off, rect; /* of the first rectangle that is not whole */
    uint32_t in, x, y;  /* bytes of its content and its tiles that are */
};

/* A FramebufferUpdate, with its type; `bytes`: of a pixel. */
struct vnc_size vnc_update_size(struct cursor c, uint32_t bytes, struct vnc_scan *scan);
void vnc_update_emit(struct dissect *d, struct cursor c, uint32_t bytes);

#endif
