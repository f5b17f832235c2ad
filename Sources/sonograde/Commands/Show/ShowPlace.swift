import Foundation
import Glibc
import Imaging
import TerminalPictures

/// The terminal on which a picture is shown among other lines, or that there is none.
struct ShowPlace {
    let columns: Int
    let rows: Int
    let cell: TerminalPicture.Cell
    /// nil shows no picture.
    let mode: TerminalPicture.Mode?
    let colours: TerminalPicture.Colours

    /// What stdout is; a picture goes elsewhere than to a terminal only where a way was asked for.
    init(graphics: PictureChoice) {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let known = PictureMode(graphics)
        mode = isTerminal || graphics != .auto ? known.mode : nil
        colours = isTerminal || graphics == .symbols ? known.colours : .none
        var window = winsize()
        let isSized =
            isTerminal && ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 && window.ws_col > 0 && window.ws_row > 0
        columns = isSized ? min(400, Int(window.ws_col)) : 80
        rows = isSized ? min(200, Int(window.ws_row)) : 24
        cell =
            isSized && window.ws_xpixel > 0 && window.ws_ypixel > 0
            ? TerminalPicture.Cell(
                width: Int(window.ws_xpixel) / Int(window.ws_col),
                height: Int(window.ws_ypixel) / Int(window.ws_row)
            ) : .usual
    }

    /// Rows for the picture: the legend wants some as well, and the shell's line.
    var pictureRows: Int { max(8, rows - 6) }

    /// Samples that are of use.
    var usefulSize: (width: Int, height: Int) {
        guard let mode else { return (64, 64) }
        return TerminalPicture.usefulSize(columns: columns, rows: pictureRows, mode: mode, cell: cell)
    }
}
