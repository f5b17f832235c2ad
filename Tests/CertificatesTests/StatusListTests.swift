import Certificates
import Testing

@Suite("The bits of a status list")
struct StatusListTests {
    @Test("Place 0 is the leftmost bit, and what is written is read back")
    func bits() throws {
        let bits = RevocationBits(revoked: [0, 9, 131_071, 131_072, -1])
        #expect([0, 9, 131_071].allSatisfy { bits.isRevoked($0) == true })
        #expect([1, 8, 10, 131_070].allSatisfy { bits.isRevoked($0) == false })
        #expect(bits.isRevoked(131_072) == nil && bits.isRevoked(-1) == nil)
        let encoded = try bits.encoded()
        #expect(encoded.hasPrefix("uH4sI"))
        #expect(try RevocationBits(encoded: encoded) == bits)
        #expect(try RevocationBits(revoked: [9, 131_071, 0]).encoded() == encoded)
    }

    /// The standard's example 7 (Bitstring Status List v1.0): 131,072 places, none set.
    @Test("The standard's own empty list is read")
    func standard() throws {
        let example = "uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA"
        #expect(try RevocationBits(encoded: example) == RevocationBits())
    }

    @Test("What is no list is refused", arguments: ["", "u", "H4sIAAAA", "uH4sIAAAAAAAAAwMAAAAAAAAAAAA"])
    func refused(_ text: String) {
        #expect(throws: CertificateError.self) { try RevocationBits(encoded: text) }
    }
}
