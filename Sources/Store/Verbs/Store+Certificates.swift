import GRDB

extension Store {
    /// Issues certificates in one transaction: all of them, or none and no number is used up.
    ///
    /// Numbers count without gaps within issuer's letters, year and course. `place` proposes places of a status list at
    /// random until one is free; a list that is half full is followed by another. `sign` makes number and document of
    /// an order and what it got, and is called within the transaction.
    ///
    /// Throws `denied` where somebody holds a certificate of that course already, the one to be replaced was replaced
    /// before, or the key signs no more, `notFound` for an unknown one, `refused` for values that contradict each other, and what
    /// `place` and `sign` throw as `failed`.
    package func issueCertificates(
        _ orders: [CertificateOrder],
        at now: Timestamp,
        place: () throws -> Int,
        sign: (CertificateOrder, CertificatePlace) throws -> SignedCertificate
    ) throws(StoreError) -> [CertificateRecord] {
        try writeAudited(at: now) { database, trail in
            try database.checkSigns(orders.map(\.key))
            return try orders.map { order in
                let former = try order.replacing.map { try database.giveWay(to: order, $0, at: now, &trail) }
                try database.checkHoldsNone(order)
                let got = CertificatePlace(
                    sequence: try database.oneRow(CertificateSQL.nextSequence, order.prefix, order.year, order.course)
                        .count("next"),
                    inList: try database.freePlace(place)
                )
                let signed = try sign(order, got)
                let id = try database.oneRow(
                    CertificateSQL.add,
                    signed.number,
                    order.prefix,
                    order.year,
                    got.sequence,
                    order.course,
                    order.technicianID,
                    order.holder,
                    order.identityMasked,
                    order.awardedOn,
                    order.expiresOn,
                    now.text,
                    order.key,
                    order.token,
                    got.inList.list,
                    got.inList.place,
                    signed.document,
                    former
                ).integer("id")
                try trail.append(.certificateIssued, signed.number, record: .certificate(id))
                return try CertificateRecord(database.oneRow(CertificateSQL.byID, id))
            }
        }
    }

    /// Takes a certificate back.
    ///
    /// Throws `notFound`, and `denied` for one that was revoked or replaced before.
    package func revokeCertificate(
        number: String,
        reason: String,
        at now: Timestamp
    ) throws(StoreError) -> CertificateRecord {
        try writeAudited(at: now) { database, trail in
            let record = try database.certificate(number)
            if let revoked = record.revokedAt {
                let how = record.replacedBy.map { "replaced by \($0)" } ?? "revoked"
                let moment = record.replacedAt ?? revoked
                throw StoreError(code: .denied, message: "it was \(how) at \(moment) already", identity: number)
            }
            try database.run(CertificateSQL.revoke, record.id, now.text, reason)
            try trail.append(.certificateRevoked, number, record: .certificate(record.id))
            return try CertificateRecord(database.oneRow(CertificateSQL.byID, record.id))
        }
    }

    /// The certificate of a number; nil where there is none.
    package func certificate(number: String) throws(StoreError) -> CertificateRecord? {
        try read { try $0.row(CertificateSQL.byNumber, number).map { try CertificateRecord($0) } }
    }

    /// The certificate behind the unguessable part of an address; nil where there is none.
    package func certificate(token: String) throws(StoreError) -> CertificateRecord? {
        try read { try $0.row(CertificateSQL.byToken, token).map { try CertificateRecord($0) } }
    }

    /// Certificates of a course, an institution, a technician there, each where given, by number.
    package func certificates(
        course: String? = nil,
        institution: String? = nil,
        technician: String? = nil
    ) throws(StoreError) -> [CertificateRecord] {
        try read { database in
            try database.rows(CertificateSQL.list, course, institution, technician).map { try CertificateRecord($0) }
        }
    }

    /// The newest certificate that a technician got for a course, in force or not; nil where there is none.
    package func lastCertificate(course: String, technicianID: Int64) throws(StoreError) -> CertificateRecord? {
        try read { try $0.row(CertificateSQL.last, course, technicianID).map { try CertificateRecord($0) } }
    }

