// libqrencode 4.1 or later: QR codes as squares.
#include <qrencode.h>
