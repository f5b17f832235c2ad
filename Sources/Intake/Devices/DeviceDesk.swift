internal import Foundation
internal import Grading
internal import Reports
internal import Store

/// Looks through a home's devices, once a day and after much has come in.
package struct DeviceDesk: Sendable {
    /// Share by which the store must have grown since the last survey for another one on the same day.
    private static let growth = 0.1

    private let room: WorkRoom

    /// The desk of a room.
    package init(room: WorkRoom) { self.room = room }

    /// Whether the devices are to be looked through.
    ///
    /// - Parameter isResting: nothing is being taken in, so that growth counts; a new day counts always.
    package func isDue(isResting: Bool) throws -> Bool {
        let newest = try room.store.newestImage()
        guard newest > 0 else { return false }
        let now = Timestamp(room.now())
        guard let last = try room.store.deviceSurveyMoment(until: now) else { return isResting }
        if clock.day(of: last.lookedAt) < clock.day(of: now) { return true }
        return isResting && Double(newest - last.newestImage) > Self.growth * Double(last.newestImage)
    }

    /// Looks through all devices and keeps what was found.
    ///
    /// - Throws: `StoreError`.
    package func survey() throws {
        let now = Timestamp(room.now())
        let newest = try room.store.newestImage()
        let found = try DeviceSurvey(of: room.store, at: now, clock: clock)
        try room.store.keep(
            StoredDeviceSurvey(lookedAt: now, newestImage: newest, document: CanonicalJSON.text(found))
        )
    }

    private var clock: ReportClock { ReportClock(zone: room.settings.timezone) }
}
