import Grading

/// The devices with dead elements, as a panel of a period's page.
struct PeriodDevicePanel {
    let devices: [DeviceDropout]
    /// Whether each line names its institution.
    let namesInstitution: Bool

    /// Nothing where all devices are well.
    var markup: Markup {
        guard !devices.isEmpty else { return .none }
        let items = devices.map { device -> Markup in
            let place: Markup = namesInstitution ? "\(device.institution) · " : .none
            let depth = Numbers.percent(device.lines.map(\.depth).max() ?? 0)
            let words = Word.deviceLines.filled([
                "lines": device.linesText, "depth": depth, "n": String(device.images),
            ])
            return "<li>\(place)<b>\(device.name)</b> \(words)</li>"
        }
        return """
            <section class="panel"><h2>\(Word.deadElements)</h2><p class="note">\(Word.deadElementsWhy)</p>
            <ul>\(items)</ul></section>

            """
    }
}
