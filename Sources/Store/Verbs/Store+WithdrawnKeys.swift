import GRDB

extension Store {
    /// Withdraws a key that may be in strange hands: from now on its signatures are worth nothing by themselves, and only
    /// what the register has of it is still believed.
    ///
    /// - Parameter salt: random text by which the published list of those is filled up, so that its length says little.
    ///
    /// Throws `notFound`, and `denied` for the key in use and one that was withdrawn before.
    package func withdrawSigningKey(
        _ thumbprint: String,
        reason: String,
        salt: String,
        at now: Timestamp
    ) throws(StoreError) {
        try writeAudited(at: now) { database, trail in
            let keys = try database.rows(CertificateSQL.keys)
            guard let key = try keys.first(where: { try $0.text("thumbprint") == thumbprint }) else {
                throw StoreError(
                    code: .notFound,
                    message: "the home has no such key; see: sonograde keys list",
                    identity: thumbprint
                )
            }
            guard try key.optionalTimestamp("retired_at") != nil else {
                throw StoreError(code: .denied, message: "the key is in use; rotate first", identity: thumbprint)
            }
            guard try database.row(CertificateSQL.withdrawKey, thumbprint, now.text, reason, salt) != nil else {
                let before = try key.optionalTimestamp("withdrawn_at")?.text ?? ""
                throw StoreError(code: .denied, message: "it was withdrawn at \(before) already", identity: thumbprint)
            }
            try trail.append(.signingKeyWithdrawn, thumbprint, record: .signingKey(thumbprint))
        }
    }

    /// Certificates whose signature in use is of a withdrawn key, by number.
    package func certificatesOfWithdrawnKeys() throws(StoreError) -> [CertificateRecord] {
        try read { try $0.rows(CertificateSQL.ofWithdrawnKeys).map { try CertificateRecord($0) } }
    }

    /// Gives every certificate whose signature in use is of a withdrawn key another one, in one transaction; number,
    /// page and all that it says stay, and the text before stays known.
    ///
    /// `sign` makes the signed credential of a certificate with the key `thumbprint`.
    ///
    /// Throws `denied` where that key signs no more, and what `sign` throws as `failed`.
    package func signCertificatesAgain(
        key thumbprint: String,
        at now: Timestamp,
        sign: (CertificateRecord) throws -> String
    ) throws(StoreError) -> [CertificateRecord] {
        try writeAudited(at: now) { database, trail in
            try database.checkSigns([thumbprint])
            return try database.rows(CertificateSQL.ofWithdrawnKeys).map { row in
                let record = try CertificateRecord(row)
                let document = try sign(record)
                let added = try database.oneRow(CertificateSQL.signAgain, record.id, thumbprint, now.text, document)
                let signature = AuditedRecord.certificateSignature(try added.integer("id"))
                try trail.append(.certificateSignedAgain, record.number, record: signature)
                return try CertificateRecord(database.oneRow(CertificateSQL.byID, record.id))
            }
        }
    }

    /// Every signed credential under numbers of the register that a key has made.
    package func documents(ofKey thumbprint: String) throws(StoreError) -> [String] {
        try read { try $0.rows(CertificateSQL.documentsOfKey, thumbprint).map { try $0.text("document") } }
    }

    /// Whether a signed credential is, or once was, the one of a certificate.
    package func isDocument(_ text: String, of certificate: CertificateRecord) throws(StoreError) -> Bool {
        if certificate.document == text { return true }
        return try read { database in
            try database.rows(CertificateSQL.documents, certificate.id).contains { try $0.text("document") == text }
        }
    }
}