    /// The status lists as they have to be published.
    package func statusLists() throws(StoreError) -> [StatusListRecord] {
        try read { database in
            try database.rows(CertificateSQL.lists).map { row in
                let list = try row.count("list")
                let revoked = try database.rows(CertificateSQL.revokedPlaces, list)
                let moments = try revoked.map { try $0.timestamp("revoked_at") }
                return StatusListRecord(
                    list: list,
                    revoked: try revoked.map { try $0.count("place") },
                    changedAt: try moments.max() ?? row.timestamp("opened_at")
                )
            }
        }
    }
}

extension Database {
    fileprivate func certificate(_ number: String) throws -> CertificateRecord {
        guard let row = try row(CertificateSQL.byNumber, number) else {
            throw StoreError(code: .notFound, message: "no certificate of that number was issued", identity: number)
        }
        return try CertificateRecord(row)
    }

    /// Takes the place from the certificate before; its id.
    fileprivate func giveWay(
        to order: CertificateOrder,
        _ replacement: CertificateReplacement,
        at now: Timestamp,
        _ trail: inout AuditTrail
    ) throws -> Int64 {
        let former = try certificate(replacement.number)
        if let later = former.replacedBy {
            throw StoreError(code: .denied, message: "it was replaced by \(later) already", identity: former.number)
        }
        guard former.course == order.course, former.technicianID == order.technicianID else {
            throw StoreError(
                code: .refused,
                message: "a certificate is replaced by one of the same course and person",
                identity: former.number
            )
        }
        if former.revokedAt == nil {
            try run(CertificateSQL.revoke, former.id, now.text, replacement.reason)
            try trail.append(.certificateReplaced, former.number, record: .certificate(former.id))
        }
        return former.id
    }

    /// Another process may have made another key since this one read which signs.
    func checkSigns(_ thumbprints: [String]) throws {
        let inUse = try rows(CertificateSQL.keysInUse).map { try $0.text("thumbprint") }
        guard let former = thumbprints.first(where: { !inUse.contains($0) }) else { return }
        let message = "another key signs by now, and nothing was written; do it once more"
        throw StoreError(code: .denied, message: message, identity: former)
    }

    fileprivate func checkHoldsNone(_ order: CertificateOrder) throws {
        guard let row = try row(CertificateSQL.last, order.course, order.technicianID) else { return }
        let held = try CertificateRecord(row)
        guard held.revokedAt == nil else { return }
        throw StoreError(
            code: .denied,
            message: "\(order.holder) holds \(held.number) of this course already; reissue replaces it",
            identity: order.course
        )
    }

    /// A free place of the newest list, or of a new one where that is half full.
    fileprivate func freePlace(_ propose: () throws -> Int) throws -> CertificatePlaceInList {
        let newest = try row(CertificateSQL.newestList)
        var list = try newest?.count("list") ?? 1
        if let newest, try newest.count("taken") >= 65_536 { list += 1 }
        // A list is at most half full: the chance that a thousand random places are taken is nothing.
        for _ in 0..<1000 {
            let place = try propose()
            if try row(CertificateSQL.isPlaceTaken, list, place) == nil {
                return CertificatePlaceInList(list: list, place: place)
            }
        }
        throw StoreError(code: .failed, message: "no free place was proposed for a status list")
    }
}

extension CertificateRecord {
    /// A certificate from the columns of `CertificateSQL`.
    init(_ row: Row) throws {
        self.init(
            id: try row.integer("id"),
            number: try row.text("number"),
            course: try row.text("course"),
            technicianID: try row.integer("technician_id"),
            institution: try row.text("institution"),
            technician: try row.text("technician"),
            holder: try row.text("holder"),
            identityMasked: try row.optionalText("identity_masked"),
            awardedOn: try row.text("awarded_on"),
            expiresOn: try row.optionalText("expires_on"),
            issuedAt: try row.timestamp("issued_at"),
            key: try row.text("key_thumbprint"),
            token: try row.text("token"),
            place: CertificatePlaceInList(list: try row.count("list"), place: try row.count("place")),
            document: try row.text("document"),
            signedAgainAt: try row.optionalTimestamp("signed_again_at"),
            revokedAt: try row.optionalTimestamp("revoked_at"),
            revocationReason: try row.optionalText("revocation_reason"),
            replaces: try row.optionalText("replaces"),
            replacedBy: try row.optionalText("replaced_by"),
            replacedAt: try row.optionalTimestamp("replaced_at")
        )
    }
}
