/// Version 5: people and places, training, certificates.
extension Schema {
    /// The statements that bring version 4 to version 5.
    static let version5 = registry + training + certificates

    /// Who belongs to the network.
    ///
    /// Nothing is ever deleted: what history names is retired.
    /// A technician and a device are known by institution and code, as `exam.technician` and `exam.device` have it; a
    /// code that no entry has is somebody not registered, never an error. Days are `yyyy-MM-dd`. An identity number is
    /// kept in its masked form alone.
    private static let registry = [
        "ALTER TABLE institution ADD COLUMN title TEXT",
        "ALTER TABLE institution ADD COLUMN ownership TEXT CHECK (ownership IN ('public', 'non_public'))",
        "ALTER TABLE institution ADD COLUMN county TEXT CHECK (LENGTH(county) = 6)",
        "ALTER TABLE institution ADD COLUMN contract_from TEXT",
        "ALTER TABLE institution ADD COLUMN contract_until TEXT",
        "ALTER TABLE institution ADD COLUMN registered_at TEXT",
        "ALTER TABLE institution ADD COLUMN retired_at TEXT",
        """
        CREATE TABLE technician (
            id INTEGER NOT NULL PRIMARY KEY,
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            code TEXT NOT NULL,
            name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role IN ('technician', 'physician')),
            sex TEXT CHECK (sex IN ('female', 'male')),
            title TEXT,
            identity_masked TEXT,
            employed_from TEXT,
            employed_until TEXT,
            added_at TEXT NOT NULL,
            retired_at TEXT,
            UNIQUE (institution_id, code)
        )
        """,
        """
        CREATE TABLE device (
            id INTEGER NOT NULL PRIMARY KEY,
            institution_id INTEGER NOT NULL REFERENCES institution (id),
            code TEXT NOT NULL,
            maker TEXT,
            model TEXT,
            serial TEXT,
            in_use_from TEXT,
            metrology_on TEXT,
            inspected_on TEXT,
            added_at TEXT NOT NULL,
            retired_at TEXT,
            UNIQUE (institution_id, code)
        )
        """,
        """
        CREATE TABLE teacher (
            id TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            title TEXT,
            workplace TEXT,
            topics TEXT,
            added_at TEXT NOT NULL,
            retired_at TEXT
        )
        """,
        "CREATE INDEX exam_by_device ON exam (institution_id, device, received_at, id) WHERE device IS NOT NULL",
        "ALTER TABLE expert ADD COLUMN title TEXT",
        "ALTER TABLE expert ADD COLUMN subjects TEXT",
    ]
}
