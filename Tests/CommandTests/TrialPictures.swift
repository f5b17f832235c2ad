import Foundation
import Imaging

/// Small made pictures: a speckled fan on black, each number another picture.
enum TrialPictures {
    /// JPEG bytes of picture `number`.
    static func jpeg(_ number: Int, width: Int = 320, height: Int = 256) throws -> [UInt8] {
        try JPEGEncoder.encode(plane(number, width: width, height: height), quality: 90)
    }

    /// PNG bytes of picture `number`.
    static func png(_ number: Int, width: Int = 320, height: Int = 256) throws -> [UInt8] {
        try PNGEncoder.encode(plane(number, width: width, height: height))
    }

    /// A fan of 70° with its apex above the top edge.
    private static func plane(_ number: Int, width: Int, height: Int) -> GreyPlane {
        var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func random() -> Double {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Double(state >> 11) / Double(1 << 53)
        }
        var pixels = [UInt8](repeating: 0, count: width * height)
        let apex = (x: Double(width) / 2, y: -Double(height) * 0.15)
        for y in 0..<height {
            for x in 0..<width {
                let (dx, dy) = (Double(x) - apex.x, Double(y) - apex.y)
                let radius = (dx * dx + dy * dy).squareRoot()
                let inside =
                    abs(atan2(dx, dy)) < 35 * .pi / 180 && radius > Double(height) * 0.25
                    && radius < Double(height) * 1.08
                guard inside else { continue }
                let amplitude = (-2 * log(max(random(), 1e-9))).squareRoot()
                pixels[y * width + x] = UInt8(min(255, max(8, 120 + 30 * log(max(amplitude, 0.05)))))
            }
        }
        return GreyPlane(width: width, height: height, pixels: pixels)
    }
}

/// A folder of exams that can be dropped into a home again and again.
struct TrialDrop {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// Writes a file; its modification time lies in the past, so that nothing has to be waited for.
    func write(_ bytes: [UInt8], to file: String) throws {
        let path = scratch.path + "/" + file
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent,
            withIntermediateDirectories: true
        )
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: -86_400)],
            ofItemAtPath: path
        )
    }

    func write(_ text: String, to file: String) throws { try write(Array(text.utf8), to: file) }

    /// Copies everything into a home's inbox, times and raw names kept.
    func drop(into home: TrialHome) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/cp")
        process.arguments = ["-a", scratch.path + "/.", home.inbox]
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
