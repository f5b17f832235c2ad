/// Turns the bytes that a terminal sends into keys.
///
/// Pure and patient: a sequence split over several reads is put together, several keys in one read are told apart.
/// A lone escape byte looks like the beginning of a sequence; whoever reads asks `isWaiting`, waits a moment, and calls
/// `flush`.
package struct KeyReader: Sendable {
    private var pending: [UInt8] = []
    private var pasted: [UInt8]?

    /// A reader that has read nothing.
    package init() {}

    /// Whether bytes are held that may be the beginning of a key.
    package var isWaiting: Bool { !pending.isEmpty && pasted == nil }

    /// Adds bytes and gives the keys that are complete.
    package mutating func read(_ bytes: some Sequence<UInt8>) -> [ReviewKey] {
        pending += bytes
        var keys: [ReviewKey] = []
        while let key = next() { keys.append(key) }
        return keys
    }

    /// Nothing more came: what is held is a key of its own, or nothing.
    package mutating func flush() -> [ReviewKey] {
        guard isWaiting else { return [] }
        let held = pending
        pending = []
        guard held.first == Self.escape else { return [.unknown] }
        return held.count == 1 ? [.escape] : [.unknown]
    }

    private static let escape: UInt8 = 0x1B
    private static let pasteEnd: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
    /// More than any reply of a terminal that was asked for; longer ones are noise.
    private static let longestReply = 4096

    private mutating func next() -> ReviewKey? {
        if pasted != nil { return nextOfPaste() }
        guard let first = pending.first else { return nil }
        switch first {
        case Self.escape: return sequence()
        case 0x0D, 0x0A: return take(1, .enter)
        case 0x09: return take(1, .tab)
        case 0x7F, 0x08: return take(1, .backspace)
        case 0x00: return take(1, .unknown)
        case 0x01...0x1A: return take(1, .control(Character(Unicode.Scalar(first + 0x60))))
        case 0x1C...0x1F: return take(1, .unknown)
        default: return character(first)
        }
    }

    private mutating func take(_ count: Int, _ key: ReviewKey) -> ReviewKey {
        pending.removeFirst(count)
        return key
    }

    private mutating func character(_ first: UInt8) -> ReviewKey? {
        let length =
            switch first {
            case 0..<0x80: 1
            case 0xC2...0xDF: 2
            case 0xE0...0xEF: 3
            case 0xF0...0xF4: 4
            default: 0
            }
        guard length > 0 else { return take(1, .unknown) }
        let present = pending.prefix(length)
        // A byte that cannot continue the character begins another key.
        if let wrong = present.dropFirst().firstIndex(where: { $0 & 0xC0 != 0x80 }) { return take(wrong, .unknown) }
        guard present.count == length else { return nil }
        guard let text = String(validating: present, as: UTF8.self), let character = text.first else {
            return take(length, .unknown)
        }
        return take(length, .character(character))
    }

    private mutating func sequence() -> ReviewKey? {
        guard pending.count > 1 else { return nil }
        switch pending[1] {
        case 0x5B: return controlSequence()
        case 0x4F:
            guard pending.count > 2 else { return nil }
            return take(3, Self.named(final: pending[2], parameters: []))
        case 0x50, 0x5D, 0x5E, 0x5F: return reply()
        // Escape, and at once another key.
        default: return take(1, .escape)
        }
    }

    private mutating func controlSequence() -> ReviewKey? {
        guard let end = pending.dropFirst(2).firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
            return pending.count > 64 ? take(pending.count, .unknown) : nil
        }
        let parameters = Array(pending[2..<end])
        let final = pending[end]
        guard (0x40...0x7E).contains(final) else { return take(end, .unknown) }
        pending.removeFirst(end + 1)
        if final == 0x7E, parameters == [0x32, 0x30, 0x30] {
            pasted = []
            return next()
        }
        return Self.named(final: final, parameters: parameters)
    }

    /// A string of the terminal, ended by a bell or by escape and backslash.
    private mutating func reply() -> ReviewKey? {
        for index in 2..<max(2, pending.count) {
            if pending[index] == 0x07 { return take(index + 1, .unknown) }
            if pending[index] == 0x5C, pending[index - 1] == Self.escape { return take(index + 1, .unknown) }
        }
        return pending.count > Self.longestReply ? take(pending.count, .unknown) : nil
    }

    private mutating func nextOfPaste() -> ReviewKey? {
        guard let end = Self.place(of: Self.pasteEnd, in: pending) else {
            // All but what may be the beginning of the end.
            let kept = min(pending.count, Self.pasteEnd.count - 1)
            pasted?.append(contentsOf: pending.dropLast(kept))
            pending.removeFirst(pending.count - kept)
            return nil
        }
        let text = String(decoding: (pasted ?? []) + pending[..<end], as: UTF8.self)
        pending.removeFirst(end + Self.pasteEnd.count)
        pasted = nil
        return .paste(text)
    }

    private static func place(of mark: [UInt8], in bytes: [UInt8]) -> Int? {
        guard bytes.count >= mark.count else { return nil }
        return (0...bytes.count - mark.count).first { Array(bytes[$0..<$0 + mark.count]) == mark }
    }

    private static func named(final: UInt8, parameters: [UInt8]) -> ReviewKey {
        switch final {
        case 0x41: return .up
        case 0x42: return .down
        case 0x43: return .right
        case 0x44: return .left
        case 0x46: return .end
        case 0x48: return .home
        case 0x4D: return .enter
        case 0x7E: break
        default: return .unknown
        }
        switch String(decoding: parameters.prefix { $0 != 0x3B }, as: UTF8.self) {
        case "1", "7": return .home
        case "4", "8": return .end
        case "3": return .delete
        case "5": return .pageUp
        case "6": return .pageDown
        default: return .unknown
        }
    }
}
