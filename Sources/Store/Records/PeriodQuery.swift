import GRDB
import Grading

/// A question about a part of a period, by the statement's form that answers it.
struct PeriodQuery {
    let database: Database
    let form: PeriodForm
    /// The institution that the scope names.
    let institution: Int64?
    private let values: [(any DatabaseValueConvertible)?]

    /// Throws `notFound` for an institution that is unknown.
    init(_ filter: PeriodFilter, from: Timestamp, until: Timestamp, in database: Database) throws {
        self.database = database
        form = PeriodForm(filter)
        institution = try filter.institution.map { try database.institutionID($0) }
        var values: [(any DatabaseValueConvertible)?] = [from.text, until.text]
        if let institution { values.append(institution) }
        if let code = filter.code { values.append(code) }
        if filter.isCut {
            values += [
                filter.ownership?.rawValue, filter.counties?.first, filter.counties?.last, filter.examType,
                filter.section,
            ]
        }
        self.values = values
    }

    /// All rows of a statement in this question's form.
    func rows(_ statement: (PeriodForm) -> String) throws -> [Row] { try database.rows(statement(form), values) }

    /// The one row of a statement in this question's form.
    func oneRow(_ statement: (PeriodForm) -> String) throws -> Row {
        guard let row = try rows(statement).first else {
            throw StoreError(code: .corrupt, message: "a statement that always has a row gave none")
        }
        return row
    }

    /// The rows one by one, so that their number costs no memory.
    func forEachRow(_ statement: (PeriodForm) -> String, body: (Row) throws -> Void) throws {
        let prepared = try database.makeStatement(sql: statement(form))
        let rows = try Row.fetchCursor(prepared, arguments: StatementArguments(values))
        while let row = try rows.next() { try body(row) }
    }

    /// Every institution by its number.
    func institutions() throws -> [Int64: PeriodInstitution] {
        Dictionary(
            try database.rows(PeriodSQL.institutions).map { row in
                (
                    try row.integer("id"),
                    PeriodInstitution(
                        name: try row.text("name"),
                        title: try row.optionalText("title"),
                        isRegistered: try row.integer("is_registered") == 1,
                        ownership: try row.optionalChoice("ownership"),
                        county: try row.optionalText("county"),
                        contractFrom: try row.optionalText("contract_from"),
                        contractUntil: try row.optionalText("contract_until"),
                        knownSince: try row.timestamp("known_since"),
                        retiredAt: try row.optionalTimestamp("retired_at")
                    )
                )
            },
            uniquingKeysWith: { first, _ in first }
        )
    }
}

extension [Int64: PeriodInstitution] {
    /// The one that a row's `institution_id` names.
    func of(_ row: Row) throws -> PeriodInstitution {
        guard let institution = self[try row.integer("institution_id")] else {
            throw StoreError(
                code: .corrupt,
                message: "the store holds an image of an institution that it does not know"
            )
        }
        return institution
    }
}

extension Database {
    /// The number of an institution as displayed; throws `notFound`.
    func institutionID(_ name: String) throws -> Int64 {
        guard let row = try row(ExamSQL.institutionID, name) else {
            throw StoreError(
                code: .notFound,
                message: "no institution of that name has handed in anything",
                identity: name
            )
        }
        return try row.integer("id")
    }
}
