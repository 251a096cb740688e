/* gen_empty.c - stands in for the computed tables while gen_registry computes them. */
#include "dissect/registry.h"

const uint32_t registry_first_field[1] = { 0 };
const uint16_t registry_owner[1] = { 0 };
const uint32_t registry_by_name[1] = { 0 };
const uint32_t registry_n_named = 0;
const uint16_t registry_first_pref[1] = { 0 };
