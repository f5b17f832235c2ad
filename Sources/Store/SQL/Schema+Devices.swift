/// Version 7: what was found when devices were looked through.
extension Schema {
    /// The statements that bring version 6 to version 7.
    ///
    /// A survey follows from the images and snapshots of its moment; it is no part of the dump, and no verdict hangs on it.
    static let version7 = [
        """
        CREATE TABLE device_survey (
            id INTEGER NOT NULL PRIMARY KEY,
            looked_at TEXT NOT NULL,
            newest_image BIGINT NOT NULL CHECK (newest_image >= 0),
            document TEXT NOT NULL
        )
        """,
        "CREATE INDEX device_survey_by_moment ON device_survey (looked_at, id)",
    ]
}
