import ArgumentParser
import Foundation
import Intake
import Store

struct DuplicatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "List images that show the same picture, for the quality centre.",
        discussion: """
            Each pair of images that count, once: the same bytes, or the same ultrasound exported again (compressed, \
            scaled, brighter, with other chrome, mirrored). same_exam is within one patient, cross_patient between two, \
            which is a critical finding. The list names both exams and where their originals lie; the clinics' own \
            reports name nobody else's.

            Ends with 0, also when there are none.

            Example:
              sonograde duplicates --kind cross_patient --month 2026-03 --format csv
            """
    )

    @OptionGroup var home: HomeOption
    @OptionGroup var period: PeriodOption
    @Option(help: "Only pairs with a picture of this institution.") var institution: String?
    @Option(help: "same_exam or cross_patient; otherwise both.") var kind: String?
    @OptionGroup var output: FormatOption

    func run() throws {
        let wanted = kind.flatMap(DuplicateKind.init)
        guard kind == nil || wanted == .sameExam || wanted == .crossPatient else {
            throw Failure(.usage, "--kind is \(kind ?? ""); allowed is same_exam or cross_patient")
        }
        let opened = try OpenHome.forReading(try home.home())
        let span = try period.span(clock: ReportClock(zone: opened.settings.timezone))
        var rows: [DuplicateRow] = []
        try opened.store.duplicates(DuplicateFilter(institution: institution, from: span.from, until: span.until)) {
            guard wanted == nil || $0.kind == wanted else { return }
            rows.append(DuplicateRow($0, home: opened.home))
        }
        try RowOutput.write(rows, as: output.format, table: DuplicateRow.table)
    }
}

/// A pair as the command writes it.
private struct DuplicateRow: OutputRow {
    struct Picture: Encodable {
        let image: Int64
        let institution: String
        let exam: String
        let folder: String
        let file: String
        let received: String
        let path: String?

        init(_ place: PicturePlace, home: Home) {
            image = place.imageID
            institution = place.institution.display
            exam = place.examID
            folder = place.folder.display
            file = place.name.display
            received = place.receivedAt.text
            path = (try? Vault(home: home.path).path(sha256: place.sha256)) ?? nil
        }

        var cells: [String] { ["\(image)", institution, exam, folder, file, received, path ?? ""] }
        var shown: String { "\(institution)/\(folder)/\(file)" }
    }

    private enum CodingKeys: String, CodingKey {
        case kind, sameBytes = "same_bytes", bits, mirrored, first, second
    }

    let kind: String
    let sameBytes: Bool
    let bits: Int
    let mirrored: Bool
    let first: Picture
    let second: Picture

    init(_ pair: DuplicatePair, home: Home) {
        kind = pair.kind.rawValue
        sameBytes = pair.isSameBytes
        bits = pair.bits
        mirrored = pair.isMirrored
        first = Picture(pair.first, home: home)
        second = Picture(pair.second, home: home)
    }

    static let columns =
        ["kind", "same_bytes", "bits", "mirrored"]
        + ["first", "second"].flatMap { side in
            ["image", "institution", "exam", "folder", "file", "received", "path"].map { "\(side)_\($0)" }
        }

    var cells: [String] { [kind, "\(sameBytes)", "\(bits)", "\(mirrored)"] + first.cells + second.cells }

    static func table(_ rows: [DuplicateRow]) {
        if rows.isEmpty { return Terminal.line("no duplicates") }
        for row in rows {
            let how = row.sameBytes ? "same bytes" : "\(row.bits) of 256 bits" + (row.mirrored ? ", mirrored" : "")
            Terminal.line("\(row.kind.padded(to: 14)) \(row.first.shown)  =  \(row.second.shown)  (\(how))".shown)
            for picture in [row.first, row.second] {
                if let path = picture.path { Terminal.line("      \(path)".shown) }
            }
        }
    }
}
