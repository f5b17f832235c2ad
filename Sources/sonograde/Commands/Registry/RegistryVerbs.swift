import ArgumentParser
import Foundation
import Grading
import Intake
import Store

/// What a kind's options say, by field.
protocol RegistryOptions: ParsableArguments {
    associatedtype Entry: RegistryEntry
    /// Field names and what was given for them; nil where nothing was, an empty text to take a value away.
    var values: [(field: String, text: String?)] { get }
}

extension RegistryKind {
    /// Whether its entries are people: these are called otherwise than institutions and devices.
    var isOfPeople: Bool { self != .institution && self != .device }

    /// A reference for examples.
    var example: String {
        switch self {
        case .institution: "C01"
        case .technician: "C01/zhang"
        case .device: "C01/US-1"
        case .teacher: "chen"
        case .expert: "wang"
        }
    }

    /// Options for examples.
    var exampleOptions: String {
        switch self {
        case .institution: "--ownership public --county 510115"
        case .technician: "--name 张丽 --role technician"
        case .device: "--maker 迈瑞 --metrology-on 2026-03-01"
        case .teacher: "--name 陈老师 --title 主任医师 --workplace C01"
        case .expert: "--name 王医生 --institution C01"
        }
    }

    /// What commands call the reference.
    var referenceHelp: ArgumentHelp {
        switch self {
        case .institution: ArgumentHelp("The code: as its inbox folder is called.", valueName: "code")
        case .technician, .device:
            ArgumentHelp(
                "The institution and the code, as exams name it, such as \(example).",
                valueName: "institution/code"
            )
        case .teacher, .expert: ArgumentHelp("The id: short, without spaces.", valueName: "id")
        }
    }
}

/// `add`: one entry.
struct RegistryAdd<Options: RegistryOptions>: ParsableCommand {
    static var configuration: CommandConfiguration {
        let kind = Options.Entry.kind
        return CommandConfiguration(
            commandName: "add",
            abstract: "Register one \(kind.rawValue).",
            discussion: "Example:\n  sonograde \(kind.rawValue) add \(kind.example) \(kind.exampleOptions)"
        )
    }

    @OptionGroup var home: HomeOption
    @Argument(help: Options.Entry.kind.referenceHelp) var reference: String
    @OptionGroup var options: Options

    func run() throws {
        let opened = try OpenHome.forWriting(try home.home())
        try usageErrors {
            let reference = try RegistryReference(text: reference, of: Options.Entry.kind)
            var entry = Options.Entry(reference: reference)
            do throws(RegistryMistake) {
                for (field, text) in options.values { if let text { try entry.set(field, to: text) } }
            } catch {
                throw Failure(.usage, "\(reference.text): \(error.line)")
            }
            try opened.store.add(entry, at: Timestamp(Date()))
        }
        opened.remark(zh: "\(reference)：已登记", en: "\(reference): registered")
    }
}

/// `change`: what is given, of one entry.
struct RegistryChange<Options: RegistryOptions>: ParsableCommand {
    static var configuration: CommandConfiguration {
        let kind = Options.Entry.kind
        return CommandConfiguration(
            commandName: "change",
            abstract: "Change what the registry says of one \(kind.rawValue).",
            discussion: """
                What is not given stays; an empty text takes a value away: --title ''

                Example:
                  sonograde \(kind.rawValue) change \(kind.example) \(kind.exampleOptions)
                """
        )
    }

    @OptionGroup var home: HomeOption
    @Argument(help: Options.Entry.kind.referenceHelp) var reference: String
    @OptionGroup var options: Options

    func run() throws {
        guard options.values.contains(where: { $0.text != nil }) else {
            throw Failure(
                .usage,
                "say what changes; see: sonograde \(Options.Entry.kind.rawValue) change --help"
            )
        }
        let opened = try OpenHome.forWriting(try home.home())
        let values = options.values
        let isChanged = try usageErrors {
            let reference = try RegistryReference(text: reference, of: Options.Entry.kind)
            return try opened.store.change(Options.Entry.self, reference, at: Timestamp(Date())) {
                (entry) throws(RegistryMistake) in
                for (field, text) in values { if let text { try entry.set(field, to: text) } }
            }
        }
        opened.remark(
            zh: reference + (isChanged ? "：已修改" : "：原本如此，未作修改"),
            en: reference + (isChanged ? ": changed" : ": is so already")
        )
    }
}

/// `retire`: an entry, or its return.
struct RegistryRetire<Entry: RegistryEntry>: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "retire",
            abstract: "Retire one \(Entry.kind.rawValue); nothing is deleted, all that names it stays.",
            discussion: """
                Example:
                  sonograde \(Entry.kind.rawValue) retire \(Entry.kind.example)
                  sonograde \(Entry.kind.rawValue) retire \(Entry.kind.example) --undo
                """
        )
    }

    @OptionGroup var home: HomeOption
    @Argument(help: Entry.kind.referenceHelp) var reference: String
    @Flag(help: "Take it back into service.") var undo = false

    func run() throws {
        let opened = try OpenHome.forWriting(try home.home())
        let isChanged = try usageErrors {
            let reference = try RegistryReference(text: reference, of: Entry.kind)
            return try opened.store.retire(Entry.self, reference, undo: undo, at: Timestamp(Date()))
        }
        let state = Entry.kind.isOfPeople ? (undo ? "在职" : "离职") : (undo ? "在用" : "停用")
        opened.remark(
            zh: "\(reference)：\(isChanged ? "已改为" : "原本就是")\(state)",
            en: "\(reference): \(isChanged ? "" : "was already ")\(undo ? "in service" : "retired")"
        )
    }
}

/// Runs a verb on what a user typed: a refused value is wrong usage, an absent or taken entry the answer no.
func usageErrors<Result>(_ verb: () throws -> Result) throws -> Result {
    do {
        return try verb()
    } catch let error as StoreError where error.code == .refused {
        throw Failure(.usage, "\(error)")
    } catch let error as StoreError where error.isRefusal {
        throw Failure(.no, "\(error)")
    }
}
