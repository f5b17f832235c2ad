import ArgumentParser
import Foundation
import Intake
import ReviewDesk
import Store

/// Who works.
struct ExpertOption: ParsableArguments {
    @Option(
        name: .customLong("expert"),
        help: ArgumentHelp("Who works; without it SONOGRADE_EXPERT says it.", valueName: "id")
    )
    var named: String?

    /// The expert's id; nil where nobody said one.
    func id() throws(Failure) -> String? {
        let variable = ProcessInfo.processInfo.environment["SONOGRADE_EXPERT"].flatMap { $0.isEmpty ? nil : $0 }
        guard let id = named ?? variable else { return nil }
        if let problem = ExpertID.problem(id) {
            throw Failure(.usage, "\(named == nil ? "SONOGRADE_EXPERT" : "--expert") \(problem)")
        }
        return id
    }

    /// The expert's id.
    ///
    /// - Throws: exit 64 where nobody said one.
    func required() throws(Failure) -> String {
        guard let id = try id() else {
            throw Failure(.usage, "who works? give --expert ID, or once: export SONOGRADE_EXPERT=wang")
        }
        return id
    }
}

extension OpenHome {
    /// The desk of an expert who may work here.
    func desk(for expert: String) throws -> ReviewDesk {
        let desk = ReviewDesk(room: room(), expert: expert)
        if case .noRoster = try desk.standing() {
            Terminal.remark("\(expert) is not on the roster: nobody is; see: sonograde help expert add")
        }
        return desk
    }

    /// Who the audit trail names where no expert is known: the system's user.
    static var systemUser: String { "user:\(NSUserName())" }
}

/// Runs a verb on what a user named, and turns "there is no such thing" into the answer no.
func answering<Result>(_ verb: () throws -> Result) throws -> Result {
    do {
        return try verb()
    } catch let error as StoreError where error.isRefusal {
        throw Failure(.no, "\(error)")
    }
}

extension StoreError {
    /// Whether the answer is no, while the store itself is well.
    var isRefusal: Bool { [.denied, .notFound, .refused].contains(code) }
}
