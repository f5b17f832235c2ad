import Foundation
import GRDB
import Grading
package import Imaging

/// One transducer of an institution, as far as its pictures tell it.
package struct TransducerKey: Sendable, Hashable {
    package var institution: FileName
    package var device: String
    /// '' where the clinic states none.
    package var transducer: String
    /// The shape of its pictures: transducers that nobody names are told apart by it.
    package var shape: String

    /// A transducer.
    package init(institution: FileName, device: String, transducer: String, shape: String) {
        self.institution = institution
        self.device = device
        self.transducer = transducer
        self.shape = shape
    }
}

/// What a transducer's stack of near profiles says.
package struct TransducerState: Sendable, Equatable {
    package var key: TransducerKey
    /// Profiles in the stack.
    package var images: Int
    /// Dark lines; nil where the stack is too small to tell.
    package var dips: [DeadElements.Dip]?
}

/// Keeps the ring of near profiles, within one transaction.
struct NearProfileWriter {
    let database: Database

    /// Adds an ordinary picture's profile and lets the oldest of its transducer go.
    ///
    /// Pictures with a grave finding by a written limit are left out; a device that is not named has no stack.
    func add(_ profile: NearProfile?, of image: Int64, grade: GradedImage, exam: ExamRecord, institution: Int64) throws
    {
        guard let profile, grade.status == .graded, let shape = grade.scanArea?.shape.rawValue,
            let device = exam.metadata.device, !device.isEmpty,
            !grade.findings.contains(where: { Finding.isObjection($0.severity, by: $0.limitOrigin) })
        else { return }
        let transducer = exam.metadata.transducer ?? ""
        let text = Data(profile.hundredths).base64EncodedString()
        try database.run(NearProfileSQL.add, image, institution, device, transducer, shape, text)
        try database.run(NearProfileSQL.trim, institution, device, transducer, shape, DeadElements.stackSize)
    }
}
