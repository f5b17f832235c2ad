import Foundation
import Grading
import Imaging
import Intake
import ReviewDesk

/// An exercise as it is asked.
struct ExerciseRow: OutputRow {
    let prompt: ExercisePrompt
    /// Its number on a paper, from 1; nil in practice.
    let item: Int?
    /// The picture's file; nil where there is none or none was written.
    let picture: String?

    init(_ prompt: ExercisePrompt, item: Int?, picture: String?) {
        self.prompt = prompt
        self.item = item
        self.picture = picture
    }

    enum CodingKeys: String, CodingKey { case item, picture }

    func encode(to encoder: any Encoder) throws {
        try prompt.encode(to: encoder)
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encodeIfPresent(item, forKey: .item)
        try values.encodeIfPresent(picture, forKey: .picture)
    }

    static let columns = [
        "item", "exercise", "kind", "section", "question_zh", "question_en", "options", "takes_several", "asks_level",
        "picture",
    ]

    var cells: [String] {
        [
            item.map { "\($0)" } ?? "", prompt.exercise, prompt.kind.rawValue, prompt.section ?? "", prompt.text.zh,
            prompt.text.en, prompt.options.map { "\($0.id)=\($0.text.zh)" }.joined(separator: ";"),
            prompt.takesSeveral ? "1" : "0", prompt.asksLevel ? "1" : "0", picture ?? "",
        ]
    }

    /// As people read it.
    func text(_ language: Language) -> String {
        let words = PracticeWords(language)
        var lines = [
            "\(item.map { "\($0). " } ?? "")\(prompt.text[language])\(words.mode(of: prompt))  [\(prompt.exercise)]"
        ]
        if let section = prompt.section {
            lines.append("   " + (ExamCatalogue.section(id: section)?.name[language] ?? section).shown)
        }
        lines += prompt.options.map { "   \($0.id.padded(to: 2)) \($0.text[language])" }
        if let picture { lines.append("   " + picture.shown) }
        return lines.joined(separator: "\n") + "\n\n"
    }
}

/// Pictures of exercises as files.
enum PictureFile {
    /// Writes an exercise's picture; nil where it has none.
    ///
    /// - Throws: exit 74 where it cannot be written.
    static func write(_ id: ExerciseID, of desk: PracticeDesk, into folder: String) throws -> String? {
        guard let picture = try desk.picture(of: id, maxWidth: 1600, maxHeight: 1200) else { return nil }
        let name = "\(id)".replacing("/", with: "_") + ".png"
        let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(try picture.png()).write(to: URL(fileURLWithPath: path))
        } catch let error as ImagingError {
            throw error
        } catch {
            throw Failure(.diskOrStore, "\(path) could not be written: \(IntakeError.words(of: error))")
        }
        return path
    }
}
