// SHA-256, HMAC-SHA-256, random bytes, Ed25519 and RSA signatures of OpenSSL 3's libcrypto behind one small header.
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

/// A private or a public key: Ed25519, or RSA that signs by PKCS #1 v1.5 with SHA-256.
typedef struct sono_key sono_key;

#define SONO_KEY_OTHER 0
#define SONO_KEY_ED25519 1
#define SONO_KEY_RSA 2

/// A new private key, or NULL. RSA has `rsa_bits` bits and the exponent 65537.
sono_key *sono_key_make_ed25519(void);
sono_key *sono_key_make_rsa(unsigned rsa_bits);
/// A private key from unencrypted PKCS #8 PEM, or NULL; never asks for a passphrase.
sono_key *sono_key_read_private(const uint8_t *pem, size_t count);
/// A public key from its parts, big-endian, or NULL.
sono_key *sono_key_public_ed25519(const uint8_t *raw32);
sono_key *sono_key_public_rsa(const uint8_t *modulus, size_t modulus_count, const uint8_t *exponent,
                              size_t exponent_count);
void sono_key_free(sono_key *key);

/// One of SONO_KEY_….
int sono_key_kind(const sono_key *key);
/// The public part of an Ed25519 key.
int sono_key_raw_ed25519(const sono_key *key, uint8_t *raw32);
/// The public part of an RSA key, big-endian without leading zeros; each capacity is 1,024 bytes.
int sono_key_raw_rsa(const sono_key *key, uint8_t *modulus, size_t *modulus_count, uint8_t *exponent,
                     size_t *exponent_count);

/// PEM text to be freed with `sono_text_free`: PKCS #8 without a passphrase, or SubjectPublicKeyInfo.
char *sono_key_private_pem(const sono_key *key, size_t *count);
char *sono_key_public_pem(const sono_key *key, size_t *count);
/// Overwrites the text and frees it.
void sono_text_free(char *text, size_t count);

/// Signs; the signature's capacity is 1,024 bytes. The same key and bytes give the same signature.
int sono_key_sign(const sono_key *key, const uint8_t *bytes, size_t count, uint8_t *signature,
                  size_t *signature_count);
/// 1 where the signature is the key's over these bytes, 0 where it is not.
int sono_key_verify(const sono_key *key, const uint8_t *bytes, size_t count, const uint8_t *signature,
                    size_t signature_count);
#endif
