/// Statements about signing keys and certificates.
enum CertificateSQL {
    static let keys = """
        SELECT thumbprint, algorithm, jwk, made_at, retired_at, withdrawn_at, withdrawal_reason, withdrawal_salt
        FROM signing_key ORDER BY made_at, thumbprint
        """

    static let addKey = """
        INSERT INTO signing_key (thumbprint, algorithm, jwk, made_at) VALUES (?1, ?2, ?3, ?4)
        ON CONFLICT (thumbprint) DO NOTHING RETURNING thumbprint
        """

    /// The keys in use, which is at most one.
    static let keysInUse = "SELECT thumbprint FROM signing_key WHERE retired_at IS NULL ORDER BY thumbprint"

    static let retireKey = "UPDATE signing_key SET retired_at = ?2 WHERE thumbprint = ?1"

    /// ?1 key, ?2 moment, ?3 reason, ?4 salt.
    static let withdrawKey = """
        UPDATE signing_key SET withdrawn_at = ?2, withdrawal_reason = ?3, withdrawal_salt = ?4
        WHERE thumbprint = ?1 AND withdrawn_at IS NULL RETURNING thumbprint
        """

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
            COALESCE(again.key_thumbprint, certificate.key_thumbprint) AS key_thumbprint, certificate.token,
            certificate.list, certificate.place, COALESCE(again.document, certificate.document) AS document,
            again.signed_at AS signed_again_at,
            certificate.revoked_at, certificate.revocation_reason, former.number AS replaces,
            later.number AS replaced_by, later.issued_at AS replaced_at
        FROM certificate
        JOIN technician ON technician.id = certificate.technician_id
        JOIN institution ON institution.id = technician.institution_id
        LEFT JOIN certificate AS former ON former.id = certificate.replaces_id
        LEFT JOIN certificate AS later ON later.replaces_id = certificate.id
        LEFT JOIN certificate_signature AS again ON again.id = (
            SELECT MAX(newest.id) FROM certificate_signature AS newest WHERE newest.certificate_id = certificate.id
        )
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

    /// A certificate in force of ?1 a course.
    static let inForce = """
        SELECT number FROM certificate WHERE course = ?1 AND revoked_at IS NULL ORDER BY technician_id LIMIT 1
        """

    /// Those whose signature in use is of a withdrawn key, by number.
    static let ofWithdrawnKeys =
        columns + """
             WHERE COALESCE(again.key_thumbprint, certificate.key_thumbprint)
                IN (SELECT thumbprint FROM signing_key WHERE withdrawn_at IS NOT NULL)
            ORDER BY certificate.prefix, certificate.year, certificate.course, certificate.sequence
            """

    /// ?1 certificate, ?2 key, ?3 moment, ?4 document.
    static let signAgain = """
        INSERT INTO certificate_signature (id, certificate_id, key_thumbprint, signed_at, document)
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4 FROM certificate_signature WHERE TRUE RETURNING id
        """

    /// Every signed text that ?1 a key has made under a number.
    static let documentsOfKey = """
        SELECT document FROM certificate WHERE key_thumbprint = ?1
        UNION ALL SELECT document FROM certificate_signature WHERE key_thumbprint = ?1
        """

    /// Every signed text of ?1 a certificate.
    static let documents = """
        SELECT document FROM certificate WHERE id = ?1
        UNION ALL SELECT document FROM certificate_signature WHERE certificate_id = ?1
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

    static let keyWithdrawal = """
        SELECT withdrawn_at, withdrawal_reason, withdrawal_salt FROM signing_key
        WHERE thumbprint = ?1 AND withdrawn_at IS NOT NULL
        """

    static let signatureRecord = """
        SELECT certificate_id, key_thumbprint, signed_at, document FROM certificate_signature WHERE id = ?1
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
        list, last, inForce, lists, revokedPlaces, record, keyRecord,
        withdrawKey, ofWithdrawnKeys, signAgain, documentsOfKey, documents, keyWithdrawal, signatureRecord,
    ]
}
