import Foundation
import GRDB
import Testing

/// Homes with images that wait for experts.
enum ReviewTrial {
    /// 60 readable images in 6 exams of 3 institutions, all of them drawn; made once, copied for each test.
    static let sixty = Result { try made(exams: 6, images: 10) }

    /// Six images in one exam.
    static let six = Result { try made(exams: 1, images: 6) }

    /// A fresh copy of a home.
    static func home(_ base: Result<TrialHome, any Error>) throws -> TrialHome {
        try TrialHome(copying: try base.get())
    }

    private static func made(exams: Int, images: Int) throws -> TrialHome {
        let home = try TrialHome()
        try home.set("share", "1.0")
        let drop = try TrialDrop()
        for exam in 0..<exams {
            let folder = "C0\(1 + exam % 3)/2026031\(exam)_E\(exam)_abdomen"
            for image in 0..<images {
                let bytes = try TrialPictures.jpeg(exam * images + image)
                try drop.write(bytes, to: "\(folder)/\(String(format: "%02d", image))_abd.liver.porta1.jpg")
            }
            let manifest = #"{"schema": "sonograde.exam/1", "examType": "abdomen", "technicianId": "T0\#(exam)"}"#
            try drop.write(manifest, to: "\(folder)/exam.json")
        }
        try drop.drop(into: home)
        let run = try home.watchOnce()
        guard [0, 1].contains(run.status) else { throw TrialError(run.errors) }
        return home
    }
}

/// A trial that could not be set up.
struct TrialError: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

extension TrialHome {
    /// A copy of a home, with everything in it.
    init(copying other: TrialHome) throws {
        scratch = try Scratch()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/cp")
        process.arguments = ["-a", other.path, scratch.path]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw TrialError("the home could not be copied") }
    }

    /// Sets one value of the settings, by the key's last part.
    func set(_ key: String, _ value: String) throws {
        let file = path + "/sonograde.yaml"
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map { line in
            line.trimmingPrefix { $0 == " " }.hasPrefix(key + ":")
                ? line.prefix { $0 == " " } + "\(key): \(value)" : String(line)
        }
        try lines.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
    }

    /// Runs a command on this home; the expert is named by the environment where one is given.
    func run(_ arguments: [String], expert: String? = nil) throws -> Program.Run {
        try Program.run(
            arguments,
            environment: ["SONOGRADE_HOME": path, "SONOGRADE_EXPERT": expert ?? "", "LANG": "C.UTF-8"]
        )
    }

    /// Reads the store as it lies there.
    func rows(_ sql: String) throws -> [Row] {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: path + "/sonograde.sqlite", configuration: configuration)
        return try queue.read { try Row.fetchAll($0, sql: sql) }
    }

    /// One number out of the store.
    func count(_ sql: String) throws -> Int { try rows(sql).first.map { $0[0] } ?? 0 }

    /// The waiting images in the queue's order.
    func waiting() throws -> [Int] {
        try rows("SELECT image_id FROM queue ORDER BY priority, since, image_id").map { $0[0] }
    }
}

/// JSON of an answer, looked into by keys.
func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
}
