/// A picture that was changed as a whole, and where its pixels have gone.
package struct ChangedPicture: Sendable {
    /// The changed picture.
    package let image: UltrasoundImage
    /// Where a point of the picture lies in the changed one.
    package let place: PictureMapping

    /// Joins the parts.
    init(_ image: UltrasoundImage, place: PictureMapping = PictureMapping()) {
        self.image = image
        self.place = place
    }
}

/// Where a picture lies in another one: each way stretched and moved by itself.
package struct PictureMapping: Sendable, Equatable {
    /// Where the middle of the first pixel lies, in pixels of the other picture.
    var left = 0.0
    var top = 0.0
    /// Pixels of the other picture to one of the picture, rightwards and downwards; −1 where it is mirrored.
    package var across = 1.0
    package var down = 1.0

    /// Where a point lies.
    package func of(_ point: PixelPoint) -> PixelPoint {
        PixelPoint(x: left + across * point.x, y: top + down * point.y)
    }
}
