import Certificates
import Foundation
import Testing

@Suite("Files that carry a certificate")
struct CarryingTests {
    /// A grey pixel, made by hand: signature, IHDR, IDAT, IEND.
    static let png: [UInt8] = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCB7lFzKgAAAABJRU5ErkJggg=="
        )
            ?? Data()
    )

    @Test("A PNG with the credential baked in is valid, and whole for any reader of chunks")
    func picture() throws {
        let key = try PrivateKey.make(.edDSA)
        let token = try TrialCertificate.token(key).text
        let baked = try #require(PNGText.carrying(token, in: Self.png))
        let verifier = CertificateVerifier(keys: [key.publicKey])
        #expect(try verifier.answer(to: baked, now: TrialCertificate.now).verdict == .valid)
        #expect(baked.suffix(12) == Self.png.suffix(12))
        let bare = try verifier.answer(to: Self.png, now: TrialCertificate.now).verdict
        #expect(bare.code == "unreadable")
        #expect(PNGText.carrying(token, in: [1, 2, 3]) == nil)
    }

    @Test("A PDF with the credential before its startxref is valid, and no byte before it moved")
    func paper() throws {
        let pdf = Array("%PDF-1.7\n1 0 obj\nendobj\nxref\n0 1\ntrailer <<>>\nstartxref\n27\n%%EOF\n".utf8)
        let key = try PrivateKey.make(.edDSA)
        let token = try TrialCertificate.token(key).text
        let carrying = try #require(PDFComment.carrying(token, in: pdf))
        #expect(carrying.starts(with: pdf.prefix(44)))
        let verifier = CertificateVerifier(keys: [key.publicKey])
        #expect(try verifier.answer(to: carrying, now: TrialCertificate.now).verdict == .valid)
        #expect(try verifier.answer(to: pdf, now: TrialCertificate.now).verdict.code == "unreadable")
        #expect(PDFComment.carrying(token, in: Array("%PDF-1.7\n".utf8)) == nil)
    }

    @Test("An archive is the same for the same files, and Python's zipfile finds nothing wrong with it")
    func archive() throws {
        func archive() throws -> [UInt8] {
            var archive = ZIPArchive(year: 2026, month: 11, day: 22)
            try archive.add(Array(String(repeating: "text ", count: 1000).utf8), as: "WJUS-2025-T03-00042-O 王芳.pdf")
            try archive.add([0xFF], as: "sub/one byte")
            try archive.add([], as: "empty")
            return archive.bytes
        }
        let bytes = try archive()
        #expect(try archive() == bytes)
        #expect(throws: CertificateError.self) {
            var archive = ZIPArchive(year: 2026, month: 11, day: 22)
            try archive.add([1], as: "../outside")
        }
        let listing = try Python.run(
            """
            import sys, io, zipfile
            archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
            assert archive.testzip() is None
            print("|".join(f"{i.filename}:{i.file_size}:{i.date_time[:3]}" for i in archive.infolist()))
            """,
            input: bytes
        )
        let systems = try Python.run(
            """
            import sys, io, zipfile
            archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
            print({(i.create_system, i.create_version, i.flag_bits, oct(i.external_attr >> 16)) for i in archive.infolist()})
            """,
            input: bytes
        )
        // Unix, so that Debian's unzip takes the names as UTF-8, and then files that can be read.
        #expect(systems == "{(3, 20, 2048, '0o100644')}\n")
        #expect(
            listing
                == "WJUS-2025-T03-00042-O 王芳.pdf:5000:(2026, 11, 22)|sub/one byte:1:(2026, 11, 22)|empty:0:(2026, 11, 22)\n"
        )
    }
}
