/* pass_test.c - headers that are gone past without their dissectors leave with the packet what the dissectors would.
   Arguments: captures. */
#include "check.h"
#include "dissect/builtin.h"
#include "dissect/dissect.h"
#include "frames.h"

#include <stdio.h>

/* The same packets for one who wants columns alone, and for one who wants a row of every protocol, too. */
struct pair {
    struct wanted *wanted[2];
    struct dissect d[2];
    struct strbuf text[2];
};

static bool pair_open(struct pair *p, const struct engine *e)
{
    *p = (struct pair){ 0 };
    for (int i = 0; i < 2; i++) {
        p->wanted[i] = wanted_new(e);
        p->wanted[i]->columns = true;
        for (uint32_t k = 0; i == 1 && k < registry_count; k++)
            wanted_field(p->wanted[i], registry_first_field[k]);
        wanted_settle(p->wanted[i], e);
        if (dissect_open(&p->d[i], e, p->wanted[i], NULL) != 0)
            return false;
    }
    return true;
}

static void pair_close(struct pair *p)
{
    for (int i = 0; i < 2; i++) {
        dissect_close(&p->d[i]);
        wanted_free(p->wanted[i]);
        sb_free(&p->text[i]);
    }
}

static void address_tell(struct strbuf *sb, const struct dissect *d, struct address a)
{
    sb_printf(sb, " %u ", a.kind);
    sb_address(sb, d, a);
}

/* All that lower layers tell higher ones, and columns. */
static void tell(struct strbuf *sb, const struct dissect *d)
{
    sb_clear(sb);
    sb_layers(sb, d);
    for (uint32_t i = 1; i < d->n_layers; i++)  /* the frame stands for itself */
        sb_printf(sb, " %u-%u %d", d->layers[i].off, d->layers[i].end, d->layers[i].shown);
    address_tell(sb, d, d->src);
    address_tell(sb, d, d->dst);
    address_tell(sb, d, d->link_src);
    address_tell(sb, d, d->link_dst);
    address_tell(sb, d, d->net_src);
    address_tell(sb, d, d->net_dst);
    sb_printf(sb, " %u:%u %u ip %u hops %u id %u fragment %d later %d vlan %u used %u stop %u ", d->src_port,
              d->dst_port, d->port_kind, d->ip_proto, d->hops, d->ip_id, d->fragmented, d->later_fragment, d->vlan,
              d->link_used, d->stop);
    sb_str(sb, d->protocol_column);
    sb_char(sb, ' ');
    sb_info(sb, d);
}

static void look(void *context, const struct frame_info *frame, const uint8_t *bytes)
{
    struct pair *p = context;
    for (int i = 0; i < 2; i++) {
        dissect_bytes(&p->d[i], frame, bytes, &proto_frame);
        tell(&p->text[i], &p->d[i]);
    }
    CHECK_STR(sb_text(&p->text[0]), sb_text(&p->text[1]));
}

int main(int argc, char **argv)
{
    struct thr_error error;
    struct engine *e = engine_new(&error);
    struct pair p;
    if (!CHECK(e != NULL) || !CHECK(pair_open(&p, e)))
        return check_done();
    for (int i = 1; i < argc; i++)
        CHECK(frames_look(argv[i], look, &p) != 0);
    if (argc < 2)
        check_skip("no captures given");
    pair_close(&p);
    engine_free(e);
    return check_done();
}
