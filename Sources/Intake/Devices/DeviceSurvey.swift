internal import Foundation
package import Reports
package import Store

/// What was found when all of a home's devices were looked through.
///
/// Reports and `status` tell of devices by the newest survey: going through every stack and every baseline anew takes
/// seconds in a network of a million images.
package struct DeviceSurvey: Sendable, Codable, Equatable {
    /// Transducers with dead elements.
    package var dropouts: [DeviceDropout]
    /// Devices that show something else than the snapshot they are held against.
    package var drifts: [DeviceDrift]

    /// Looks through all devices of a store.
    ///
    /// - Parameters:
    ///   - moment: up to which images count.
    ///   - clock: by which moments are shown.
    /// - Throws: `StoreError`.
    package init(of store: Store, at moment: Timestamp, clock: ReportClock) throws {
        dropouts = try DeviceReporting.dropouts(in: store)
        drifts = try DeviceReporting.drifts(in: store, at: moment, clock: clock)
    }

    /// The newest survey up to a moment; nil before the first.
    ///
    /// - Throws: `StoreError`, with code `corrupt` for one that cannot be read.
    package static func newest(
        in store: Store,
        until moment: Timestamp
    ) throws -> (survey: DeviceSurvey, at: Timestamp)? {
        guard let stored = try store.deviceSurvey(until: moment) else { return nil }
        do {
            return (try JSONDecoder().decode(DeviceSurvey.self, from: Data(stored.document.utf8)), stored.lookedAt)
        } catch {
            throw StoreError(
                code: .corrupt,
                message: "what was found about devices cannot be read; the next survey replaces it",
                cause: String(describing: error)
            )
        }
    }

    /// The part on one institution, as displayed; all of it for nil.
    package func of(_ institution: String?) -> DeviceSurvey {
        guard let institution else { return self }
        var part = self
        part.dropouts.removeAll { $0.institution != institution }
        part.drifts.removeAll { $0.institution != institution }
        return part
    }
}
