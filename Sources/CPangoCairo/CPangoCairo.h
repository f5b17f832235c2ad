// pango 1.50 with cairo 1.16 or later: text of any script, set with the system's fonts; pages as PDF and PNG.
#include <cairo-pdf.h>
#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
