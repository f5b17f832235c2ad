internal import Foundation
package import Store

/// Closes snapshots of what devices usually show: when their time has come, or when somebody asks.
package struct BaselineDesk: Sendable {
    private let room: WorkRoom

    /// The desk of a room.
    package init(room: WorkRoom) { self.room = room }

    /// Whether a closing time of the settings has passed that has no snapshot yet.
    package var isDue: Bool { get throws { try due() != nil } }

    /// Closes the latest closing time that has passed, if it is not; closing times missed before it are left out.
    ///
    /// - Returns: The new snapshot; nil where nothing was due.
    package func closeDue() throws -> BaselineSnapshot? {
        guard let closing = try due() else { return nil }
        // After a change of time zone or by hand the day's name may be taken.
        var name = closing.day
        var number = 1
        while try room.store.baselineSnapshot(named: name) != nil {
            number += 1
            name = "\(closing.day)~\(number)"
        }
        return try close(name: name, at: closing.at)
    }

    /// Closes a snapshot over all that was received until now.
    ///
    /// - Parameter name: nil takes the moment's text.
    package func closeNow(name: String?) throws -> BaselineSnapshot {
        let now = Timestamp(room.now())
        return try close(name: name ?? now.text, at: now)
    }

    private func due() throws -> BaselineSchedule.Closing? {
        let closing = room.settings.baselineClosing.latestClosing(
            upTo: Timestamp(room.now()),
            zone: room.settings.timezone
        )
        guard let closing, try room.store.isBaselineDue(closing.at) else { return nil }
        return closing
    }

    private func close(name: String, at closedAt: Timestamp) throws -> BaselineSnapshot {
        let closing = BaselineClosing(
            name: name,
            closedAt: closedAt,
            window: room.settings.baselineWindow,
            program: room.program
        )
        let snapshot = try room.store.closeBaseline(closing, at: Timestamp(room.now()))
        room.tell(.closedBaseline(name: snapshot.name, keys: snapshot.keyCount))
        return snapshot
    }
}
