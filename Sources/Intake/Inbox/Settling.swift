/// When an exam folder has come to rest.
///
/// Pure: what was seen, what was seen before, and the time are arguments.
package enum Settling {
    /// One regular file of an exam folder at one sweep.
    package struct Seen: Sendable, Equatable {
        /// Identity and state by which a change is told.
        package var device: UInt64
        package var inode: UInt64
        package var size: Int64
        /// Modification time in nanoseconds since 1970.
        package var modified: Int64
        /// When this exact state was first seen, in nanoseconds since 1970.
        package var firstSeen: Int64

        /// One file's state.
        package init(device: UInt64, inode: UInt64, size: Int64, modified: Int64, firstSeen: Int64) {
            self.device = device
            self.inode = inode
            self.size = size
            self.modified = modified
            self.firstSeen = firstSeen
        }

        /// Whether it is the same file in the same state, whenever it was seen.
        package func isUnchanged(from other: Seen) -> Bool {
            device == other.device && inode == other.inode && size == other.size && modified == other.modified
        }

        /// How long it has rested: since its modification time, or since it was first seen so.
        ///
        /// The second counts where a clinic's clock runs ahead and the modification time lies in the future.
        package func restedNanoseconds(at now: Int64) -> Int64 {
            max(now - modified, now - firstSeen)
        }
    }

    /// How the clinic marked the folder as finished.
    package enum Mark: Sendable, Equatable {
        /// No mark: only rest tells.
        case none
        /// `exam.json` or `.done` is there and every file that it lists is there.
        case listed
        /// `exam.json` gives sizes or hashes for every image, and they hold.
        case verified
    }

    /// Rest that a folder with a mark needs, in seconds (contract).
    package static let markedSettleSeconds = 1.0

    /// Nanoseconds until the folder has settled; 0 or less when it has.
    package static func remaining(files: [Seen], mark: Mark, settleSeconds: Double, at now: Int64) -> Int64 {
        let needed: Double
        switch mark {
        case .none: needed = settleSeconds
        case .listed: needed = min(settleSeconds, markedSettleSeconds)
        case .verified: needed = 0
        }
        let rested = files.map { $0.restedNanoseconds(at: now) }.min() ?? .max
        return Int64(needed * 1e9) - rested
    }
}
