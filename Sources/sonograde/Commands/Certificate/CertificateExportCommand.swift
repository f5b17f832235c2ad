import ArgumentParser
import CertificateOffice
import Foundation
import Glibc
import Intake
import Reports
import Store

struct CertificateExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write certificates as PDF, PNG, JSON or JWT; many as one ZIP with an index.",
        discussion: """
            A number gives one file; --course, --institution or --technician give a ZIP with index.csv, without revoked and
            replaced ones unless --all. PDF and PNG carry the signed credential, so the files themselves can be verified.
            The same certificate gives the same bytes on one machine. A photograph and the issuer's seal and signature are
            printed only where they are supplied as files (--photo, --photos, certificate.seal, certificate.signature).

            Example:
              sonograde certificate export WJUS-2025-T03A-00042-U
              sonograde certificate export --course T03A --output T03A.zip
              sonograde certificate export --course T03A --photos photos
            """
    )

    @OptionGroup var home: HomeOption
    @Argument(help: "The certificate's number.") var number: String?
    @OptionGroup var chosen: CertificateChoice
    @Option(help: "pdf, png, json or jwt; in a ZIP too.") var format = CertificateForm.pdf.rawValue
    @Option(help: "The file to write, or - for stdout; else one named by number and holder, or by course.")
    var output: String?
    @Flag(help: "Chinese with English below; else Chinese alone.") var bilingual = false
    @Option(help: "The holder's photograph, JPEG or PNG.") var photo: String?
    @Option(help: "A folder with photographs as INSTITUTION/CODE.jpg or .png.") var photos: String?
    @Flag(help: "Also revoked and replaced ones.") var all = false

    func run() throws {
        guard let form = CertificateForm(rawValue: format) else {
            throw Failure(.usage, "--format is \(format); allowed is pdf, png, json or jwt")
        }
        guard (number == nil) != chosen.isEmpty else {
            throw Failure(
                .usage,
                "name one certificate by its number, or many by --course, --institution, --technician"
            )
        }
        guard photo == nil || number != nil, photo == nil || photos == nil else {
            throw Failure(.usage, "--photo goes with one number, --photos with many")
        }
        let opened = try OpenHome.forReading(try home.home())
        let office = CertificateCommand.office(opened)
        let pictures = photo.map(CertificatePhotos.file) ?? photos.map(CertificatePhotos.folder) ?? .none
        let wording = bilingual ? CertificateSheet.Wording.bilingual : .chinese
        if let number {
            try one(number, office, form, wording, pictures)
        } else {
            try many(office, form, wording, pictures)
        }
    }

    private func one(
        _ typed: String,
        _ office: CertificateOffice,
        _ form: CertificateForm,
        _ wording: CertificateSheet.Wording,
        _ photos: CertificatePhotos
    ) throws {
        let number = try CertificateCommand.number(typed)
        guard let record = try office.store.certificate(number: number) else {
            throw Failure(.no, "\(number): no certificate of that number was issued")
        }
        let bytes = try CertificateCommand.asking {
            try office.export(record, as: form, wording: wording, photos: photos)
        }
        try write(bytes, to: output ?? CertificateOffice.fileName(record, form))
        let state = record.state(on: office.today)
        if state != .valid { Terminal.remark("\(number) is \(state.rawValue)") }
    }

    private func many(
        _ office: CertificateOffice,
        _ form: CertificateForm,
        _ wording: CertificateSheet.Wording,
        _ photos: CertificatePhotos
    ) throws {
        let records = try chosen.records(office.store).filter { all || $0.revokedAt == nil }
        guard !records.isEmpty else { throw Failure(.no, "there is no such certificate") }
        let bytes = try CertificateCommand.asking {
            try office.archive(records, as: form, wording: wording, photos: photos)
        }
        let name = [chosen.course, chosen.institution, chosen.technician].compactMap(\.self).joined(separator: "_")
        try write(bytes, to: output ?? FileName.safe(name) + ".zip")
        Terminal.remark("\(String.counted(records.count, "certificate")) and index.csv")
    }

    private func write(_ bytes: [UInt8], to file: String) throws {
        guard file != "-" else { return Terminal.write(bytes) }
        let path = file.hasPrefix("/") ? file : FileManager.default.currentDirectoryPath + "/" + file
        var status = stat()
        if stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
            guard status.st_mode & S_IFMT != S_IFDIR else {
                throw Failure(.usage, "\(file) is a folder; name a file in it")
            }
            // A pipe or a device is written into; only a file is replaced.
            return try Self.write(bytes, into: path)
        }
        try DurableFile.write(bytes, to: RawPath(path), mode: 0o644)
        Terminal.line(file)
    }

    private static func write(_ bytes: [UInt8], into path: String) throws(Failure) {
        do {
            guard let handle = FileHandle(forWritingAtPath: path) else {
                throw Failure(.diskOrStore, "it cannot be opened")
            }
            try handle.write(contentsOf: bytes)
            try handle.close()
        } catch {
            throw Failure(.diskOrStore, "\(path) could not be written")
        }
    }
}
