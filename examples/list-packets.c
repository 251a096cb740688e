/* list-packets.c - lists the packets of a capture with libthresher.
   cc list-packets.c $(pkg-config --cflags --libs thresher) */
#include <thresher/thresher.h>

#include <stdio.h>

int main(int argc, char **argv)
{
    struct thr_error error = { 0 };
    const struct thr_packet *packet;
    enum thr_next next = THR_FAILED;

    if (argc != 2) {
        fprintf(stderr, "usage: list-packets FILE\n");
        return 1;
    }
    struct thr_engine *engine = thr_engine_new(&error);
    struct thr_session *session = engine != NULL ? thr_session_open(engine, argv[1], &error) : NULL;
    if (session != NULL) {
        thr_session_need_columns(session);
        while ((next = thr_session_next(session, &packet, &error)) == THR_PACKET) {
            printf("%6u %-24s ", thr_packet_number(packet), thr_packet_column(packet, THR_COLUMN_SOURCE));
            printf("%-24s ", thr_packet_column(packet, THR_COLUMN_DESTINATION));
            printf("%-8s ", thr_packet_column(packet, THR_COLUMN_PROTOCOL));
            printf("%s\n", thr_packet_column(packet, THR_COLUMN_INFO));
        }
    }
    if (next == THR_FAILED)
        fprintf(stderr, "list-packets: %s\n", error.text);
    thr_session_close(session);
    thr_engine_free(engine);
    return next == THR_END ? 0 : 2;
}
