/// One key as the interactive review understands it.
package enum ReviewKey: Sendable, Hashable {
    case character(Character)
    case enter, escape, backspace, delete, tab
    case left, right, up, down, home, end, pageUp, pageDown
    /// Control with a letter, lower case.
    case control(Character)
    /// A whole paste: only ever text, never keys.
    case paste(String)
    /// A key or a terminal's reply that means nothing here.
    case unknown

    /// The key with what an input method for Chinese makes of ASCII turned back: full-width letters, digits and marks.
    package var narrowed: ReviewKey {
        guard case .character(let character) = self, let scalar = character.unicodeScalars.first,
            character.unicodeScalars.count == 1
        else { return self }
        switch scalar.value {
        case 0xFF01...0xFF5E: return Unicode.Scalar(scalar.value - 0xFEE0).map { .character(Character($0)) } ?? self
        case 0x3000: return .character(" ")
        default: return self
        }
    }
}
