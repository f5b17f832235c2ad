import Foundation
import Grading

/// A rubric named on the command line.
enum RubricChoice {
    /// The rubric of an id, or of a YAML file.
    static func rubric(_ name: String, library: RubricLibrary) throws -> Rubric {
        if let known = library.rubric(id: name) { return known }
        guard let bytes = FileManager.default.contents(atPath: name) else {
            let ids = library.rubrics.map(\.id).joined(separator: ", ")
            throw Failure(.usage, "--rubric \(name) is neither an id (\(ids)) nor a readable file")
        }
        let source = RubricSource(name: name, bytes: Array(bytes))
        guard let rubric = try RubricLoader.load([source], extending: BuiltInRubrics.sources).first else {
            throw Failure(.usage, "\(name) holds no rubric")
        }
        return rubric
    }
}
