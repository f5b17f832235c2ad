/// The addresses of a verification site below its base, which ends without a slash.
package struct IssuerAddress: Sendable, Hashable {
    /// `https://cert.example.org`, or with a path.
    package let base: String

    /// The addresses below a base; nil where it is no http or https address with a host, or has a query or fragment.
    package init?(base text: String) {
        var base = text
        while base.hasSuffix("/") { base.removeLast() }
        let scheme = ["https://", "http://"].first { base.lowercased().hasPrefix($0) }
        guard let scheme, let host = base.dropFirst(scheme.count).split(separator: "/").first, !host.isEmpty,
            base.utf8.count <= 120,
            base.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"?#\"<>\\^`{|}".utf8.contains($0) })
        else { return nil }
        self.base = base
    }

    /// The site whose `issuer.json` has an address; nil for another address.
    package init?(issuer address: String) {
        guard address.hasSuffix("/issuer.json") else { return nil }
        self.init(base: String(address.dropLast("/issuer.json".count)))
    }

    /// Who issues, as a linked-data profile: the site's `issuer.json`.
    package var issuer: String { base + "/issuer.json" }
    /// A key by its thumbprint.
    package func key(_ thumbprint: String) -> String { "\(base)/keys/\(thumbprint).json" }
    /// A status list by its number, from 1.
    package func statusList(_ list: Int) -> String { "\(base)/status/\(list).jwt" }
    /// A certificate's page: what the QR code holds.
    package func certificate(_ token: String) -> String { "\(base)/v/\(token)" }

    /// The thumbprint in a key's address, wherever the site was at the time; nil for another address.
    package static func thumbprint(inKeyAddress address: String) -> String? {
        guard let last = address.split(separator: "/", omittingEmptySubsequences: false).last,
            last.hasSuffix(".json")
        else { return nil }
        let thumbprint = last.dropLast(".json".count)
        return thumbprint.utf8.count == 43 ? String(thumbprint) : nil
    }
}
