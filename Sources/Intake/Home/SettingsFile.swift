internal import Foundation
internal import Grading
internal import Imaging
internal import Yams

/// Reads and writes `sonograde.yaml`.
package enum SettingsFile {
    /// The schema that this program writes.
    package static let schemaID = "sonograde.settings/1"

    /// One mistake in a settings file.
    package struct Mistake: Sendable, Equatable, CustomStringConvertible {
        /// 1-based; 0 where the file as a whole is meant.
        package let line: Int
        /// What is wrong and what is allowed.
        package let message: String

        package var description: String { line > 0 ? "line \(line): \(message)" : message }
    }

    /// What a file says, with every mistake in it; settings with a mistake keep their default.
    package struct Reading: Sendable {
        package var settings: Settings
        package var mistakes: [Mistake]
        /// Keys that the file sets itself.
        package var given: Set<String>
    }

    /// Reads a file's text; all mistakes are reported together.
    package static func read(_ text: String) -> Reading {
        var reading = Reading(settings: Settings(), mistakes: [], given: [])
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            reading.mistakes.append(Mistake(line: line(of: error), message: "not valid YAML: \(problem(of: error))"))
            return reading
        } catch {
            reading.mistakes.append(Mistake(line: 0, message: "not valid YAML: \(error)"))
            return reading
        }
        guard let root else { return reading }
        guard let mapping = root.mapping else {
            reading.mistakes.append(Mistake(line: 1, message: "expected settings as `key: value` lines"))
            return reading
        }
        take(mapping, prefix: "", into: &reading)
        return reading
    }

    /// The text of a new home's file: every setting with its default, range and meaning.
    package static func template(seed: [UInt8]) -> String {
        var settings = Settings()
        settings.samplingSeed = seed
        var text = """
            # Settings of this Sonograde home. Every key may be left out; docs/settings.md has the table.
            # Check with: sonograde settings check --home THIS-FOLDER
            schema: \(schemaID)

            """
        var group = ""
        for setting in SettingDescription.all {
            let parts = setting.key.split(separator: ".")
            let indent = parts.count == 2 ? "  " : ""
            if parts.count == 2, group != parts[0] {
                group = String(parts[0])
                text += "\n\(group):\n"
            }
            let unit = setting.unit.isEmpty ? "" : " [\(setting.unit)]"
            text += "\(indent)# \(setting.meaning)\(unit) Allowed: \(setting.allowed).\n"
            let value =
                switch setting.kind {
                case .secret: "\"\(seed.map { hex($0) }.joined())\""
                case .certificate: "\"\(setting.value(in: settings))\""
                default: setting.value(in: settings)
                }
            text += "\(indent)\(parts[parts.count - 1]): \(value)\n"
        }
        return text
    }

    private static func take(_ mapping: Node.Mapping, prefix: String, into reading: inout Reading) {
        for (keyNode, value) in mapping {
            let line = keyNode.mark?.line ?? 0
            guard let name = keyNode.string else {
                reading.mistakes.append(Mistake(line: line, message: "a key must be a word"))
                continue
            }
            let key = prefix + name
            if key == "schema" {
                if value.string != schemaID {
                    reading.mistakes.append(
                        Mistake(
                            line: line,
                            message: "schema must be \(schemaID); this file says \(value.string ?? "?")"
                        )
                    )
                }
                continue
            }
            if let group = value.mapping, SettingDescription.all.contains(where: { $0.key.hasPrefix(key + ".") }) {
                take(group, prefix: key + ".", into: &reading)
                continue
            }
            guard let setting = SettingDescription.all.first(where: { $0.key == key }) else {
                let known = SettingDescription.all.map(\.key).joined(separator: ", ")
                reading.mistakes.append(Mistake(line: line, message: "unknown setting `\(key)`; known are \(known)"))
                continue
            }
            guard reading.given.insert(key).inserted else {
                reading.mistakes.append(Mistake(line: line, message: "`\(key)` is set twice"))
                continue
            }
            if !apply(value.string ?? "", to: setting, in: &reading.settings) {
                let shown = value.string.map { "`\($0)`" } ?? "a list or a group"
                reading.mistakes.append(
                    Mistake(line: line, message: "`\(key)` is \(shown); allowed is \(setting.allowed)")
                )
            }
        }
    }

    /// Puts one value in force; false when it is not allowed.
    package static func apply(_ text: String, to setting: SettingDescription, in settings: inout Settings) -> Bool {
        switch setting.kind {
        case .duration(let range):
            guard let value = seconds(text), range.contains(value) else { return false }
            switch setting.key {
            case "settle": settings.settleSeconds = value
            case "sweep": settings.sweepSeconds = value
            case "review.lease": settings.reviewLeaseSeconds = value
            case "target.answered": settings.targets.answered = value
            case "target.critical": settings.targets.critical = value
            case "target.flagged": settings.targets.flagged = value
            case "target.sampled": settings.targets.sampled = value
            case "target.reported": settings.targets.reported = value
            default: settings.patienceSeconds = value
            }
        case .integer(let range):
            guard let value = Int(text), range.contains(value) else { return false }
            switch setting.key {
            case "late_days": settings.lateDays = value
            case "workers": settings.workers = value
            case "limits.file_mib": settings.limits.maxFileBytes = value << 20
            case "limits.megapixels": settings.limits.maxPixels = value << 20
            case "limits.decoding_mib": settings.limits.maxDecodingBytes = value << 20
            case "baseline.window": settings.baselineWindow = value
            default: settings.decodingTotalBytes = value << 20
            }
        case .number(let range):
            guard let value = Double(text), range.contains(value) else { return false }
            settings.samplingShare = value
        case .secret:
            guard let bytes = bytes(hexadecimal: text), bytes.count == 32 else { return false }
            settings.samplingSeed = bytes
        case .certificate(let setting): return setting.apply(text, to: &settings.certificates)
        case .timezone:
            guard TimeZone(identifier: text) != nil else { return false }
            settings.timezone = text
        case .clock:
            guard let minutes = WaitingTargets.minutes(text) else { return false }
            if setting.key == "night.from" {
                settings.targets.nightFrom = minutes
            } else {
                settings.targets.nightUntil = minutes
            }
        case .choice where setting.key == "reports.monthly":
            // As below.
            guard ["on", "off"].contains(text) else { return false }
            settings.writesMonthlyReports = text == "on"
        case .choice where setting.key == "baseline.close":
            // YAML reads a bare `off` as a truth value; its text is still `off`.
            guard let schedule = BaselineSchedule(rawValue: text) else { return false }
            settings.baselineClosing = schedule
        case .choice:
            guard let language = Language(rawValue: text) else { return false }
            settings.language = language
        }
        return true
    }

    /// Seconds of `10`, `10 s`, `15min`, `2 h`; nil when it is none of these.
    package static func seconds(_ text: String) -> Double? {
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        for (suffix, factor) in [("min", 60.0), ("h", 3600.0), ("s", 1.0)] where trimmed.hasSuffix(suffix) {
            return Double(trimmed.dropLast(suffix.count).trimmingCharacters(in: .whitespaces)).map { $0 * factor }
        }
        return Double(trimmed)
    }

    private static func bytes(hexadecimal text: String) -> [UInt8]? {
        guard text.utf8.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while !rest.isEmpty {
            guard let byte = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    /// What the reader says, without the quotation of the text that it draws below.
    private static func problem(of error: YamlError) -> String {
        switch error {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        default: "\(error)".replacing("\n", with: " ")
        }
    }

    private static func line(of error: YamlError) -> Int {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        default: 0
        }
    }
}
