import TerminalPictures
import Testing

@Suite("Terminal abilities")
struct TerminalAbilitiesTests {
    private func abilities(_ environment: [String: String]) -> [String] {
        let found = TerminalAbilities(environment: environment)
        return [found.mode.rawValue, "\(found.colours)"]
    }

    @Test("Terminals that tell their kind get the best that they show")
    func known() {
        #expect(abilities(["TERM": "xterm-kitty", "COLORTERM": "truecolor"]) == ["kitty", "full"])
        #expect(abilities(["TERM": "mlterm"])[0] == "sixel")
        #expect(abilities(["TERM": "foot", "COLORTERM": "truecolor"]) == ["sixel", "full"])
    }

    @Test("A plain terminal gets symbols in the colours that it names")
    func plain() {
        #expect(abilities(["TERM": "xterm-256color", "COLORTERM": "truecolor"]) == ["symbols", "full"])
        #expect(abilities(["TERM": "xterm-256color"])[0] == "symbols")
        #expect(abilities(["TERM": "linux"])[0] == "symbols")
    }

    @Test("Inside tmux and screen nothing but symbols gets through, whatever the outer terminal is")
    func multiplexed() {
        let outer = ["COLORTERM": "truecolor", "KITTY_WINDOW_ID": "1", "TERM_PROGRAM": "WezTerm"]
        let tmux = outer.merging(["TERM": "tmux-256color", "TMUX": "/tmp/tmux-0/default,1,0"]) { $1 }
        #expect(abilities(tmux) == ["symbols", "full"])
        #expect(abilities(["TERM": "screen-256color"]) == ["symbols", "indexed256"])
        let disguised = outer.merging(["TERM": "xterm-kitty", "TMUX": "/tmp/tmux-0/default,1,0"]) { $1 }
        #expect(abilities(disguised)[0] == "symbols")
    }

    @Test("No colour where none is wanted or known")
    func colourless() {
        #expect(abilities(["TERM": "dumb"]) == ["symbols", "none"])
        #expect(abilities([:]) == ["symbols", "none"])
        #expect(abilities(["TERM": "xterm-kitty", "NO_COLOR": "1"]) == ["symbols", "none"])
        #expect(abilities(["TERM": "xterm-256color", "COLORTERM": "truecolor", "NO_COLOR": ""])[1] == "full")
    }
}
