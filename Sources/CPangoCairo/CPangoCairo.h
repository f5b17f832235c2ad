// pango 1.50 with cairo 1.16 or later: text of any script, set with the system's fonts.
#include <cairo.h>
#include <pango/pangocairo.h>
