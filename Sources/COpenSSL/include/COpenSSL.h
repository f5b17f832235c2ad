// SHA-256 and HMAC-SHA-256 of OpenSSL 3's libcrypto behind one small header.
// Every call returns 0 when done and -1 when libcrypto refused (out of memory, no provider).
#ifndef SONO_COPENSSL_H
#define SONO_COPENSSL_H
#include <stddef.h>
#include <stdint.h>

typedef struct sono_sha256 sono_sha256;

/// A new running digest, or NULL when libcrypto has none to give.
sono_sha256 *sono_sha256_new(void);
int sono_sha256_update(sono_sha256 *state, const void *bytes, size_t count);
/// Writes 32 bytes; the state must only be freed afterwards.
int sono_sha256_final(sono_sha256 *state, uint8_t *digest32);
void sono_sha256_free(sono_sha256 *state);

int sono_hmac_sha256(const void *key, size_t key_count, const void *bytes, size_t count, uint8_t *digest32);
/// Cryptographically strong random bytes.
int sono_random(uint8_t *bytes, size_t count);
#endif
