import Foundation
import Grading

/// A rubric named on the command line.
enum RubricChoice {
    /// The rubric of an id, or of a YAML file.
    static func rubric(_ name: String, library: RubricLibrary) throws -> Rubric {
        if let known = library.rubric(id: name) { return known }
        guard let text = try? String(contentsOfFile: name, encoding: .utf8) else {
            let ids = library.rubrics.map(\.id).joined(separator: ", ")
            throw Failure(.usage, "--rubric \(name) is neither an id (\(ids)) nor a readable file")
        }
        let own = try RubricLibrary(own: [RubricSource(name: name, text: text)])
        guard let rubric = own.rubrics.first(where: { candidate in library.rubric(id: candidate.id) != candidate })
        else {
            throw Failure(.usage, "\(name) is the same as the built-in rubric")
        }
        return rubric
    }
}
