package import Certificates
internal import Foundation
internal import Glibc
internal import Grading
package import Intake
package import Store

/// The keys that sign a home's certificates: private parts in `keys/`, readable by their owner alone, public parts in
/// the store, where they stay for ever.
package struct KeyRing: Sendable {
    private let home: Home
    private let store: Store

    /// The keys of a home.
    package init(home: Home, store: Store) {
        self.home = home
        self.store = store
    }

    /// One key as it stands.
    package struct Entry: Sendable, Hashable {
        package var record: SigningKeyRecord
        /// The file of the private part.
        package var file: String
        /// Whether the private part is there and can sign; why not where it cannot.
        package var problem: String?
    }

    /// Makes the home's first key, unless it has one.
    ///
    /// Returns whether one was made.
    package func makeFirst(at now: Timestamp) throws -> Bool {
        guard try store.signingKeys().isEmpty else { return false }
        _ = try rotate(to: .edDSA, at: now)
        return true
    }

    /// Makes a key that signs from now on; what the ones before have signed stays verifiable.
    ///
    /// The private part is on disk before the store knows of the key.
    package func rotate(to algorithm: SignatureAlgorithm, at now: Timestamp) throws -> SigningKeyRecord {
        let key = try PrivateKey.make(algorithm)
        let record = SigningKeyRecord(
            thumbprint: key.publicKey.thumbprint,
            algorithm: algorithm.rawValue,
            jwk: try CanonicalJSON.text(JSONWebKey(key.publicKey)),
            madeAt: now
        )
        let folder = RawPath(home.keys)
        try DurableFile.write(try key.pem(), to: folder.appending(Self.name(record.thumbprint)), mode: 0o600)
        try DurableFile.syncFolder(folder)
        try store.useSigningKey(record, at: now)
        return record
    }

    /// All keys, the oldest first.
    package func entries() throws -> [Entry] {
        try store.signingKeys().map { record in
            var entry = Entry(record: record, file: file(record.thumbprint))
            do throws(IntakeError) {
                _ = try read(record.thumbprint).publicKey
            } catch {
                entry.problem = error.message
            }
            return entry
        }
    }

    /// Whether certificates can be signed, as a doctor says it.
    package func look() throws -> HomeCheck.Result {
        guard let entry = try entries().last(where: { $0.record.retiredAt == nil }) else {
            let message = "none, so no certificate can be issued; make one with: sonograde keys rotate"
            return HomeCheck.Result(verdict: .remark, subject: "keys", message: message)
        }
        if let problem = entry.problem {
            return HomeCheck.Result(verdict: .bad, subject: "keys", message: "\(entry.file): \(problem)")
        }
        let orphans = try store.certificatesOfWithdrawnKeys().count
        guard orphans == 0 else {
            let message = "certificates are signed with a withdrawn key; do: sonograde certificate sign-again"
            return HomeCheck.Result(verdict: .remark, subject: "keys", message: "\(orphans) \(message)")
        }
        let message = "\(entry.record.algorithm) \(entry.record.thumbprint) signs"
        return HomeCheck.Result(verdict: .good, subject: "keys", message: message)
    }

    /// The thumbprint of the one key that begins so, by 8 letters or more.
    ///
    /// Throws `StoreError` with `notFound` where there is none, and `denied` where there are several.
    package func thumbprint(beginning text: String) throws(StoreError) -> String {
        let found = try store.signingKeys().map(\.thumbprint).filter { $0.hasPrefix(text) }
        guard text.utf8.count >= 8, let only = found.first else {
            let message = "the home has no such key; see: sonograde keys list"
            throw StoreError(code: .notFound, message: message, identity: text)
        }
        guard found.count == 1 else {
            throw StoreError(code: .denied, message: "several keys begin so; write more of it", identity: text)
        }
        return only
    }

    /// Every trusted public part, also of keys that sign no more; not of those that were withdrawn.
    package func publicKeys() throws -> [PublicKey] {
        try store.signingKeys().filter { $0.withdrawal == nil }.map(Self.publicKey)
    }

    /// The public part of a key that the store has.
    static func publicKey(of record: SigningKeyRecord) throws -> PublicKey {
        let key = try CanonicalJSON.value(JSONWebKey.self, from: Array(record.jwk.utf8)).publicKey()
        guard key.thumbprint == record.thumbprint else {
            throw CertificateError(
                code: .key,
                message: "the store's public key is not the one of its name; audit verify says since when",
                identity: record.thumbprint
            )
        }
        return key
    }

    /// Does something with the key that signs.
    ///
    /// Throws `IntakeError` with code `home` where there is none, or its private part cannot be used.
    package func withSigningKey<Value>(_ body: (borrowing PrivateKey) throws -> Value) throws -> Value {
        guard let record = try store.signingKeys().last(where: { $0.retiredAt == nil }) else {
            throw IntakeError(
                code: .home,
                message: "the home has no key to sign with; make one with: sonograde keys rotate"
            )
        }
        let key = try read(record.thumbprint)
        return try body(key)
    }

    /// Reads a private part, which nobody but its owner may be able to read.
    private func read(_ thumbprint: String) throws(IntakeError) -> PrivateKey {
        let path = file(thumbprint)
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard descriptor >= 0 else {
            guard errno == ENOENT else { throw .disk(path, errno) }
            throw IntakeError(
                code: .home,
                message: "the private key is gone; restore it, or make another with: sonograde keys rotate",
                identity: path
            )
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .disk(path, errno) }
        guard status.st_mode & 0o077 == 0 else {
            throw IntakeError(
                code: .home,
                message: "others may read the private key; take that away with: chmod 600",
                identity: path
            )
        }
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw .disk(path, errno) }
        do throws(CertificateError) {
            let key = try PrivateKey.reading(pem: Array(bytes.prefix(count)))
            guard key.publicKey.thumbprint == thumbprint else {
                throw CertificateError(code: .key, message: "the file holds another key than its name says")
            }
            return key
        } catch {
            throw IntakeError(code: .home, message: error.message, identity: path)
        }
    }

    private func file(_ thumbprint: String) -> String { home.keys + "/" + Self.name(thumbprint) }

    private static func name(_ thumbprint: String) -> String { thumbprint + ".pem" }
}
