#include "CRasterCodecs.h"
