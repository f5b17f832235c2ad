/// Statements about the near profiles by which dead elements are found.
enum NearProfileSQL {
    /// ?1 image, ?2 institution, ?3 device, ?4 transducer, ?5 shape, ?6 profile.
    static let add = """
        INSERT INTO near_profile (image_id, institution_id, device, transducer, shape, profile)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (image_id) DO NOTHING
        """

    /// ?1 institution, ?2 device, ?3 transducer, ?4 shape, ?5 how many are kept: the newest by their number.
    static let trim = """
        DELETE FROM near_profile
        WHERE institution_id = ?1 AND device = ?2 AND transducer = ?3 AND shape = ?4
            AND image_id <= (
                SELECT kept.image_id FROM near_profile AS kept
                WHERE kept.institution_id = ?1 AND kept.device = ?2 AND kept.transducer = ?3 AND kept.shape = ?4
                ORDER BY kept.image_id DESC LIMIT 1 OFFSET ?5
            )
        """

    /// ?1 institution's name or null: the profiles of images that count, transducer by transducer.
    static let stacks = """
        SELECT institution.name AS institution_name, institution.name_key AS institution_key, near_profile.device,
            near_profile.transducer, near_profile.shape, near_profile.profile
        FROM near_profile
        JOIN institution ON institution.id = near_profile.institution_id
        JOIN image ON image.id = near_profile.image_id
        WHERE image.standing = 'current' AND image.duplicate = 'none'
            AND (image.expert_level IS NULL OR image.expert_level <> 'D')
            AND (CAST(?1 AS TEXT) IS NULL OR institution.name = ?1)
        ORDER BY near_profile.institution_id, near_profile.device, near_profile.transducer, near_profile.shape,
            near_profile.image_id
        """

    /// ?1 institution's name, ?2 device, ?3 transducer, ?4 shape: the profiles of one transducer that count.
    static let stack = """
        SELECT near_profile.profile
        FROM near_profile JOIN image ON image.id = near_profile.image_id
        WHERE near_profile.institution_id = (SELECT id FROM institution WHERE institution.name = ?1)
            AND near_profile.device = ?2 AND near_profile.transducer = ?3 AND near_profile.shape = ?4
            AND image.standing = 'current' AND image.duplicate = 'none'
            AND (image.expert_level IS NULL OR image.expert_level <> 'D')
        ORDER BY near_profile.image_id
        """

    static let all = [add, trim, stacks, stack]
}
