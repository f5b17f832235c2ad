/// Version 5: certificates.
extension Schema {
    /// Signing keys without their private part, certificates as they were issued, and what became of them.
    ///
    /// `sequence` counts without gaps within issuer's letters, year and course. `place` is one of 131,072 of a status
    /// list, `token` the unguessable part of the page's address, `document` the signed credential. A certificate is
    /// never changed: it is revoked, and another may take its place (`replaces_id`).
    static let certificates: [String] = [
        """
        CREATE TABLE signing_key (
            thumbprint TEXT NOT NULL PRIMARY KEY CHECK (LENGTH(thumbprint) = 43),
            algorithm TEXT NOT NULL CHECK (algorithm IN ('EdDSA', 'RS256')),
            jwk TEXT NOT NULL,
            made_at TEXT NOT NULL,
            retired_at TEXT
        )
        """,
        "CREATE UNIQUE INDEX signing_key_in_use ON signing_key ((retired_at IS NULL)) WHERE retired_at IS NULL",
        """
        CREATE TABLE certificate (
            id INTEGER NOT NULL PRIMARY KEY,
            number TEXT NOT NULL UNIQUE,
            prefix TEXT NOT NULL,
            year INTEGER NOT NULL,
            sequence INTEGER NOT NULL CHECK (sequence BETWEEN 1 AND 99999),
            course TEXT NOT NULL,
            technician_id INTEGER NOT NULL REFERENCES technician (id),
            holder TEXT NOT NULL,
            identity_masked TEXT,
            awarded_on TEXT NOT NULL CHECK (LENGTH(awarded_on) = 10),
            expires_on TEXT CHECK (LENGTH(expires_on) = 10),
            issued_at TEXT NOT NULL,
            key_thumbprint TEXT NOT NULL REFERENCES signing_key (thumbprint),
            token TEXT NOT NULL UNIQUE CHECK (LENGTH(token) = 32),
            list INTEGER NOT NULL CHECK (list >= 1),
            place INTEGER NOT NULL CHECK (place BETWEEN 0 AND 131071),
            document TEXT NOT NULL,
            replaces_id INTEGER UNIQUE REFERENCES certificate (id),
            revoked_at TEXT,
            revocation_reason TEXT,
            UNIQUE (prefix, year, course, sequence),
            UNIQUE (list, place),
            CHECK ((revoked_at IS NULL) = (revocation_reason IS NULL))
        )
        """,
        "CREATE INDEX certificate_by_course ON certificate (course, technician_id)",
        "CREATE INDEX certificate_by_technician ON certificate (technician_id)",
        "CREATE INDEX certificate_by_award ON certificate (awarded_on)",
        "CREATE INDEX certificate_by_key ON certificate (key_thumbprint)",
        """
        CREATE UNIQUE INDEX certificate_in_force ON certificate (course, technician_id) WHERE revoked_at IS NULL
        """,
    ]
}
