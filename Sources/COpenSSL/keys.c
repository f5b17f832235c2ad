#include "COpenSSL.h"
#include <limits.h>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/pem.h>
#include <string.h>

enum { LARGEST = 1024 };

static EVP_PKEY *pkey(const sono_key *key) { return (EVP_PKEY *)key; }

sono_key *sono_key_make_ed25519(void) { return (sono_key *)EVP_PKEY_Q_keygen(NULL, NULL, "ED25519"); }

sono_key *sono_key_make_rsa(unsigned rsa_bits) {
    return (sono_key *)EVP_PKEY_Q_keygen(NULL, NULL, "RSA", (size_t)rsa_bits);
}

// An encrypted key is refused instead of asking on the terminal.
static int no_passphrase(char *buffer, int size, int is_writing, void *context) {
    (void)buffer, (void)size, (void)is_writing, (void)context;
    return -1;
}

sono_key *sono_key_read_private(const uint8_t *pem, size_t count) {
    if (count > INT_MAX) return NULL;
    BIO *bytes = BIO_new_mem_buf(pem, (int)count);
    if (bytes == NULL) return NULL;
    EVP_PKEY *key = PEM_read_bio_PrivateKey(bytes, NULL, no_passphrase, NULL);
    BIO_free(bytes);
    ERR_clear_error();
    return (sono_key *)key;
}

sono_key *sono_key_public_ed25519(const uint8_t *raw32) {
    sono_key *key = (sono_key *)EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, NULL, raw32, 32);
    ERR_clear_error();
    return key;
}

static EVP_PKEY *rsa_from(BIGNUM *modulus, BIGNUM *exponent) {
    EVP_PKEY *key = NULL;
    OSSL_PARAM *parameters = NULL;
    OSSL_PARAM_BLD *builder = OSSL_PARAM_BLD_new();
    EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, "RSA", NULL);
    if (builder != NULL && context != NULL && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_N, modulus) == 1
        && OSSL_PARAM_BLD_push_BN(builder, OSSL_PKEY_PARAM_RSA_E, exponent) == 1
        && (parameters = OSSL_PARAM_BLD_to_param(builder)) != NULL && EVP_PKEY_fromdata_init(context) == 1) {
        if (EVP_PKEY_fromdata(context, &key, EVP_PKEY_PUBLIC_KEY, parameters) != 1) key = NULL;
    }
    OSSL_PARAM_free(parameters);
    OSSL_PARAM_BLD_free(builder);
    EVP_PKEY_CTX_free(context);
    return key;
}

sono_key *sono_key_public_rsa(const uint8_t *modulus, size_t modulus_count, const uint8_t *exponent,
                              size_t exponent_count) {
    if (modulus_count > LARGEST || exponent_count > LARGEST) return NULL;
    BIGNUM *n = BN_bin2bn(modulus, (int)modulus_count, NULL);
    BIGNUM *e = BN_bin2bn(exponent, (int)exponent_count, NULL);
    EVP_PKEY *key = n != NULL && e != NULL ? rsa_from(n, e) : NULL;
    BN_free(n);
    BN_free(e);
    ERR_clear_error();
    return (sono_key *)key;
}

void sono_key_free(sono_key *key) { EVP_PKEY_free((EVP_PKEY *)key); }

int sono_key_kind(const sono_key *key) {
    if (EVP_PKEY_is_a(pkey(key), "ED25519")) return SONO_KEY_ED25519;
    return EVP_PKEY_is_a(pkey(key), "RSA") ? SONO_KEY_RSA : SONO_KEY_OTHER;
}

int sono_key_raw_ed25519(const sono_key *key, uint8_t *raw32) {
    size_t count = 32;
    return EVP_PKEY_get_raw_public_key(pkey(key), raw32, &count) == 1 && count == 32 ? 0 : -1;
}

static int raw_number(const sono_key *key, const char *name, uint8_t *bytes, size_t *count) {
    BIGNUM *number = NULL;
    if (EVP_PKEY_get_bn_param(pkey(key), name, &number) != 1) return -1;
    int length = BN_num_bytes(number);
    int is_done = length <= LARGEST && BN_bn2bin(number, bytes) == length;
    BN_free(number);
    *count = (size_t)length;
    return is_done ? 0 : -1;
}

int sono_key_raw_rsa(const sono_key *key, uint8_t *modulus, size_t *modulus_count, uint8_t *exponent,
                     size_t *exponent_count) {
    if (raw_number(key, OSSL_PKEY_PARAM_RSA_N, modulus, modulus_count) != 0) return -1;
    return raw_number(key, OSSL_PKEY_PARAM_RSA_E, exponent, exponent_count);
}

// The text of a memory BIO that a writer filled.
static char *text_of(BIO *bytes, int is_written, size_t *count) {
    char *text = NULL;
    char *held = NULL;
    long length = is_written == 1 ? BIO_get_mem_data(bytes, &held) : -1;
    if (length >= 0 && (text = OPENSSL_malloc((size_t)length + 1)) != NULL) {
        memcpy(text, held, (size_t)length);
        text[length] = 0;
        *count = (size_t)length;
    }
    BIO_free(bytes);
    ERR_clear_error();
    return text;
}

char *sono_key_private_pem(const sono_key *key, size_t *count) {
    // Secure memory is overwritten when it is freed.
    BIO *bytes = BIO_new(BIO_s_secmem());
    if (bytes == NULL) return NULL;
    return text_of(bytes, PEM_write_bio_PKCS8PrivateKey(bytes, pkey(key), NULL, NULL, 0, NULL, NULL), count);
}

char *sono_key_public_pem(const sono_key *key, size_t *count) {
    BIO *bytes = BIO_new(BIO_s_mem());
    if (bytes == NULL) return NULL;
    return text_of(bytes, PEM_write_bio_PUBKEY(bytes, pkey(key)), count);
}

void sono_text_free(char *text, size_t count) { OPENSSL_clear_free(text, count); }

// Ed25519 hashes by itself; RSA signs SHA-256 by PKCS #1 v1.5, which is EVP's default padding.
static const char *digest_of(const sono_key *key) { return sono_key_kind(key) == SONO_KEY_RSA ? "SHA256" : NULL; }

int sono_key_sign(const sono_key *key, const uint8_t *bytes, size_t count, uint8_t *signature,
                  size_t *signature_count) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (context == NULL) return -1;
    *signature_count = LARGEST;
    int is_done = EVP_DigestSignInit_ex(context, NULL, digest_of(key), NULL, NULL, pkey(key), NULL) == 1
        && EVP_DigestSign(context, signature, signature_count, bytes, count) == 1;
    EVP_MD_CTX_free(context);
    ERR_clear_error();
    return is_done ? 0 : -1;
}

int sono_key_verify(const sono_key *key, const uint8_t *bytes, size_t count, const uint8_t *signature,
                    size_t signature_count) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    if (context == NULL) return -1;
    int answer = -1;
    if (EVP_DigestVerifyInit_ex(context, NULL, digest_of(key), NULL, NULL, pkey(key), NULL) == 1) {
        answer = EVP_DigestVerify(context, signature, signature_count, bytes, count) == 1 ? 1 : 0;
    }
    EVP_MD_CTX_free(context);
    ERR_clear_error();
    return answer;
}
