import Imaging
import Testing

/// Fans whose lower part is as black as the screen.
struct RoomBelowTests {
    /// A fan on a screen of 1024 × 768, drawn down to a share of its depth.
    private func conditions(
        _ fan: DrawnFan,
        share: Double,
        obstacle: Bool = false,
        moved: Double = 0
    ) -> Set<Condition> {
        var screen = DrawnScreen(width: 1024, height: 768)
        let depth = fan.inner + share * (fan.outer - fan.inner)
        screen.fill { x, y in
            let (dx, dy) = (x - fan.apexX, y - moved - fan.apexY)
            return fan.contains(x, y - moved) && (dx * dx + dy * dy).squareRoot() < depth
        }
        if obstacle {
            let end = Int(fan.apexY + depth + moved) + 30
            screen.block(x: 200, y: end, width: 600, height: 40, grey: 60)
        }
        return ScanAreaFinder.find(in: screen.image).conditions
    }

    /// A convex probe's fan that fills the height of the screen.
    private let fan = DrawnFan(
        name: "abdominal convex",
        apexY: -110,
        inner: 150,
        outer: 840,
        halfOpening: 32,
        shape: .convex
    )

    @Test("A fan that stops half-way down a screen with nothing below it is not graded as if it were whole")
    func halfWay() {
        #expect(conditions(fan, share: 1).isEmpty)
        #expect(conditions(fan, share: 0.6) == [.geometryUncertain])
        #expect(conditions(fan, share: 0.45) == [.geometryUncertain])
    }

    @Test("A fan of that size is sure where a panel stands below it, and where it lies in the middle of its screen")
    func smallFan() {
        #expect(conditions(fan, share: 0.6, obstacle: true).isEmpty)
        #expect(conditions(fan, share: 0.6, moved: 130).isEmpty)
    }

    @Test("A tiny bit of a picture is no scan area")
    func bit() {
        let small = DrawnFan(name: "", apexX: 700, apexY: 350, inner: 40, outer: 95, halfOpening: 35, shape: .convex)
        #expect(conditions(small, share: 1) != [])
    }
}
