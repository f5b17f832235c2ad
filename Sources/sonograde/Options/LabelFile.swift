import Grading
import Intake

/// People's labels of pictures: a CSV with the columns `file` and `label`.
struct LabelFile {
    /// What the labels mean.
    let scale: LabelScale
    private let labels: [(file: String, label: String)]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - name: The file; `-` is stdin.
    ///   - order: From the worst to the best class, as `--label-order` has it; nil where the labels are levels or numbers.
    init(_ name: String, order: String?) throws(Failure) {
        let rows = CSVReading.rows(try InputFile.text(name))
        guard let head = rows.first, let file = head.firstIndex(of: "file"), let label = head.firstIndex(of: "label")
        else { throw Failure(.usage, "\(name): the first line has to name the columns file and label") }
        labels = rows.dropFirst().compactMap { row in
            row.count > max(file, label) && !row[label].isEmpty ? (row[file], row[label]) : nil
        }
        guard !labels.isEmpty else { throw Failure(.usage, "\(name) holds no label") }
        if let order {
            guard let told = LabelScale(order: order) else {
                throw Failure(.usage, "--label-order \(order): name two classes or more, the worst first, each once")
            }
            scale = told
        } else {
            guard let found = LabelScale(of: labels.map(\.label)) else {
                throw Failure(
                    .usage,
                    "\(name): labels are neither levels nor numbers; give --label-order, the worst class first"
                )
            }
            scale = found
        }
    }

    /// Labels by path: a label's file is the whole path of a picture or its end.
    ///
    /// - Parameter paths: The pictures.
    /// - Returns: The label of each path that has one the scale knows, and files of the table that fit no path, or several.
    func matched(to paths: [String]) -> (labels: [String: String], astray: [String]) {
        var found: [String: String] = [:]
        var astray: [String] = []
        let byName = Dictionary(grouping: paths) { $0.split(separator: "/").last.map(String.init) ?? $0 }
        for (file, label) in labels {
            let name = file.split(separator: "/").last.map(String.init) ?? file
            let fitting = byName[name, default: []].filter { $0 == file || $0.hasSuffix("/" + file) }
            if let only = fitting.first, fitting.count == 1 {
                if scale.rank(of: label) != nil { found[only] = label }
            } else {
                astray.append(file)
            }
        }
        return (found, astray)
    }
}
