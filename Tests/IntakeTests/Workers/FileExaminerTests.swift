import Digests
import Glibc
import Imaging
import Intake
import Testing

@Suite struct FileExaminerTests {
    private let examiner = FileExaminer(limits: DecodingLimits(), budget: DecodingBudget())

    private func plane(width: Int, height: Int) -> GreyPlane {
        var state: UInt64 = 3
        let noise = (0..<width * height).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(state >> 56)
        }
        return GreyPlane(width: width, height: height, pixels: noise)
    }

    private func code<Value>(_ report: FileExaminer.Report<Value>) -> ImagingError.Code? {
        if case .failure(let error) = report.result { error.code } else { nil }
    }

    @Test(arguments: [64, 1300])
    func `a picture is hashed and decoded, read whole or in pieces`(_ side: Int) throws {
        let tree = try ScratchTree()
        let plane = plane(width: side, height: side)
        let bytes = try PNGEncoder.encode(plane)
        // 1300² noise does not compress, so the file is above the size that is read whole.
        #expect((bytes.count > 1 << 20) == (side == 1300))
        let report = examiner.examine(try tree.file("a.bin", bytes)) { $0.luma }
        #expect(try report.result.get() == plane)
        #expect(report.sha256 == (try SHA256.digest(of: bytes)))
        #expect(report.state?.size == Int64(bytes.count))
        #expect(!report.changedWhileRead)
    }

    @Test func `a damaged picture is hashed all the same`() throws {
        let tree = try ScratchTree()
        let bytes = Array(try PNGEncoder.encode(plane(width: 50, height: 50)).dropLast(30))
        let report = examiner.examine(try tree.file("a.png", bytes)) { _ in }
        #expect(code(report) == .truncated)
        #expect(report.sha256 == (try SHA256.digest(of: bytes)))
    }

    @Test func `an empty file is empty`() throws {
        let tree = try ScratchTree()
        let report = examiner.examine(try tree.file("a.png", [])) { _ in }
        #expect(code(report) == .empty)
        #expect(report.sha256 == (try SHA256.digest(of: [])))
    }

    @Test func `what is not there is not found`() throws {
        let tree = try ScratchTree()
        try tree.file("a.png")
        #expect(code(examiner.examine(tree.path("b.png")) { _ in }) == .notFound)
        #expect(code(examiner.examine(tree.path("a.png/b.png")) { _ in }) == .notFound)
    }

    @Test(.enabled(if: geteuid() != 0, "root may read every file"))
    func `a file without permission says so`() throws {
        let tree = try ScratchTree()
        let path = try tree.file("a.png")
        #expect(path.withCPath { chmod($0, 0) } == 0)
        #expect(code(examiner.examine(path) { _ in }) == .permission)
    }

    @Test func `a link is followed only when it was named by somebody`() throws {
        let tree = try ScratchTree()
        let plane = plane(width: 20, height: 20)
        try tree.file("a.png", PNGEncoder.encode(plane))
        tree.link("link", to: "a.png")
        #expect(code(examiner.examine(tree.path("link")) { _ in }) == .unsupportedFormat)
        let followed = examiner.examine(tree.path("link"), links: .follow) { $0.luma }
        #expect(try followed.result.get() == plane)
    }

    @Test func `a pipe, a folder and a device are refused without waiting`() throws {
        let tree = try ScratchTree()
        #expect(tree.path("pipe").withCPath { mkfifo($0, 0o644) } == 0)
        for path in [tree.path("pipe"), tree.root, RawPath("/dev/null")] {
            let report = examiner.examine(path) { _ in }
            #expect(code(report) == .unsupportedFormat)
            #expect(report.sha256 == nil)
        }
    }

    @Test func `a file over the limit is not read`() throws {
        let tree = try ScratchTree()
        let small = FileExaminer(limits: DecodingLimits(maxFileBytes: 100), budget: DecodingBudget())
        let report = small.examine(try tree.file("a.png", [UInt8](repeating: 1, count: 101))) { _ in }
        #expect(code(report) == .tooLarge)
        #expect(report.sha256 == nil)
        #expect(report.state?.size == 101)
    }

    @Test(arguments: ["append", "shorten", "touch"])
    func `a file that changes while it is looked at is not trusted`(_ change: String) throws {
        let tree = try ScratchTree()
        let path = try tree.file("a.png", PNGEncoder.encode(plane(width: 40, height: 40)))
        let report = examiner.examine(path) { _ in
            switch change {
            case "append": self.append(to: path)
            case "shorten": _ = path.withCPath { truncate($0, 100) }
            default:
                var times = [timespec(tv_sec: 1, tv_nsec: 0), timespec(tv_sec: 1, tv_nsec: 0)]
                _ = path.withCPath { utimensat(AT_FDCWD, $0, &times, 0) }
            }
        }
        #expect(report.changedWhileRead)
        #expect(report.sha256 == nil)
        #expect(code(report) == .decoderFailed)
    }

    private func append(to path: RawPath) {
        let descriptor = path.withCPath { open($0, O_WRONLY | O_APPEND) }
        _ = write(descriptor, [0], 1)
        close(descriptor)
    }

    @Test func `an error of the caller's own is the result`() throws {
        let tree = try ScratchTree()
        let path = try tree.file("a.png", PNGEncoder.encode(plane(width: 8, height: 8)))
        let own = ImagingError(code: .corrupt, message: "not wanted")
        let report = examiner.examine(path) { (_) throws(ImagingError) -> Int in throw own }
        #expect(throws: own) { try report.result.get() }
    }
}
