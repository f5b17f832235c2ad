import Grading

/// What a technician's run says, in sentences.
enum FailureWords {
    /// Alarms that a sentence names at most, the last ones.
    private static let mostNamed = 3

    /// How many images, how many of them need correction, and when there was an alarm.
    static func sentence(on run: FailureRun) -> LocalizedText {
        let current = run.current
        let earlier = run.alarms.indices.filter { !current.contains($0) }
        var parts: [LocalizedText] = []
        if !current.isEmpty { parts.append(told(.failureNow, current, of: run)) }
        if !earlier.isEmpty { parts.append(told(.failureEarlier, earlier, of: run)) }
        return Word.failureText.filled(localized: [
            "n": PlotText.same(String(run.items)), "failures": PlotText.same(String(run.failures)),
            "alarms": parts.isEmpty ? Word.failureNone.text : PlotText.joined(parts),
        ])
    }

    private static func told(_ word: Word, _ alarms: [Int], of run: FailureRun) -> LocalizedText {
        let places = PlotText.list(alarms.suffix(mostNamed).map { place(of: $0, in: run) })
        return word.filled(localized: [
            "n": PlotText.same(String(alarms.count)),
            "places": alarms.count > mostNamed ? Word.severalShown.filled(localized: ["names": places]) : places,
        ])
    }

    /// The month, where it is known, and which image of the run it was, counted from 1.
    private static func place(of alarm: Int, in run: FailureRun) -> LocalizedText {
        let month = run.alarmDays.map { String($0[alarm].prefix(7)) } ?? "–"
        return Word.failurePlace.filled(["month": month, "index": String(run.alarms[alarm] + 1)])
    }
}
