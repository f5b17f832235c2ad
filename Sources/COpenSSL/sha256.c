#include "COpenSSL.h"
#include <limits.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

struct sono_sha256;

sono_sha256 *sono_sha256_new(void) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (context == NULL) return NULL;
    if (EVP_DigestInit_ex(context, EVP_sha256(), NULL) != 1) {
        EVP_MD_CTX_free(context);
        return NULL;
    }
    return (sono_sha256 *)context;
}

int sono_sha256_update(sono_sha256 *state, const void *bytes, size_t count) {
    return EVP_DigestUpdate((EVP_MD_CTX *)state, bytes, count) == 1 ? 0 : -1;
}

int sono_sha256_final(sono_sha256 *state, uint8_t *digest32) {
    unsigned int written = 0;
    return EVP_DigestFinal_ex((EVP_MD_CTX *)state, digest32, &written) == 1 && written == 32 ? 0 : -1;
}

void sono_sha256_free(sono_sha256 *state) { EVP_MD_CTX_free((EVP_MD_CTX *)state); }

int sono_hmac_sha256(const void *key, size_t key_count, const void *bytes, size_t count, uint8_t *digest32) {
    if (key_count > INT_MAX) return -1;
    unsigned int written = 0;
    return HMAC(EVP_sha256(), key, (int)key_count, bytes, count, digest32, &written) != NULL && written == 32 ? 0 : -1;
}

int sono_random(uint8_t *bytes, size_t count) {
    if (count > INT_MAX) return -1;
    return RAND_bytes(bytes, (int)count) == 1 ? 0 : -1;
}
