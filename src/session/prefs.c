/* prefs.c - preferences that are no protocol's: columns, what is resolved, what is shown; and those of
   Wireshark's windows and of live capture, which are taken and mean nothing here. */
#include "session/session.h"

#include <stdio.h>
#include <strings.h>

/* nameres.*: each is one of -N's letters. */
static const struct {
    const char *name;
    char letter;
} resolved[] = {
    { "nameres.mac_name", 'm' },
    { "nameres.transport_name", 't' },
    { "nameres.network_name", 'n' },
    { "nameres.dns_pkt_addr_resolution", 'd' },
    { "nameres.use_external_name_resolver", 'N' },
    { "nameres.vlan_name", 'v' },
};

static const char *const without_effect[] = {
    "capture.auto_scroll", "capture.columns", "capture.device", "capture.devices_buffersize", "capture.devices_descr",
    "capture.devices_filter", "capture.devices_hide", "capture.devices_linktypes", "capture.devices_monitor_mode",
    "capture.devices_pmode", "capture.devices_snaplen", "capture.no_extcap", "capture.no_interface_load", "capture.pcap_ng",
    "capture.prom_mode", "capture.real_time_update", "capture.show_info", "console.incomplete_dissectors_check_debug",
    "gui.active_frame.bg", "gui.active_frame.fg", "gui.active_frame.style", "gui.ask_unsaved", "gui.autocomplete_filter",
    "gui.color_filter_bg.deprecated", "gui.color_filter_bg.invalid", "gui.color_filter_bg.valid", "gui.column.hidden",
    "gui.console_open", "gui.decimal_places1", "gui.decimal_places2", "gui.decimal_places3", "gui.fileopen.dir",
    "gui.fileopen.preview", "gui.fileopen.style", "gui.find_wrap", "gui.geometry.save.maximized", "gui.geometry.save.position",
    "gui.geometry.save.size", "gui.ignored_frame.bg", "gui.ignored_frame.fg", "gui.inactive_frame.bg", "gui.inactive_frame.fg",
    "gui.inactive_frame.style", "gui.interfaces_hidden_types", "gui.interfaces_remote_display", "gui.interfaces_show_hidden",
    "gui.io_graph_automatic_update", "gui.layout_content_1", "gui.layout_content_2", "gui.layout_content_3", "gui.layout_type",
    "gui.marked_frame.bg", "gui.marked_frame.fg", "gui.max_export_objects", "gui.max_tree_depth", "gui.max_tree_items",
    "gui.packet_header_column_definition.enabled", "gui.packet_list_elide_mode", "gui.packet_list_hover_style.enabled",
    "gui.packet_list_is_sortable", "gui.packet_list_separator.enabled", "gui.packet_list_show_minimap",
    "gui.packet_list_show_related", "gui.prepend_window_title", "gui.qt.font_name", "gui.recent_display_filter_entries.max",
    "gui.recent_files_count.max", "gui.restore_filter_after_following_stream", "gui.rtp_player_use_disk1",
    "gui.rtp_player_use_disk2", "gui.show_byteview_in_dialog", "gui.show_file_load_time.enabled",
    "gui.show_selected_packet.enabled", "gui.start_title", "gui.stream.client.bg", "gui.stream.client.fg",
    "gui.stream.server.bg", "gui.stream.server.fg", "gui.toolbar_main_style", "gui.update.channel", "gui.update.enabled",
    "gui.update.interval", "gui.version_placement", "gui.window_title", "nameres.hosts_file_handling",
    "nameres.load_smi_modules", "nameres.name_resolve_concurrency", "nameres.ss7_pc_name", "nameres.suppress_smi_errors",
    "nameres.use_custom_dns_servers", "protocols.display_byte_fields_with_spaces",
    "protocols.enable_incomplete_dissectors_check", "protocols.strict_conversation_tracking_heuristics",
    "statistics.st_burst_resolution", "statistics.st_burst_showcount", "statistics.st_burst_windowlen",
    "statistics.st_enable_burstinfo", "statistics.st_sort_casesensitve", "statistics.st_sort_defcolflag",
    "statistics.st_sort_defdescending", "statistics.st_sort_rng_fixorder", "statistics.st_sort_rng_nameonly",
    "statistics.st_sort_showfullname", "statistics.update_interval",
};

/* True when the assignment sets this preference; *value is what follows the colon and blanks. */
static bool sets(const char *assignment, const char *name, const char **value)
{
    size_t len = strlen(name);
    if (strncmp(assignment, name, len) != 0 || assignment[len] != ':')
        return false;
    *value = assignment + len + 1;
    *value += strspn(*value, " \t");
    return true;
}

static enum thr_failure resolve(struct thr_engine *e, char letter, bool on, struct thr_error *error)
{
    char letters[sizeof e->name_letters + 1];
    size_t n = 0;
    for (const char *l = e->name_letters; *l != '\0'; l++)
        if (*l != letter && n < sizeof e->name_letters - 2)
            letters[n++] = *l;
    if (on)
        letters[n++] = letter;
    letters[n] = '\0';
    return thr_engine_names(e, letters, error);
}

static enum thr_failure set_columns(struct thr_engine *e, const char *value, const char *assignment,
                                    struct thr_error *error)
{
    if (columns_parse(&e->columns, value))
        return THR_OK;
    return thr_error_set(error, THR_FAILED_ARGUMENT, 0, "Invalid -o flag \"%s\"", assignment);
}

enum thr_failure thr_engine_set(struct thr_engine *e, const char *assignment, struct thr_error *error)
{
    const char *value;
    if (sets(assignment, "gui.column.format", &value))
        return set_columns(e, value, assignment, error);
    if (sets(assignment, "protocols.display_hidden_proto_items", &value)) {
        e->show_hidden = strcasecmp(value, "true") == 0;
        return THR_OK;
    }
    if (sets(assignment, "nameres.maxmind_geoip", &value)) {
        e->no_geography = strcasecmp(value, "true") != 0;
        return thr_engine_names(e, e->name_letters, error);
    }
    for (size_t i = 0; i < sizeof resolved / sizeof resolved[0]; i++)
        if (sets(assignment, resolved[i].name, &value))
            return resolve(e, resolved[i].letter, strcasecmp(value, "true") == 0, error);
    for (size_t i = 0; i < sizeof without_effect / sizeof without_effect[0]; i++)
        if (sets(assignment, without_effect[i], &value))
            return THR_OK;
    return engine_set_pref(e->dissect, assignment, error);
}
