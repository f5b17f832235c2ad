internal import CChafa

/// What a terminal can show.
package struct TerminalAbilities: Sendable, Equatable {
    /// How pictures are sent to it.
    package var mode: TerminalPicture.Mode
    /// Which colours its characters may have.
    package var colours: TerminalPicture.Colours

    /// Joins the parts.
    package init(mode: TerminalPicture.Mode, colours: TerminalPicture.Colours) {
        self.mode = mode
        self.colours = colours
    }

    /// What the environment says about the terminal, by libchafa's list of terminals.
    ///
    /// Reads `TERM`, `COLORTERM` and the variables by which terminals tell their kind. Inside tmux or screen the answer is
    /// always symbols: they swallow pictures, and the outer terminal's variables are still there. Nothing is asked of the
    /// terminal itself, so one that shows sixels but passes for a plain xterm gets symbols.
    package init(environment: [String: String]) {
        let known = KnownTerminal(environment: environment)
        let term = environment["TERM"] ?? ""
        let isMultiplexed =
            environment["TMUX"] != nil || environment["STY"] != nil || term.hasPrefix("tmux")
            || term.hasPrefix("screen")
        mode = .symbols
        if !isMultiplexed {
            if known.has(CHAFA_TERM_SEQ_BEGIN_KITTY_IMMEDIATE_IMAGE_V1) {
                mode = .kitty
            } else if known.has(CHAFA_TERM_SEQ_BEGIN_SIXELS) {
                mode = .sixel
            }
        }
        let saysFull = ["truecolor", "24bit"].contains(environment["COLORTERM"]?.lowercased() ?? "")
        // https://no-color.org: set and not empty means no colour.
        if environment["NO_COLOR"].map({ !$0.isEmpty }) == true || term.isEmpty || term == "dumb" {
            colours = .none
        } else if saysFull || (!isMultiplexed && known.has(CHAFA_TERM_SEQ_SET_COLOR_FGBG_DIRECT)) {
            colours = .full
        } else if term.contains("256color") || known.has(CHAFA_TERM_SEQ_SET_COLOR_FGBG_256) {
            colours = .indexed256
        } else {
            colours = .indexed16
        }
        if colours == .none { mode = .symbols }
    }
}

/// An entry of libchafa's list of terminals.
private final class KnownTerminal {
    private let info: OpaquePointer

    init(environment: [String: String]) {
        let lines = environment.map { "\($0.key)=\($0.value)" }
        var copies: [UnsafeMutablePointer<CChar>?] = lines.map { line in
            let bytes = Array(line.utf8CString)
            let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
            copy.initialize(from: bytes, count: bytes.count)
            return copy
        }
        copies.append(nil)
        info = chafa_term_db_detect(chafa_term_db_get_default(), &copies)
        for copy in copies { copy?.deallocate() }
    }

    deinit { chafa_term_info_unref(info) }

    func has(_ sequence: ChafaTermSeq) -> Bool { chafa_term_info_have_seq(info, sequence) != 0 }
}
