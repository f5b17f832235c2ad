/// What an expert may be called on command lines, in files and in the audit trail: the store's rule, with words.
package enum ExpertID {
    /// What is wrong with an id; nil when it may stand.
    package static func problem(_ id: String) -> String? {
        if id.isEmpty { return "is empty; allowed is a short name such as wang" }
        let isPlain = id.unicodeScalars.allSatisfy { scalar in
            if scalar == "/" || scalar.properties.isWhitespace { return false }
            return switch scalar.properties.generalCategory {
            case .control, .format, .surrogate, .unassigned: false
            default: true
            }
        }
        guard isPlain, id.count <= 64 else {
            return
                "holds a space, a slash or a character that cannot be seen, or more than 64; allowed is a name such as wang"
        }
        return nil
    }
}
