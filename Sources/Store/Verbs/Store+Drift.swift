import GRDB
import Grading

extension Store {
    /// How long a snapshot must have been closed before what came since is held against it.
    ///
    /// Against last week's snapshot a slow drift would never show, because each one follows the device.
    package static let driftDays = 28.0

    /// The snapshot that a device's images are held against: the newest that was closed 28 days before, else the oldest
    /// that says something; nil where there is none.
    package func driftReference(at moment: Timestamp) throws(StoreError) -> BaselineSnapshot? {
        let old = Timestamp(milliseconds: moment.milliseconds - Int64(Self.driftDays * 86_400_000))
        return try read { database in
            let row =
                try database.row(BaselineSQL.newestBefore, old.text)
                ?? database.row(BaselineSQL.oldestBefore, moment.text)
            return try row.map { try BaselineSnapshot($0) }
        }
    }

    /// How the images received since a snapshot was closed differ from those that it was made of, key by key.
    ///
    /// - Parameters:
    ///   - until: the first moment that counts no more.
    ///   - institution: as displayed; nil for all.
    ///   - device: nil for all.
    ///   - section: nil for all.
    ///   - judgedOnly: leaves out keys of which too few images came since to tell anything.
    /// - Throws: `StoreError`, with code `corrupt` for a grade that cannot be read.
    package func drift(
        since snapshot: BaselineSnapshot,
        until: Timestamp,
        institution: String? = nil,
        device: String? = nil,
        section: String? = nil,
        judgedOnly: Bool = false
    ) throws(StoreError) -> [DriftState] {
        try read { database in
            try DriftReading(
                database: database,
                snapshot: snapshot,
                until: until,
                institution: institution,
                device: device,
                section: section
            ).states(judgedOnly: judgedOnly)
        }
    }
}
