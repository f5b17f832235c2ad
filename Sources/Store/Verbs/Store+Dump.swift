import Foundation
import GRDB
import Grading

extension Store {
    /// Writes the store's contents line by line, sorted, without times, row ids and revisions.
    ///
    /// Two stores that were given the same input have the same dump, whatever the order of institutions and exams,
    /// the number of workers and the crashes in between. One JSON object a line, `\n` not included; `kind` says what
    /// it is of. All of it is read in one snapshot. Throws `StoreError`, and what `line` throws.
    package func dump(into line: (String) throws -> Void) throws {
        try stream { database in
            for (kind, statement) in DumpSQL.parts {
                try database.forEachRow(statement) { row in
                    var fields: [String: DumpValue] = ["kind": .text(kind)]
                    for (column, value) in row {
                        switch value.storage {
                        case .null: break
                        case .int64(let number): fields[column] = .number(number)
                        case .string(let text) where column == "document":
                            fields[column] = .grade(try GradeDocument.read(text))
                        case .string(let text) where column == "expert_document":
                            var grade = try ExpertGradeDocument.read(text)
                            // Numbers that the store gave.
                            (grade.answers.image, grade.answers.claim) = (nil, nil)
                            fields[column] = .expertGrade(grade)
                        case .string(let text): fields[column] = .text(text)
                        case .double, .blob:
                            throw StoreError(
                                code: .corrupt,
                                message: "the store holds a value of the wrong kind",
                                identity: "column \(column)"
                            )
                        }
                    }
                    try line(CanonicalJSON.text(fields))
                }
            }
        }
    }
}

/// One value of a dump's line.
private enum DumpValue: Encodable {
    case text(String)
    case number(Int64)
    /// The contract's object, as part of the line.
    case grade(GradedImage)
    case expertGrade(ExpertGrade)

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .text(let text): try text.encode(to: encoder)
        case .number(let number): try number.encode(to: encoder)
        case .grade(let grade): try grade.encode(to: encoder)
        case .expertGrade(let grade): try grade.encode(to: encoder)
        }
    }
}
