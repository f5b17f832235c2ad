/// Statements about inbox files and quarantined ones.
enum InboxSQL {
    /// ?1 path's key.
    static let file = "SELECT device, inode, size, modified_ns, is_taken, code FROM inbox_file WHERE path_key = ?1"

    /// A path holds one file at a time, so a newer one takes the older one's row.
    static let remember = """
        INSERT INTO inbox_file (
            path_key, path_shown, institution_key, institution_shown, folder_key, folder_shown, device, inode, size,
            modified_ns, is_taken, code, message, since
        )
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)
        ON CONFLICT (path_key) DO UPDATE SET
            path_shown = EXCLUDED.path_shown, institution_key = EXCLUDED.institution_key,
            institution_shown = EXCLUDED.institution_shown, folder_key = EXCLUDED.folder_key,
            folder_shown = EXCLUDED.folder_shown, device = EXCLUDED.device, inode = EXCLUDED.inode,
            size = EXCLUDED.size, modified_ns = EXCLUDED.modified_ns, is_taken = EXCLUDED.is_taken, code = EXCLUDED.code,
            message = EXCLUDED.message, since = EXCLUDED.since
        """

    private static let columns = """
        path_key, path_shown, institution_key, institution_shown, folder_key, folder_shown, device, inode, size,
        modified_ns, code, message, since
        """

    static let taken = "SELECT \(columns) FROM inbox_file WHERE is_taken = 1 ORDER BY path_key"

    static let left = "SELECT \(columns) FROM inbox_file WHERE code IS NOT NULL ORDER BY path_key"

    static let takenOfInstitution = """
        SELECT \(columns) FROM inbox_file WHERE institution_key = ?1 AND is_taken = 1 ORDER BY path_key
        """

    static let takenOfFolder = """
        SELECT \(columns) FROM inbox_file
        WHERE institution_key = ?1 AND folder_key = ?2 AND is_taken = 1 ORDER BY path_key
        """

    /// ?1 path's key and what `stat` said: a file that took its place meanwhile is left alone.
    static let forgetTaken = """
        DELETE FROM inbox_file
        WHERE path_key = ?1 AND device = ?2 AND inode = ?3 AND size = ?4 AND modified_ns = ?5 AND is_taken = 1
        """

    static let forgetLeft = "DELETE FROM inbox_file WHERE path_key = ?1 AND is_taken = 0"

    /// A committed file that could not be removed either still waits for its removal.
    static let forgetReason = "UPDATE inbox_file SET code = NULL, message = NULL WHERE path_key = ?1"

    static let addQuarantine = """
        INSERT INTO quarantine (
            id, institution_id, exam_id, image_id, original_key, original_shown, path_key, path_shown, code, message, at,
            state, state_at, sha256, bytes
        )
        SELECT COALESCE(MAX(id), 0) + 1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'open', ?10, ?11, ?12 FROM quarantine
        RETURNING id
        """

    /// ?1 image.
    static let openOfImage = "SELECT id FROM quarantine WHERE image_id = ?1 AND state = 'open' ORDER BY id"

    /// ?1 original path's key.
    static let openByOriginal = """
        SELECT id FROM quarantine WHERE original_key = ?1 AND state = 'open' ORDER BY id DESC LIMIT 1
        """

    static let setState = "UPDATE quarantine SET state = ?2, state_at = ?3 WHERE id = ?1"

    private static let entryColumns = """
        quarantine.id, institution.name AS institution_name, institution.name_key AS institution_key, exam_id, image_id,
        original_key, original_shown, path_key, path_shown, code, message, at, state, state_at, sha256, bytes
        """

    static let entry = """
        SELECT \(entryColumns) FROM quarantine LEFT JOIN institution ON institution.id = quarantine.institution_id
        WHERE quarantine.id = ?1
        """

    /// ?1 last id so far, ?2 institution's name, ?3 code (each or null), ?4 limit.
    static let page = """
        SELECT \(entryColumns) FROM quarantine LEFT JOIN institution ON institution.id = quarantine.institution_id
        WHERE quarantine.id < ?1
            AND (CAST(?2 AS TEXT) IS NULL OR institution.name = ?2)
            AND (CAST(?3 AS TEXT) IS NULL OR code = ?3)
        ORDER BY quarantine.id DESC LIMIT ?4
        """

    /// As `page`, with ?5 the state.
    static let pageOfState = """
        SELECT \(entryColumns) FROM quarantine LEFT JOIN institution ON institution.id = quarantine.institution_id
        WHERE state = ?5 AND quarantine.id < ?1
            AND (CAST(?2 AS TEXT) IS NULL OR institution.name = ?2)
            AND (CAST(?3 AS TEXT) IS NULL OR code = ?3)
        ORDER BY quarantine.id DESC LIMIT ?4
        """

    static let all = [
        file, remember, taken, left, takenOfInstitution, takenOfFolder, forgetTaken, forgetLeft, forgetReason,
        addQuarantine,
        openOfImage, openByOriginal, setState, entry, page, pageOfState,
    ]
}
