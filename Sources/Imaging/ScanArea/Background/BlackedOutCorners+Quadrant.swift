extension BlackedOutCorners {
    /// All that lies to one side of a column and of a row.
    package struct Quadrant {
        var x: Double
        var y: Double
        var isRight: Bool
        var isBelow: Bool

        /// A quadrant.
        ///
        /// - Parameters:
        ///   - x: The column at which it begins.
        ///   - y: The row at which it begins.
        ///   - isRight: Whether it lies right of the column.
        ///   - isBelow: Whether it lies below the row.
        package init(x: Double, y: Double, isRight: Bool, isBelow: Bool) {
            self.x = x
            self.y = y
            self.isRight = isRight
            self.isBelow = isBelow
        }

        /// The same in pixels.
        func scaled(by picture: ReducedPicture) -> Quadrant {
            Quadrant(x: picture.pixels(x), y: picture.pixels(y), isRight: isRight, isBelow: isBelow)
        }

        /// The same elsewhere.
        func moved(x: Double, y: Double) -> Quadrant {
            Quadrant(x: self.x + x, y: self.y + y, isRight: isRight, isBelow: isBelow)
        }

        /// Whether a point lies in it.
        func contains(_ pointX: Double, _ pointY: Double) -> Bool {
            (isRight ? pointX > x : pointX < x) && (isBelow ? pointY > y : pointY < y)
        }

        /// A polygon without what lies in the quadrant; unchanged where that would not cut off one corner.
        package func cut(from corners: [PixelPoint]) -> [PixelPoint] {
            var result: [PixelPoint] = []
            var entries: [PixelPoint] = []
            var exits: [PixelPoint] = []
            for index in corners.indices {
                let start = corners[index]
                let end = corners[(index + 1) % corners.count]
                // The part of the edge in the quadrant.
                var first = 0.0
                var last = 1.0
                for (here, there) in [
                    (isRight ? start.x - x : x - start.x, isRight ? end.x - x : x - end.x),
                    (isBelow ? start.y - y : y - start.y, isBelow ? end.y - y : y - end.y),
                ] {
                    if here <= 0, there <= 0 {
                        last = -1
                    } else if here <= 0 {
                        first = max(first, here / (here - there))
                    } else if there <= 0 {
                        last = min(last, here / (here - there))
                    }
                }
                guard first < last else {
                    result.append(start)
                    continue
                }
                if first > 0 {
                    result.append(start)
                    entries.append(start.interpolated(to: end, at: first))
                    result.append(entries[entries.count - 1])
                }
                if last < 1 {
                    exits.append(start.interpolated(to: end, at: last))
                    result += [PixelPoint(x: x, y: y), exits[exits.count - 1]]
                }
            }
            guard entries.count == 1, exits.count == 1 else { return corners }
            // One on the column and the other on the row, or the corner is not in the polygon.
            let isEntryOnColumn = abs(entries[0].x - x) < abs(entries[0].y - y)
            let isExitOnColumn = abs(exits[0].x - x) < abs(exits[0].y - y)
            return isEntryOnColumn != isExitOnColumn ? result : corners
        }
    }
}
