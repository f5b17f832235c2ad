import Foundation
import GRDB
import Imaging

extension Store {
    /// What the stacks of near profiles say of each transducer, of one institution or of all.
    ///
    /// Only one stack is in memory at a time. Throws `corrupt` for a profile that cannot be read.
    package func transducerStates(institution: String? = nil) throws(StoreError) -> [TransducerState] {
        try read { database in
            var states: [TransducerState] = []
            var key: TransducerKey?
            var profiles: [NearProfile] = []
            func finish() {
                guard let key else { return }
                states.append(
                    TransducerState(key: key, images: profiles.count, dips: DeadElements.find(in: profiles))
                )
            }
            try database.forEachRow(NearProfileSQL.stacks, institution) { row in
                let next = TransducerKey(
                    institution: try row.institution(),
                    device: try row.text("device"),
                    transducer: try row.text("transducer"),
                    shape: try row.text("shape")
                )
                if next != key {
                    finish()
                    (key, profiles) = (next, [])
                }
                profiles.append(try Self.profile(row, of: next))
            }
            finish()
            return states
        }
    }

    /// What one transducer's stack says; nil where it has none.
    ///
    /// Throws `corrupt` for a profile that cannot be read.
    package func transducerState(of key: TransducerKey) throws(StoreError) -> TransducerState? {
        try read { database in
            let profiles = try database.rows(
                NearProfileSQL.stack,
                key.institution.display,
                key.device,
                key.transducer,
                key.shape
            ).map { try Self.profile($0, of: key) }
            guard !profiles.isEmpty else { return nil }
            return TransducerState(key: key, images: profiles.count, dips: DeadElements.find(in: profiles))
        }
    }

    private static func profile(_ row: Row, of key: TransducerKey) throws(StoreError) -> NearProfile {
        guard let text = try? row.text("profile"), let bytes = Data(base64Encoded: text),
            let profile = NearProfile(hundredths: Array(bytes))
        else {
            throw StoreError(
                code: .corrupt,
                message: "a near profile cannot be read; run `sonograde doctor`",
                identity: "\(key.institution.display)/\(key.device)"
            )
        }
        return profile
    }
}
