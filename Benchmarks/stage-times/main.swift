// Where the time of grading goes: CPU milliseconds of each stage, on one thread.
//
//   stage-times [--rounds N] FILE…    a Markdown table; each stage's time is a picture's least of N rounds (default 5)
//
// The parts of a stage (indented) are timed by themselves, after the stage as a whole.
import Foundation

var rounds = 5
var files: [String] = []
var arguments = Array(CommandLine.arguments.dropFirst())
while let word = arguments.first {
    arguments.removeFirst()
    if word == "--rounds", let number = arguments.first.flatMap({ Int($0) }) {
        rounds = max(1, number)
        arguments.removeFirst()
    } else {
        files.append(word)
    }
}
guard !files.isEmpty else {
    FileHandle.standardError.write(Data("stage-times [--rounds N] FILE…\n".utf8))
    exit(64)
}

var stages = try GradingStages()
var undecoded = 0

for round in 0..<rounds {
    for (index, file) in files.enumerated() {
        guard let data = FileManager.default.contents(atPath: file) else {
            if round == 0 { undecoded += 1 }
            continue
        }
        let bytes = [UInt8](data)
        stages.clock.picture = index
        do {
            try stages.grade(bytes, as: file)
        } catch {
            if round == 0 { undecoded += 1 }
        }
    }
}

let count = files.count - undecoded
guard count > 0 else {
    FileHandle.standardError.write(Data("stage-times: none of the files could be read and decoded\n".utf8))
    exit(64)
}
let whole = stages.clock.stages.filter { !$0.name.hasPrefix("·") }
let sum = whole.reduce(0) { $0 + StageClock.summary($1.pictures, of: count).mean }
func row(_ name: String, _ mean: Double, _ median: Double, _ largest: Double) -> String {
    let share = String(format: "%.1f", 100 * mean / sum)
    return "| \(name) | " + [mean, median, largest].map { String(format: "%.3f", $0) }.joined(separator: " | ")
        + " | \(share) |"
}
print("\(count) pictures, \(rounds) rounds; milliseconds of CPU a picture")
print()
print("| stage | mean | median | largest | % of all |")
print("|---|---|---|---|---|")
for stage in whole + stages.clock.stages.filter({ $0.name.hasPrefix("·") }) {
    let found = StageClock.summary(stage.pictures, of: count)
    print(row(stage.name, found.mean, found.median, found.largest))
}
print(row("all stages", sum, sum, sum))
