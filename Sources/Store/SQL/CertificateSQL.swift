/// Statements about signing keys and certificates.
enum CertificateSQL {
    static let keys = """
        SELECT thumbprint, algorithm, jwk, made_at, retired_at FROM signing_key ORDER BY made_at, thumbprint
        """

    static let addKey = """
        INSERT INTO signing_key (thumbprint, algorithm, jwk, made_at) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (thumbprint) DO NOTHING RETURNING thumbprint
        """

    /// The keys in use, which is at most one.
    static let keysInUse = "SELECT thumbprint FROM signing_key WHERE retired_at IS NULL ORDER BY thumbprint"

    static let retireKey = "UPDATE signing_key SET retired_at = ?2 WHERE thumbprint = ?1"

    /// The next number within ?1 issuer's letters, ?2 year, ?3 course.
    static let nextSequence = """
        SELECT COALESCE(MAX(sequence), 0) + 1 AS next FROM certificate WHERE prefix = ?1 AND year = ?2 AND course = ?3
        """

    /// The newest status list and how many of its places are taken.
    static let newestList = "SELECT list, COUNT(*) AS taken FROM certificate GROUP BY list ORDER BY list DESC LIMIT 1"

    static let isPlaceTaken = "SELECT id FROM certificate WHERE list = ?1 AND place = ?2"

    static let add = """
        INSERT INTO certificate (
            id, number, prefix, year, sequence, course, technician_id, holder, identity_masked, awarded_on, expires_on,
            issued_at, key_thumbprint, token, list, place, document, replaces_id
        )
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17
        FROM certificate WHERE TRUE RETURNING id
        """

    static let revoke = "UPDATE certificate SET revoked_at = ?2, revocation_reason = ?3 WHERE id = ?1"

    /// The columns of a certificate as it is read, with the numbers before and after it.
    private static let columns = """
        SELECT certificate.id, certificate.number, certificate.course, certificate.technician_id,
            institution.name AS institution, technician.code AS technician, certificate.holder,
            certificate.identity_masked, certificate.awarded_on, certificate.expires_on, certificate.issued_at,
            certificate.key_thumbprint, certificate.token, certificate.list, certificate.place, certificate.document,
            certificate.revoked_at, certificate.revocation_reason, former.number AS replaces,
            later.number AS replaced_by
        FROM certificate
        JOIN technician ON technician.id = certificate.technician_id
        JOIN institution ON institution.id = technician.institution_id
        LEFT JOIN certificate AS former ON former.id = certificate.replaces_id
        LEFT JOIN certificate AS later ON later.replaces_id = certificate.id
        """

    static let byID = columns + " WHERE certificate.id = ?1"

    static let byNumber = columns + " WHERE certificate.number = ?1"

    static let byToken = columns + " WHERE certificate.token = ?1"

    /// Of ?1 a course, ?2 an institution, ?3 a technician's code, each where given, by number.
    static let list =
        columns + """
             WHERE (CAST(?1 AS TEXT) IS NULL OR certificate.course = ?1)
                AND (CAST(?2 AS TEXT) IS NULL OR institution.name = ?2)
                AND (CAST(?3 AS TEXT) IS NULL OR technician.code = ?3)
            ORDER BY certificate.prefix, certificate.year, certificate.course, certificate.sequence
            """

    /// The last certificate of ?1 a course and ?2 a technician.
    static let last =
        columns + """
             WHERE certificate.course = ?1 AND certificate.technician_id = ?2 ORDER BY certificate.id DESC LIMIT 1
            """

    /// The status lists, each with its first certificate's moment.
    static let lists = "SELECT list, MIN(issued_at) AS opened_at FROM certificate GROUP BY list ORDER BY list"

    static let revokedPlaces = """
        SELECT place, revoked_at FROM certificate WHERE list = ?1 AND revoked_at IS NOT NULL ORDER BY place
        """

    /// What the audit trail hashes.
    static let record = """
        SELECT number, prefix, year, sequence, course, technician_id, holder, identity_masked, awarded_on, expires_on,
            issued_at, key_thumbprint, token, list, place, document, replaces_id, revoked_at, revocation_reason
        FROM certificate WHERE id = ?1
        """

    static let keyRecord = """
        SELECT thumbprint, algorithm, jwk, made_at, retired_at FROM signing_key WHERE thumbprint = ?1
        """

    /// For the dump: without what is random and without moments.
    static let dump = """
        SELECT certificate.number, certificate.course, institution.name AS institution, technician.code AS technician,
            certificate.holder, certificate.identity_masked, certificate.awarded_on, certificate.expires_on,
            former.number AS replaces, certificate.revocation_reason
        FROM certificate
        JOIN technician ON technician.id = certificate.technician_id
        JOIN institution ON institution.id = technician.institution_id
        LEFT JOIN certificate AS former ON former.id = certificate.replaces_id
        ORDER BY certificate.number
        """

    static let all = [
        keys, addKey, keysInUse, retireKey, nextSequence, newestList, isPlaceTaken, add, revoke, byID, byNumber,
        byToken,
        list, last, lists, revokedPlaces, record, keyRecord,
    ]
}
