import ArgumentParser
import Foundation
import Imaging
import Intake

/// Where the picture goes.
struct PictureOption: ParsableArguments {
    @Option(
        name: .customLong("picture"),
        help: ArgumentHelp("Write the blind picture to this file, as PNG.", valueName: "file")
    )
    var file: String?

    /// Widest and highest picture that is written: nobody's original is larger in practice, and none is enlarged.
    static let side = 4096

    /// Writes what `make` gives, where a file was asked for.
    ///
    /// - Returns: whether the picture is withheld because it is not sure where in it the ultrasound is; nil without a
    ///   file.
    func write(_ make: () throws -> BlindPicture) throws -> Bool? {
        guard let file else { return nil }
        let (png, isWithheld): ([UInt8], Bool)
        do {
            let picture = try make()
            isWithheld = picture.isWithheld
            // Black rather than nothing: what lies there from the image before must not be taken for this one.
            png = isWithheld ? try PNGEncoder.encode(rgb: Self.black, width: 64, height: 48) : try picture.png()
        } catch let error as ImagingError {
            throw Failure(.no, "the picture cannot be shown: \(error.message)")
        }
        do {
            try Data(png).write(to: URL(fileURLWithPath: file), options: .atomic)
        } catch {
            throw Failure(.diskOrStore, "\(file) could not be written: \(IntakeError.words(of: error))")
        }
        if isWithheld {
            Terminal.remark(
                "\(file) is black: it is not sure where the ultrasound is; --unblind shows the whole picture"
            )
        }
        return isWithheld
    }

    private static let black = [UInt8](repeating: 0, count: 64 * 48 * 3)
}
