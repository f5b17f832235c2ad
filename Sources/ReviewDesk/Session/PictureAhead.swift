internal import Dispatch
package import Imaging
internal import Intake
package import Store
internal import Synchronization

/// Decodes the picture that will probably come next while the expert looks at the present one.
///
/// Nothing is claimed for it: if another expert takes that image, the work was in vain and nobody was kept from
/// anything.
package final class PictureAhead: Sendable {
    /// Largest picture that is decoded: more than a terminal shows.
    package static let maxWidth = 1600
    package static let maxHeight = 1200

    private let desk: ReviewDesk
    private let filter: QueueFilter
    private let queue = DispatchQueue(label: "sonograde.picture-ahead")
    private let ready = Mutex<(image: Int64, picture: BlindPicture)?>(nil)

    /// Looks ahead in a part of the queue.
    package init(desk: ReviewDesk, filter: QueueFilter) {
        self.desk = desk
        var filter = filter
        filter.onlyFree = true
        self.filter = filter
    }

    /// Has the picture decoded that is next in the queue.
    package func prepare() {
        queue.async { [self] in
            // Whatever goes wrong here is said when the image's turn comes.
            guard let next = try? desk.upcoming(filter), let picture = try? desk.blindPicture(of: next) else { return }
            ready.withLock { $0 = (next.facts.image, picture) }
        }
    }

    /// The picture of an image if it is the one that was decoded, waiting for the end of the work; nil otherwise.
    package func take(_ image: Int64) -> BlindPicture? {
        queue.sync {
            ready.withLock { ready in
                defer { ready = nil }
                return ready?.image == image ? ready?.picture : nil
            }
        }
    }
}

extension ReviewDesk {
    /// What `next` would give, without claiming it.
    fileprivate func upcoming(_ filter: QueueFilter) throws -> UnclaimedCase? {
        let now = Timestamp(room.now())
        let first = try room.store.queue(filter, for: expert, after: nil, limit: 1, at: now).first
        return try first.map { try unclaimed($0.image) }
    }

    fileprivate func blindPicture(of work: UnclaimedCase) throws -> BlindPicture {
        try Pictures(room: room).picture(
            of: work.subject.image,
            whole: false,
            maxWidth: PictureAhead.maxWidth,
            maxHeight: PictureAhead.maxHeight
        )
    }
}
