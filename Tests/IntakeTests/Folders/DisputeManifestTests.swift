import Foundation
import Intake
import Testing

@Suite("Objections as files")
struct DisputeManifestTests {
    @Test(
        "a file's name says whether it is an objection and to which image",
        arguments: [
            ("dispute.json", DisputeName.list), ("deeper/dispute.json", .list),
            ("01_porta.png.dispute.txt", .words(image: "01_porta.png")),
            ("01_porta.png.DISPUTE.TXT", .words(image: "01_porta.png")),
            ("里面/02_肝.jpg.异议.txt", .words(image: "里面/02_肝.jpg")),
            ("01_porta.dispute.txt", .words(image: "01_porta")),
            ("01_porta.png", nil), ("exam.json", nil), ("dispute.json.png", nil), ("dispute.txt", nil),
            ("a.dispute.txt.png", nil), ("my dispute.json", nil),
        ] as [(String, DisputeName?)]
    )
    func names(path: String, expected: DisputeName?) {
        #expect(DisputeName(path) == expected)
    }

    @Test("a dispute.json is read, its words trimmed, whatever the desktop saved it as")
    func read() throws {
        let text =
            #"{"schema":"sonograde.dispute/1","by":" T07 ","disputes":[{"file":"a/1.png","text":" 体位对\r\n真的 \n"}]}"#
        let expected = DisputeManifest(by: "T07", disputes: [.init(file: "a/1.png", text: "体位对\n真的")])
        for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), try bytes(text, .utf16)] {
            var manifest = try DisputeManifest.read(bytes)
            #expect(manifest.schema == DisputeManifest.schemaID)
            manifest.schema = nil
            #expect(manifest == expected)
        }
    }

    @Test(
        "what is wrong is said and nothing of it counts",
        arguments: [
            ("{", "it is not JSON"),
            ("{}", "it lacks `disputes`"),
            (#"{"disputes":[]}"#, "`disputes` is empty"),
            (#"{"schema":"sonograde.exam/1","disputes":[]}"#, "its schema is sonograde.exam/1"),
            (#"{"disputes":[{"file":"a"}]}"#, "lacks `text`"),
            (#"{"disputes":[{"file":"a","text":7}]}"#, "must be of type String"),
            (#"{"disputes":[{"file":"a","text":" "}]}"#, "`disputes[0].text`: it says nothing"),
            (#"{"disputes":[{"file":"a","text":"x"},{"file":"a","text":"y"}]}"#, "names a twice"),
            (#"{"disputes":[{"file":"a","text":"x\u0000y"}]}"#, "not plain text"),
            (
                #"{"by":"\#(String(repeating: "n", count: 201))","disputes":[{"file":"a","text":"x"}]}"#,
                "`by` is longer"
            ),
        ]
    )
    func mistakes(text: String, expected: String) {
        let error = #expect(throws: ManifestMistake.self) { try DisputeManifest.read(Array(text.utf8)) }
        #expect(error?.message.contains(expected) == true, "\(error?.message ?? "")")
    }

    @Test("2,000 characters are kept, one more is refused, whatever they weigh in bytes")
    func length() throws {
        let longest = String(repeating: "肝", count: 2_000)
        #expect(try DisputeManifest.checked(longest) == longest)
        let error = #expect(throws: ManifestMistake.self) { try DisputeManifest.checked(longest + "肝") }
        #expect(error?.message.contains("2001 characters, at most 2000") == true)
    }

    @Test(
        "text of Chinese desktops is read: UTF-8 with and without mark, UTF-16, GB18030; bytes that are no text are not"
    )
    func encodings() throws {
        #expect(ClinicText.read(Array("体位".utf8)) == "体位")
        #expect(ClinicText.read([0xEF, 0xBB, 0xBF] + Array("体位".utf8)) == "体位")
        #expect(ClinicText.read(try bytes("体位", .utf16)) == "体位")
        // 体位 in GB18030.
        #expect(ClinicText.read([0xCC, 0xE5, 0xCE, 0xBB]) == "体位")
        #expect(ClinicText.read([0x89, 0xFF, 0x00, 0xC3]) == nil)
    }

    private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
        Array(try #require(text.data(using: encoding)))
    }
}
