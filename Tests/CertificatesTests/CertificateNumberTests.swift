import Certificates
import Testing

/// The domain reference's golden vector, §5.2.
private let goldenNumber = "WJUS-2025-T03-00042-O"

@Suite("Certificate numbers")
struct CertificateNumberTests {
    @Test("The golden number has the check character O by MOD 37,36")
    func golden() throws {
        let number = try CertificateNumber(prefix: "WJUS", year: 2025, course: "T03", sequence: 42)
        #expect("\(number)" == goldenNumber)
        #expect(CheckCharacter.isRight("WJUS2025T0300042O"))
        #expect(CheckCharacter.of("WJUS2025T0300042") == "O")
    }

    /// ISO 7064's own example of MOD 37,36.
    @Test("The standard's own example comes out")
    func standard() {
        #expect(CheckCharacter.of("A12425GABC1234002") == "M")
        #expect(!CheckCharacter.isRight("A12425GABC1234002N"))
        #expect(CheckCharacter.of("a") == nil && CheckCharacter.of("") == nil)
    }

    @Test("Every change of one character is found, whatever number and place")
    func everyChange() throws {
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        for sequence in [1, 42, 99_999] {
            let number = try CertificateNumber(prefix: "K9", year: 2031, course: "ABC", sequence: sequence)
            let right = Array("\(number)".replacing("-", with: ""))
            for place in right.indices {
                for other in alphabet where other != right[place] {
                    var wrong = right
                    wrong[place] = other
                    #expect(!CheckCharacter.isRight(String(wrong)), "\(String(wrong))")
                }
            }
        }
    }

    @Test(
        "A number is read as people type it",
        arguments: [
            goldenNumber, "wjus-2025-t03-00042-o", " WJUS-2025-T03-00042-O\n", "WJUS - 2025 - T03 - 00042 - O",
            "ＷＪＵＳ－２０２５－Ｔ０３－０００４２－Ｏ", "WJUS–2025–T03–00042–O", "WJUS-2O25-TO3-OOO42-O",
        ]
    )
    func typed(_ text: String) throws {
        #expect(try "\(CertificateNumber(reading: text))" == goldenNumber)
    }

    @Test(
        "What is no number is refused with what is wrong",
        arguments: [
            ("WJUS-2025-T03-00043-O", "check character"), ("WJUS-2025-T03-00042-0", "check character"),
            ("WJUS-2025-T03-00042", "looks like"), ("WJUS-25-T03-00042-O", "year"), ("", "looks like"),
            ("W!US-2025-T03-00042-O", "letters"), ("WJUS-2025-T03-00000-O", "99,999"),
        ]
    )
    func refused(_ text: String, _ word: String) {
        do throws(CertificateError) {
            let number = try CertificateNumber(reading: text)
            Issue.record("read as \(number)")
        } catch {
            #expect(error.code == .number && error.message.contains(word), "\(error)")
        }
    }

    @Test("Issuer's letters and course have no O and I, so they cannot be taken for 0 and 1")
    func letters() throws {
        #expect(CertificateNumber.isPrefix("WJUS"))
        for wrong in ["WOUS", "WIUS", "W", "wjus", "", "ABCDEFGHJ", "温江"] {
            #expect(!CertificateNumber.isPrefix(wrong))
        }
        #expect(try CertificateNumber.coursePart(of: "t-03 a") == "T03A")
        #expect(throws: CertificateError.self) { try CertificateNumber.coursePart(of: "IO1") }
        #expect(throws: CertificateError.self) { try CertificateNumber.coursePart(of: "培训") }
        #expect(throws: CertificateError.self) {
            try CertificateNumber(prefix: "WJUS", year: 2025, course: "T03", sequence: 100_000)
        }
    }
}
