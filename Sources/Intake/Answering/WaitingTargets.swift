internal import Grading
internal import Reports
internal import Store

/// How long work may take, and when it is night.
package struct WaitingTargets: Sendable, Equatable {
    /// Exam received → first answered, in seconds.
    package var answered: Double = 2 * 3600
    /// Image with a critical finding received → first read, in seconds.
    package var critical: Double = 24 * 3600
    /// Any other flagged image received → first read, in seconds.
    package var flagged: Double = 48 * 3600
    /// Image of the random draw received → first read, in seconds.
    package var sampled: Double = 5 * 24 * 3600
    /// Image read → in the clinic's report, in seconds.
    package var reported: Double = 3600
    /// Minutes after midnight at which the night begins.
    package var nightFrom = 18 * 60
    /// Minutes after midnight at which it ends; before `nightFrom` it ends the next morning.
    package var nightUntil = 8 * 60

    /// The defaults.
    package init() {}

    /// Whether a minute after midnight lies in the night; never where it ends as it begins.
    package func isNight(minute: Int) -> Bool {
        nightFrom <= nightUntil
            ? (nightFrom..<nightUntil).contains(minute) : minute >= nightFrom || minute < nightUntil
    }

    /// The seconds that a stage may take; nil where only its length is told.
    func seconds(_ stage: WaitingStage) -> Double? {
        switch stage {
        case .answered: answered
        case .readCritical: critical
        case .readFlagged: flagged
        case .readSampled: sampled
        case .reported: reported
        case .graded, .claimed, .reviewed: nil
        }
    }

    /// `18:00` of minutes after midnight.
    package static func clock(_ minutes: Int) -> String {
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(padded(minutes / 60)):\(padded(minutes % 60))"
    }

    /// Minutes after midnight of `18:00`; nil for anything else.
    package static func minutes(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.utf8.count) }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute), parts[1].utf8.count == 2
        else { return nil }
        return hour * 60 + minute
    }
}
