import Foundation
import Glibc
import Imaging

/// One file that `simulate` writes.
struct PhantomJob {
    enum Content {
        /// A picture.
        case recipe(PhantomRecipe)
        /// Bytes that lie ready among the recipes, such as exam.json.
        case verbatim(Data)
    }

    let content: Content
    let path: String

    /// Renders and writes the file; folders above it are made.
    func run() throws {
        let bytes: Data
        switch content {
        case .verbatim(let data): bytes = data
        case .recipe(let recipe):
            do {
                bytes = Data(try recipe.fileBytes())
            } catch let error as SimulationError {
                throw Failure(.usage, "\(path): \(error.message)")
            } catch let error as ImagingError {
                throw Failure(.usage, "\(path): \(error.message)")
            }
        }
        let address = URL(fileURLWithPath: path)
        do {
            try FileManager.default.createDirectory(
                at: address.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try bytes.write(to: address, options: .atomic)
        } catch {
            throw Failure(.diskOrStore, "\(path) could not be written: \(error.localizedDescription)")
        }
    }

    /// Refuses to begin when a file is in the way, so that a slip never costs somebody's picture.
    static func refuseExisting(_ jobs: [PhantomJob], force: Bool) throws {
        for job in jobs {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: job.path, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                throw Failure(.usage, "\(job.path) is a folder; --out must name a file (or give --count)")
            }
            if !force { throw Failure(.usage, "\(job.path) exists; nothing was written; replace with --force") }
        }
    }
}

/// Recipes on disk.
enum RecipeFile {
    /// One recipe, or with a folder every `X.json` below it (to the file X) and every `exam.json` (as it is).
    static func jobs(from path: String, to out: String) throws -> [PhantomJob] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Failure(.usage, "\(path) does not exist; --recipe names a recipe or a folder of recipes")
        }
        guard isFolder.boolValue else { return [PhantomJob(content: .recipe(try read(path)), path: out)] }
        guard let walk = FileManager.default.enumerator(atPath: path) else {
            throw Failure(.diskOrStore, "\(path) could not be listed")
        }
        let names = walk.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.sorted()
        guard !names.isEmpty else { throw Failure(.usage, "\(path) holds no recipe (a file that ends in .json)") }
        return try names.map { name in
            if name == "exam.json" || name.hasSuffix("/exam.json") {
                return PhantomJob(content: .verbatim(try bytes(of: "\(path)/\(name)")), path: "\(out)/\(name)")
            }
            return PhantomJob(content: .recipe(try read("\(path)/\(name)")), path: "\(out)/\(name.dropLast(5))")
        }
    }

    /// Reads a recipe.
    static func read(_ path: String) throws -> PhantomRecipe {
        let data = try bytes(of: path)
        do {
            return try JSONDecoder().decode(PhantomRecipe.self, from: data)
        } catch let error as SimulationError {
            throw Failure(.usage, "\(path): \(error.message)")
        } catch let error as DecodingError {
            throw Failure(.usage, "\(path): \(SimulationError(error).message)")
        }
    }

    /// A recipe as JSON, keys in order, ended by a line feed.
    static func text(_ recipe: PhantomRecipe) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(recipe), as: UTF8.self) + "\n"
    }

    private static func bytes(of path: String) throws -> Data {
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw Failure(.diskOrStore, "\(path) could not be read: \(error.localizedDescription)")
        }
    }
}

/// Done, total and time left on stderr, when that is a terminal and the work is long enough to ask.
struct SimulationProgress {
    private let total: Int
    private var done = 0
    private let isShown: Bool
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var lastShown: ContinuousClock.Instant

    init(total: Int) {
        self.total = total
        isShown = total > 1 && isatty(STDERR_FILENO) == 1
        start = clock.now
        lastShown = start
    }

    /// One more is done.
    mutating func step() {
        done += 1
        guard isShown else { return }
        let now = clock.now
        guard done == total || now - lastShown > .milliseconds(200) else { return }
        lastShown = now
        let elapsed = (now - start) / .seconds(1)
        let left = elapsed / Double(done) * Double(total - done)
        let rate = Double(done) / max(0.001, elapsed)
        let line =
            "\r\(done) of \(total) pictures, \(Int(rate.rounded())) a second, \(Int(left.rounded(.up))) s left   "
        FileHandle.standardError.write(Data(line.utf8))
    }

    /// Ends the line.
    func end() {
        if isShown { FileHandle.standardError.write(Data("\n".utf8)) }
    }
}
