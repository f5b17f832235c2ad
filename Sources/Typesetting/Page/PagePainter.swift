internal import CPangoCairo

/// Draws marks with cairo and remembers which fonts it took letters from.
struct PagePainter: ~Copyable {
    private let context: OpaquePointer
    private(set) var fonts: Set<FontRecord> = []

    init(surface: OpaquePointer?) throws(TypesettingError) {
        guard let surface, cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let context = cairo_create(surface)
        else { throw TypesettingError(message: "the page could not be drawn: cairo has no memory") }
        self.context = context
    }

    deinit { cairo_destroy(context) }

    /// White all over.
    func clear() {
        cairo_set_source_rgb(context, 1, 1, 1)
        cairo_paint(context)
    }

    /// Makes a point as many pixels.
    func scale(by factor: Double) { cairo_scale(context, factor, factor) }

    /// Ends the page; the next one begins.
    func showPage() { cairo_show_page(context) }

    /// Draws all marks in their order.
    mutating func paint(_ page: Page) throws(TypesettingError) {
        for mark in page.marks { try paint(mark) }
    }

    private mutating func paint(_ mark: PageMark) throws(TypesettingError) {
        switch mark {
        case .text(let text, let place): try paint(text) { _ in place }
        case .words(let text, let place, let anchor):
            try paint(text) { extent in
                let shift =
                    switch anchor {
                    case .start: 0.0
                    case .middle: extent.width / 2
                    case .end: extent.width
                    }
                return PagePoint(place.x - shift, place.y - extent.baseline)
            }
        case .polyline(let points, let stroke):
            path(points)
            outline(stroke)
        case .polygon(let points, let fill, let stroke):
            path(points)
            cairo_close_path(context)
            close(fill, stroke)
        case .rectangle(let box, let radius, let fill, let stroke):
            path(box, radius: radius)
            close(fill, stroke)
        case .circle(let centre, let radius, let fill, let stroke):
            cairo_new_path(context)
            cairo_arc(context, centre.x, centre.y, max(0, radius), 0, 2 * .pi)
            cairo_close_path(context)
            close(fill, stroke)
        case .picture(let picture, let box, let darkens): try paint(picture, in: box, darkens: darkens)
        case .symbol(let symbol, let box): paint(symbol, in: box)
        }
    }

    // MARK: - Words

    private mutating func paint(
        _ text: PageText,
        at place: (PageText.Extent) -> PagePoint
    ) throws(TypesettingError) {
        let layout = try TextLayout(text, for: context)
        let corner = place(layout.extent)
        set(text.colour)
        cairo_move_to(context, corner.x, corner.y)
        pango_cairo_show_layout(context, layout.pango)
        cairo_new_path(context)
        fonts.formUnion(layout.fonts)
    }

    // MARK: - Lines and areas

    private func set(_ colour: PageColour) {
        cairo_set_source_rgb(context, Double(colour.red) / 255, Double(colour.green) / 255, Double(colour.blue) / 255)
    }

    private func path(_ points: [PagePoint]) {
        cairo_new_path(context)
        for point in points { cairo_line_to(context, point.x, point.y) }
    }

    private func path(_ box: PageBox, radius: Double) {
        cairo_new_path(context)
        let (width, height) = (max(0, box.width), max(0, box.height))
        let radius = min(radius, width / 2, height / 2)
        guard radius > 0 else { return cairo_rectangle(context, box.x, box.y, width, height) }
        let (right, bottom) = (box.x + width, box.y + height)
        cairo_arc(context, right - radius, box.y + radius, radius, -.pi / 2, 0)
        cairo_arc(context, right - radius, bottom - radius, radius, 0, .pi / 2)
        cairo_arc(context, box.x + radius, bottom - radius, radius, .pi / 2, .pi)
        cairo_arc(context, box.x + radius, box.y + radius, radius, .pi, 1.5 * .pi)
        cairo_close_path(context)
    }

    private func close(_ fill: PageColour?, _ stroke: PageStroke?) {
        if let fill {
            set(fill)
            cairo_fill_preserve(context)
        }
        if let stroke { outline(stroke) } else { cairo_new_path(context) }
    }

