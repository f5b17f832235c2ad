/// Version 6: names in Latin letters, keys that were withdrawn, and certificates that were signed again.
extension Schema {
    /// A certificate is never changed, also not by another signature: `certificate_signature` has the credentials that
    /// were signed again under its number, the newest of which is the one in use; all before it stay known.
    static let people: [String] = [
        "ALTER TABLE technician ADD COLUMN latin_name TEXT",
        "ALTER TABLE signing_key ADD COLUMN withdrawn_at TEXT",
        "ALTER TABLE signing_key ADD COLUMN withdrawal_reason TEXT",
        "ALTER TABLE signing_key ADD COLUMN withdrawal_salt TEXT",
        """
        CREATE TABLE certificate_signature (
            id INTEGER NOT NULL PRIMARY KEY,
            certificate_id INTEGER NOT NULL REFERENCES certificate (id),
            key_thumbprint TEXT NOT NULL REFERENCES signing_key (thumbprint),
            signed_at TEXT NOT NULL,
            document TEXT NOT NULL
        )
        """,
        "CREATE INDEX certificate_signature_by_certificate ON certificate_signature (certificate_id, id)",
        "CREATE INDEX certificate_signature_by_key ON certificate_signature (key_thumbprint)",
    ]
}
