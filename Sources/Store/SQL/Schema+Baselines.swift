/// Version 3: what devices usually show, and what is nearest to their transducers.
extension Schema {
    /// The statements that bring version 2 to version 3.
    ///
    /// A snapshot and its values are never changed. Medians and MADs are whole millionths of the metric's unit, which is
    /// exact: metrics have four decimals. A preset or transducer that nobody stated is ''. `near_profile` is a ring of
    /// the newest images of each key (`NearProfileWriter`), 256 bytes each in base64; it follows from the images and is
    /// no part of the dump.
    static let version3 = [
        """
        CREATE TABLE baseline_snapshot (
            id INTEGER NOT NULL PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            closed_at TEXT NOT NULL,
            made_at TEXT NOT NULL,
            image_window INTEGER NOT NULL CHECK (image_window >= 30),
            program TEXT NOT NULL,
            key_count INTEGER NOT NULL CHECK (key_count >= 0)
        )
        """,
        "CREATE INDEX baseline_snapshot_by_closing ON baseline_snapshot (closed_at, id)",
        """
        CREATE TABLE baseline_value (
            snapshot_id INTEGER NOT NULL REFERENCES baseline_snapshot (id),
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            device TEXT NOT NULL,
            preset TEXT NOT NULL,
            section TEXT NOT NULL,
            metric TEXT NOT NULL,
            images INTEGER NOT NULL CHECK (images >= 30),
            median_millionths BIGINT NOT NULL,
            mad_millionths BIGINT NOT NULL CHECK (mad_millionths >= 0),
            PRIMARY KEY (snapshot_id, institution_id, device, preset, section, metric)
        )
        """,
        "ALTER TABLE exam ADD COLUMN baseline_id INTEGER REFERENCES baseline_snapshot (id)",
        """
        CREATE TABLE near_profile (
            image_id INTEGER NOT NULL PRIMARY KEY REFERENCES image (id),
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            device TEXT NOT NULL,
            transducer TEXT NOT NULL,
            shape TEXT NOT NULL,
            profile TEXT NOT NULL
        )
        """,
        "CREATE INDEX near_profile_by_device ON near_profile (institution_id, device, transducer, shape, image_id)",
    ]
}
