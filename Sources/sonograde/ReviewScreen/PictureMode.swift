import ArgumentParser
import Foundation
import Glibc
import TerminalPictures

/// How the picture of a review is shown, as asked for.
enum PictureChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, sixel, kitty, symbols, none
}

/// What the review on a terminal is asked for beyond its part of the queue.
struct ReviewScreenOptions: ParsableArguments {
    @Option(help: "How the terminal shows the picture; auto takes what it is known to show.")
    var graphics = PictureChoice.auto

    @Flag(help: "Also open each picture in the desktop's viewer.") var open = false
}

/// How pictures reach this terminal.
struct PictureMode: Equatable {
    /// nil shows no pictures.
    var mode: TerminalPicture.Mode?
    var colours: TerminalPicture.Colours

    /// What was asked for, else what the environment says of the terminal.
    init(_ choice: PictureChoice, environment: [String: String] = ProcessInfo.processInfo.environment) {
        let known = TerminalAbilities(environment: environment)
        colours = known.colours
        switch choice {
        case .auto: mode = known.mode
        case .sixel: mode = .sixel
        case .kitty: mode = .kitty
        case .symbols: mode = .symbols
        case .none: mode = nil
        }
    }
}