    private func outline(_ stroke: PageStroke) {
        set(stroke.colour)
        cairo_set_line_width(context, max(0, stroke.width))
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        // cairo refuses a pattern of nothing but zeros and would draw no more.
        let dash = stroke.dash.allSatisfy({ $0 >= 0 }) && stroke.dash.contains { $0 > 0 } ? stroke.dash : []
        cairo_set_dash(context, dash, Int32(dash.count), 0)
        cairo_stroke(context)
    }

    // MARK: - Pictures

    private func paint(_ picture: PagePicture, in box: PageBox, darkens: Bool) throws(TypesettingError) {
        let scale = min(box.width / Double(picture.width), box.height / Double(picture.height))
        guard scale.isFinite, scale > 0 else { return }
        let image = try picture.surface()
        defer { cairo_surface_destroy(image) }
        cairo_save(context)
        let (width, height) = (Double(picture.width) * scale, Double(picture.height) * scale)
        cairo_translate(context, box.x + (box.width - width) / 2, box.y + (box.height - height) / 2)
        cairo_scale(context, scale, scale)
        cairo_set_operator(context, darkens ? CAIRO_OPERATOR_MULTIPLY : CAIRO_OPERATOR_OVER)
        cairo_set_source_surface(context, image, 0, 0)
        cairo_pattern_set_filter(cairo_get_source(context), CAIRO_FILTER_GOOD)
        cairo_rectangle(context, 0, 0, Double(picture.width), Double(picture.height))
        cairo_fill(context)
        cairo_restore(context)
    }

    private func paint(_ symbol: QRSymbol, in box: PageBox) {
        let modules = symbol.side + 2 * QRSymbol.quietZone
        let module = min(box.width, box.height) / Double(modules)
        cairo_save(context)
        path(box, radius: 0)
        set(.white)
        cairo_fill(context)
        cairo_translate(
            context,
            box.x + (box.width - module * Double(modules)) / 2 + module * Double(QRSymbol.quietZone),
            box.y + (box.height - module * Double(modules)) / 2 + module * Double(QRSymbol.quietZone)
        )
        cairo_scale(context, module, module)
        for row in 0..<symbol.side {
            for run in symbol.darkRuns(row: row) {
                cairo_rectangle(context, Double(run.lowerBound), Double(row), Double(run.count), 1)
            }
        }
        // One path without softened edges: no light seams between the rows.
        cairo_set_antialias(context, CAIRO_ANTIALIAS_NONE)
        set(.black)
        cairo_fill(context)
        cairo_restore(context)
    }
}

extension PagePicture {
    /// cairo's own copy of the pixels, with the JPEG for a PDF; the caller destroys it.
    fileprivate func surface() throws(TypesettingError) -> OpaquePointer? {
        let noMemory = TypesettingError(message: "the picture could not be drawn: cairo has no memory")
        guard let surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)),
            cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS, let data = cairo_image_surface_get_data(surface)
        else { throw noMemory }
        let stride = Int(cairo_image_surface_get_stride(surface))
        pixels.withUnsafeBytes { pixels in
            for row in 0..<height {
                let source = UnsafeRawBufferPointer(rebasing: pixels[row * width * 4..<(row + 1) * width * 4])
                UnsafeMutableRawBufferPointer(start: data + row * stride, count: width * 4).copyMemory(from: source)
            }
        }
        cairo_surface_mark_dirty(surface)
        guard !jpeg.isEmpty else { return surface }
        // cairo keeps the bytes as long as the surface, which a PDF does until it is finished.
        let kept = UnsafeMutablePointer<UInt8>.allocate(capacity: jpeg.count)
        kept.initialize(from: jpeg, count: jpeg.count)
        let status = cairo_surface_set_mime_data(
            surface,
            CAIRO_MIME_TYPE_JPEG,
            kept,
            UInt(jpeg.count),
            { $0?.deallocate() },
            kept
        )
        if status != CAIRO_STATUS_SUCCESS {
            kept.deallocate()
            cairo_surface_destroy(surface)
            throw noMemory
        }
        return surface
    }
}
