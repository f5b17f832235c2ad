/// Version 6: which stored pictures are kept out of practice.
extension Schema {
    /// Rows are only added: of an image the last ruling counts, and the ones before it tell how it came about.
    static let practicePool = [
        """
        CREATE TABLE practice_ruling (
            id INTEGER NOT NULL PRIMARY KEY,
            image_id INTEGER NOT NULL REFERENCES image (id),
            is_excluded INTEGER NOT NULL CHECK (is_excluded IN (0, 1)),
            reason TEXT NOT NULL,
            said_by TEXT,
            at TEXT NOT NULL
        )
        """,
        "CREATE INDEX practice_ruling_by_image ON practice_ruling (image_id, id)",
        "CREATE INDEX practice_attempt_by_image ON practice_attempt (image_id) WHERE image_id IS NOT NULL",
    ]
}
