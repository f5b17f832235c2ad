import GRDB

extension Store {
    /// Notes a key that signs from now on; the one before it signs no more, and what it has signed stays verifiable.
    ///
    /// Throws `denied` for a key that was noted before.
    package func useSigningKey(_ key: SigningKeyRecord, at now: Timestamp) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            for row in try database.rows(CertificateSQL.keysInUse) {
                let former = try row.text("thumbprint")
                try database.run(CertificateSQL.retireKey, former, now.text)
                try trail.append(.signingKeyRetired, former, record: .signingKey(former))
            }
            let added = try database.row(CertificateSQL.addKey, key.thumbprint, key.algorithm, key.jwk, now.text)
            guard added != nil else {
                throw StoreError(code: .denied, message: "this key was in use before", identity: key.thumbprint)
            }
            try trail.append(.signingKeyMade, key.thumbprint, record: .signingKey(key.thumbprint))
        }
    }

    /// All keys that ever signed here, the oldest first; the one in use has no `retiredAt`.
    package func signingKeys() throws(StoreError) -> [SigningKeyRecord] {
        try read { database in
            try database.rows(CertificateSQL.keys).map { row in
                SigningKeyRecord(
                    thumbprint: try row.text("thumbprint"),
                    algorithm: try row.text("algorithm"),
                    jwk: try row.text("jwk"),
                    madeAt: try row.timestamp("made_at"),
                    retiredAt: try row.optionalTimestamp("retired_at"),
                    withdrawal: try row.optionalTimestamp("withdrawn_at").map { moment in
                        SigningKeyRecord.Withdrawal(
                            at: moment,
                            reason: try row.text("withdrawal_reason"),
                            salt: try row.text("withdrawal_salt")
                        )
                    }
                )
            }
        }
    }
}
