// libchafa 1.12 or later: pictures as sixels or as coloured block characters.
#include <chafa.h>
