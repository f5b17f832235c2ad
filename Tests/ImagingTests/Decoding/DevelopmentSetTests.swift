import Foundation
import Imaging
import Testing

@Suite(.enabled(if: DevelopmentSet.isThere, "the shared pictures (../shared/data) are not beside the checkout"))
struct DevelopmentSetTests {
    @Test func `every malformed file is in the table of expected outcomes`() throws {
        let listed = Set(MalformedOutcomes.all.map(\.path))
        #expect(listed.count == MalformedOutcomes.all.count)
        #expect(try Set(DevelopmentSet.files(below: "malformed")) == listed)
    }

    @Test func `every malformed file ends as decided`() throws {
        for expected in MalformedOutcomes.all {
            let bytes = try DevelopmentSet.bytes("malformed/" + expected.path)
            let failure = TestPictures.failure(bytes)
            #expect(
                (failure?.code.rawValue ?? "read") == expected.outcome,
                "\(expected.path): \(expected.reason)"
            )
            #expect(failure?.message.isEmpty != true)
            #expect(failure?.message.contains("\n") != true)
        }
    }

    @Test func `a malformed file that is read has a preview, any other has none`() throws {
        for expected in MalformedOutcomes.all {
            let source = ImageSource.bytes(try DevelopmentSet.bytes("malformed/" + expected.path))
            let preview = Result { () throws(ImagingError) in
                try PreviewEncoder.preview(of: source, maxWidth: 200, quality: 80, limits: DecodingLimits())
            }
            // A preview looks at colours, not at whether all scans are there; damage is found by decoding first.
            if expected.outcome == "read" { #expect(throws: Never.self, "\(expected.path)") { try preview.get() } }
            if expected.outcome == "truncated" { #expect(throws: ImagingError.self) { try preview.get() } }
        }
    }

    @Test(arguments: ["us-real", "us-labelled"])
    func `every real PNG and JPEG is read without a note`(_ folder: String) throws {
        let pictures = try DevelopmentSet.files(below: folder).filter { path in
            ["png", "jpg", "jpeg"].contains((path as NSString).pathExtension.lowercased())
        }
        #expect(pictures.count > 50)
        for picture in pictures {
            let source = ImageSource.bytes(try DevelopmentSet.bytes(folder + "/" + picture))
            let header = try ImageDecoder.inspect(source, limits: DecodingLimits())
            let image = try ImageDecoder.decode(source, limits: DecodingLimits())
            #expect(image.facts == header.facts, "\(picture)")
            #expect(image.facts.notes.isEmpty, "\(picture)")
        }
    }
}
