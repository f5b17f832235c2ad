/// A rendered recipe: pixels, and the truth about where the scan lies in them.
package struct PhantomPicture: Sendable {
    /// Columns.
    package let width: Int
    /// Rows.
    package let height: Int
    /// The grey picture; of a colour picture the green channel.
    package let grey: GreyPlane
    /// Interleaved R, G, B, nil when no pixel carries colour.
    package let rgb: [UInt8]?
    /// Outline of the scan in the contract's words; `full_frame` when it reaches all edges.
    package let shape: ScanArea.Shape
    /// Where the scan lies and how its lines run.
    package let layout: ScanLayout
    /// Grey along the scan lines before scan conversion: `beamDepths` rows × `beamLines` columns, row 0 at the face.
    package let beam: [Float]
    /// Samples along a line.
    package let beamDepths: Int
    /// Scan lines.
    package let beamLines: Int
}

extension PhantomRecipe {
    /// Renders the pixels.
    ///
    /// Way: anatomy → `TissueMap` → `SpecklePhantom` (levels) → `BeamImage` (grey) → scan conversion → chrome → faults
    /// of the finished picture.
    package func render() throws(SimulationError) -> PhantomPicture {
        try validate()
        let layout = scanLayout()
        let probe = probe ?? anatomy.usualProbe
        let depths = sampleCount(of: layout)
        let lines = probe.lines
        let person = anatomy.anatomy.varied(seed: seed, depth: depth ?? anatomy.usualDepth, mirrored: mirrored)
        let map = TissueMap(
            anatomy: person,
            layout: layout,
            depths: depths,
            lines: lines,
            anatomyDepth: faults.contains { $0.kind == .wastedDepth && $0.strength > 0 }
                ? depth ?? anatomy.usualDepth : .infinity,
            seed: seed
        )
        var receiver = settings
        receiver.noiseRise = ImageFault.noiseRise(
            settings.noiseRise,
            deepening: layout.depth / (depth ?? anatomy.usualDepth)
        )
        let phantom = SpecklePhantom(
            map: map,
            settings: receiver,
            coupling: Coupling(lines: lines, faults: faults),
            seed: seed
        )
        let beam = BeamImage(
            phantom,
            dynamicRange: ImageFault.dynamicRange(settings.dynamicRange, after: faults),
            gain: ImageFault.gainCurve(of: faults, depths: depths)
        )

        var canvas = Canvas(width: width, height: height, background: chrome.style.background)
        let box = chrome.colourBox ? ColourBox(fromLine: 0.22, toLine: 0.8, fromDepth: 0.25, toDepth: 0.75) : nil
        canvas.draw(beam, layout: layout, colourBox: box, seed: seed)
        ScannerChrome(recipe: self, layout: layout, measurement: person.measurement).draw(on: &canvas, colourBox: box)
        return spoiled(canvas, layout: layout, probe: probe, beam: beam)
    }

    /// Outline of the scan, in pixels of the rendered picture.
    package var scanOutline: [PixelPoint] { scanLayout().geometry.polygon(lines: 0...1, depths: 0...1) }

    private func scanLayout() -> ScanLayout {
        let setting = ImageFault.depthSetting(needed: depth ?? anatomy.usualDepth, after: faults)
        let probe = probe ?? anatomy.usualProbe
        let (wide, high) = (Double(width), Double(height))
        if chrome.style == .cropped {
            return ScanLayout(probe: probe, depth: setting, coveringWidth: wide, height: high)
        }
        let margins = chrome.style.margins
        return ScanLayout(
            probe: probe,
            depth: setting,
            left: (margins.left * wide).rounded(),
            top: (margins.top * high).rounded(),
            width: (wide * (1 - margins.left - margins.right)).rounded(),
            height: (high * (1 - margins.top - margins.bottom)).rounded()
        )
    }

    /// One sample a pixel along the middle line.
    private func sampleCount(of layout: ScanLayout) -> Int {
        max(128, min(1024, Int((layout.depth * layout.pixelsPerCentimetre).rounded())))
    }

    private func spoiled(_ canvas: Canvas, layout: ScanLayout, probe: ProbeShape, beam: BeamImage) -> PhantomPicture {
        let shape: ScanArea.Shape = chrome.style == .cropped ? .fullFrame : probe.outline
        var grey = canvas.greyPlane
        var rgb: [UInt8]?
        if canvas.isGrey {
            grey = ImageFault.spoil(grey, with: faults, seed: seed)
        } else {
            let channels = (0..<3).map { channel in
                ImageFault.spoil(canvas.plane(ofChannel: channel), with: faults, seed: seed &+ UInt64(channel))
            }
            grey = channels[1]
            var interleaved = [UInt8](repeating: 0, count: width * height * 3)
            for (channel, plane) in channels.enumerated() {
                for (index, sample) in plane.pixels.enumerated() { interleaved[index * 3 + channel] = sample }
            }
            rgb = interleaved
        }
        return PhantomPicture(
            width: width,
            height: height,
            grey: grey,
            rgb: rgb,
            shape: shape,
            layout: layout,
            beam: beam.grey,
            beamDepths: beam.depths,
            beamLines: beam.lines
        )
    }
}
