/// Dead elements of one transducer, seen in the stack of its own ordinary images.
///
/// A matter for whoever keeps the device; it counts for no technician and no image.
package struct DeviceDropout: Sendable, Codable, Equatable {
    /// Neighbouring scan lines that stay dark.
    package struct Lines: Sendable, Codable, Equatable {
        /// First scan line of 256, 0 at the picture's left.
        package var first: Int
        /// Last scan line.
        package var last: Int
        /// Share of the neighbours' brightness that the worst of them lacks, 0–1, rounded to 0.01.
        package var depth: Double

        /// Neighbouring dark lines.
        package init(first: Int, last: Int, depth: Double) {
            self.first = first
            self.last = last
            self.depth = (depth * 100).rounded() / 100
        }
    }

    /// The finding's code.
    package var code = "DEVICE_DROPOUT"
    package var institution: String
    package var device: String
    /// nil where the clinic states none.
    package var transducer: String?
    /// The shape of its pictures.
    package var shape: String
    /// Images in the stack.
    package var images: Int
    /// Left to right; at least one.
    package var lines: [Lines]

    /// One transducer's finding.
    package init(
        institution: String,
        device: String,
        transducer: String?,
        shape: String,
        images: Int,
        lines: [Lines]
    ) {
        self.institution = institution
        self.device = device
        self.transducer = transducer
        self.shape = shape
        self.images = images
        self.lines = lines
    }

    /// The finding without a word of whose device it is, for whoever may not know.
    package var nameless: DeviceDropout {
        var nameless = self
        (nameless.institution, nameless.device, nameless.transducer) = ("", "", nil)
        return nameless
    }

    /// Device and transducer in one word.
    package var name: String { transducer.map { "\(device) / \($0)" } ?? device }

    /// The lines as people write them: `60–62, 180`.
    package var linesText: String {
        lines.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }.joined(separator: ", ")
    }
}
