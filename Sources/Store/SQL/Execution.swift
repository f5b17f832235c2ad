import Foundation
import GRDB

extension Database {
    /// Runs a statement of the catalogue for its effect; returns how many rows it changed.
    @discardableResult
    func run(_ sql: String, _ values: (any DatabaseValueConvertible)?...) throws -> Int {
        try cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
        return changesCount
    }

    /// The first row of a statement of the catalogue.
    func row(_ sql: String, _ values: (any DatabaseValueConvertible)?...) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: StatementArguments(values))
    }

    /// As `run`, with the values in a list.
    @discardableResult
    func run(_ sql: String, arguments: [(any DatabaseValueConvertible)?]) throws -> Int {
        try cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
        return changesCount
    }

    /// As `row`, with the values in a list.
    func row(_ sql: String, arguments: [(any DatabaseValueConvertible)?]) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }

    /// The row that a statement always gives.
    func oneRow(_ sql: String, _ values: (any DatabaseValueConvertible)?...) throws -> Row {
        guard let row = try Row.fetchOne(cachedStatement(sql: sql), arguments: StatementArguments(values)) else {
            throw StoreError(code: .corrupt, message: "a statement that always has a row gave none", cause: sql)
        }
        return row
    }

    /// All rows of a statement of the catalogue.
    func rows(_ sql: String, _ values: (any DatabaseValueConvertible)?...) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: StatementArguments(values))
    }

    /// As above, with the values in a list.
    func rows(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: StatementArguments(values))
    }

    /// The rows one by one, so that their number costs no memory.
    ///
    /// The statement is not shared with other calls.
    func forEachRow(
        _ sql: String,
        _ values: (any DatabaseValueConvertible)?...,
        body: (Row) throws -> Void
    ) throws {
        let rows = try Row.fetchCursor(makeStatement(sql: sql), arguments: StatementArguments(values))
        while let row = try rows.next() { try body(row) }
    }
}

/// Column values with their type checked: SQLite stores any type in any column, so a tampered file must not trap.
extension Row {
    func value(_ column: String) -> DatabaseValue { self[column] }

    func text(_ column: String) throws -> String {
        guard let text = try optionalText(column) else { throw unexpected(column) }
        return text
    }

    func optionalText(_ column: String) throws -> String? {
        switch value(column).storage {
        case .null: nil
        case .string(let text): text
        default: throw unexpected(column)
        }
    }

    func integer(_ column: String) throws -> Int64 {
        guard let number = try optionalInteger(column) else { throw unexpected(column) }
        return number
    }

    func optionalInteger(_ column: String) throws -> Int64? {
        switch value(column).storage {
        case .null: nil
        case .int64(let number): number
        default: throw unexpected(column)
        }
    }

    func count(_ column: String) throws -> Int { Int(try integer(column)) }

    func timestamp(_ column: String) throws -> Timestamp {
        guard let moment = Timestamp(text: try text(column)) else { throw unexpected(column) }
        return moment
    }

    func optionalTimestamp(_ column: String) throws -> Timestamp? {
        try optionalText(column) == nil ? nil : timestamp(column)
    }

    func choice<Value: RawRepresentable<String>>(_ column: String, _: Value.Type = Value.self) throws -> Value {
        guard let choice = Value(rawValue: try text(column)) else { throw unexpected(column) }
        return choice
    }

    func optionalChoice<Value: RawRepresentable<String>>(
        _ column: String,
        _: Value.Type = Value.self
    ) throws -> Value? {
        try optionalText(column) == nil ? nil : choice(column)
    }

    /// A name from its two columns `…_key` and `…_shown`.
    func fileName(_ column: String) throws -> FileName {
        guard let name = FileName(key: try text(column + "_key"), shown: try optionalText(column + "_shown")) else {
            throw unexpected(column + "_key")
        }
        return name
    }

    func optionalFileName(_ column: String) throws -> FileName? {
        try optionalText(column + "_key") == nil ? nil : fileName(column)
    }

    /// An institution's name, which is what it displays.
    func institution() throws -> FileName {
        let name = try text("institution_name")
        guard let stored = FileName(key: try text("institution_key"), shown: name) else {
            throw unexpected("institution_key")
        }
        return stored
    }

    private func unexpected(_ column: String) -> StoreError {
        StoreError(
            code: .corrupt,
            message: "the store holds a value of the wrong kind; run `sonograde audit verify`",
            identity: "column \(column)"
        )
    }
}

extension FileName {
    /// The text by which the store tells names apart; see `Schema`.
    var key: String {
        String(validating: bytes, as: UTF8.self) ?? "/" + Data(bytes).base64EncodedString()
    }

    /// What is shown where the key does not say it.
    var shown: String? { key.utf8.elementsEqual(display.utf8) ? nil : display }

    /// A name from its columns; nil for a key that no name has.
    init?(key: String, shown: String?) {
        guard key.utf8.first == UInt8(ascii: "/") else {
            self.init(bytes: Array(key.utf8), display: shown ?? key)
            return
        }
        guard let data = Data(base64Encoded: String(key.dropFirst())) else { return nil }
        self.init(bytes: Array(data), display: shown ?? key)
    }
}
