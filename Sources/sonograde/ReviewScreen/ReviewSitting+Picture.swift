import Grading
import Imaging
import Reports
import ReviewDesk

extension ReviewSitting {
    var shownPicture: BlindPicture? {
        guard let work else { return nil }
        return work.session.showsWhole ? work.whole ?? work.blind : work.blind
    }

    func openViewer() {
        guard let picture = shownPicture else { return }
        do {
            // Made before the session is written to: what is drawn is read from it.
            let bytes = try png(of: picture)
            work?.session.say(words.opened(try viewer.open(png: bytes)))
        } catch {
            work?.session.failed(Self.words(of: error))
        }
    }

    /// What is drawn over the picture now; nil before the answer, and where the expert wants the bare picture.
    private var scene: FindingScene? { work?.session.showsDrawing == true ? work?.scene : nil }

    /// A picture as it is on the screen.
    private func png(of picture: BlindPicture) throws -> [UInt8] {
        guard let scene, let frame = picture.frame else { return try picture.png() }
        let (width, height) = (picture.width, picture.height)
        let drawn = scene.drawn(on: picture.rgb, width: width, height: height, frame: frame)
        return try PNGEncoder.encode(rgb: drawn, width: width, height: height)
    }

    /// Where the finding under the cursor is.
    var marks: [Mark] {
        guard let work, work.session.showsDrawing, let machine = work.session.result?.machine else { return [] }
        let rows = work.session.findings
        guard rows.indices.contains(work.session.cursor) else { return [] }
        let metrics = Set(rows[work.session.cursor].findings.compactMap(\.metric))
        return (machine.marks ?? []).filter { metrics.contains($0.metric) }
    }

    func paint() throws(RawTerminal.Gone) {
        guard let work else { return }
        let picture = shownPicture
        let place: ScreenSurroundings.Picture =
            if let problem = work.problem, picture == nil {
                .words(problem)
            } else if let picture, picture.isWithheld {
                .withheld
            } else if let picture, mode.mode != nil {
                .shown(width: picture.width, height: picture.height)
            } else {
                .words(words.noTerminalPicture)
            }
        let screen = ReviewScreen(
            work.session,
            in: ScreenSurroundings(
                size: terminal.size,
                now: now,
                expert: desk.expert,
                done: tally.stored,
                picture: place,
                legend: scene?.legend(language) ?? []
            )
        )
        let shown = picture.map { picture in
            // The blind view and the whole picture are two pictures of one image.
            ScreenPainter.Picture(
                picture: picture,
                marks: marks,
                scene: scene,
                number: work.number * 2 + (work.session.showsWhole ? 1 : 0)
            )
        }
        try terminal.write(painter.bytes(for: screen, picture: shown, cell: terminal.cell))
    }
}
