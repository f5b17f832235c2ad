/// Version 4: by what pictures are known again.
extension Schema {
    /// The statements that bring version 3 to version 4.
    ///
    /// A fingerprint is of bytes, not of an image: the same bytes in ten exams have one. `likeness` holds each pair of
    /// fingerprints that are near enough, in both directions. Both follow from the originals and are no part of the dump;
    /// what they do to an image (`duplicate`) is. Stores from before have none until their images are graded again.
    static let version4 =
        [
            """
            CREATE TABLE fingerprint (
                id INTEGER NOT NULL PRIMARY KEY,
                sha256 TEXT NOT NULL UNIQUE CHECK (LENGTH(sha256) = 64),
                method INTEGER NOT NULL,
                word_0 BIGINT NOT NULL,
                word_1 BIGINT NOT NULL,
                word_2 BIGINT NOT NULL,
                word_3 BIGINT NOT NULL
            )
            """,
            """
            CREATE TABLE likeness (
                first_id INTEGER NOT NULL REFERENCES fingerprint (id),
                second_id INTEGER NOT NULL REFERENCES fingerprint (id),
                bits INTEGER NOT NULL CHECK (bits BETWEEN 0 AND 256),
                is_mirrored INTEGER NOT NULL CHECK (is_mirrored IN (0, 1)),
                PRIMARY KEY (first_id, second_id)
            )
            """,
            "CREATE INDEX image_duplicates ON image (id) WHERE standing = 'current' AND duplicate <> 'none'",
        ]
        + FingerprintPart.all.enumerated().map { number, part in
            "CREATE INDEX fingerprint_by_part_\(number) ON fingerprint (\(part.expression))"
        }
}
