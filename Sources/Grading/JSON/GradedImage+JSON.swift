internal import Imaging

/// The grade's own writer: the bytes that its `Codable` conformance gives, several times sooner.
///
/// The tests hold both against each other; a new key goes into both, here at its place in the order of the bytes.
extension GradedImage {
    /// Writes the object.
    func write(to json: inout JSONText) throws(EncodingError) {
        try json.object { json throws(EncodingError) in
            if let baseline {
                json.key("baseline")
                try baseline.write(to: &json)
            }
            if let error {
                json.key("error")
                json.object { json in
                    json.key("code")
                    json.write(error.code.rawValue)
                    json.key("message")
                    json.write(error.message)
                }
            }
            json.key("findings")
            try json.array(findings) { json, finding throws(EncodingError) in try finding.write(to: &json) }
            if let image {
                json.key("image")
                image.write(to: &json)
            }
            if let items {
                json.key("items")
                try json.array(items) { json, item throws(EncodingError) in try item.write(to: &json) }
            }
            json.write(level?.rawValue, of: "level")
            if let marks {
                json.key("marks")
                try json.array(marks) { json, mark throws(EncodingError) in
                    try json.object { json throws(EncodingError) in
                        json.key("metric")
                        json.write(mark.metric)
                        json.key("outline")
                        try json.write(mark.outline)
                    }
                }
            }
            if let metrics {
                json.key("metrics")
                try json.object { json throws(EncodingError) in
                    for (id, value) in metrics.sorted(by: { $0.key < $1.key }) {
                        json.key(id)
                        try json.write(value)
                    }
                }
            }
            if let outline {
                json.key("outline")
                try json.write(outline)
            }
            try writeRest(to: &json)
        }
    }

    /// Keys from `path` on.
    private func writeRest(to json: inout JSONText) throws(EncodingError) {
        json.write(path, of: "path")
        json.write(pathRaw, of: "path_raw")
        json.write(program, of: "program")
        if let rubric {
            json.key("rubric")
            json.object { json in
                json.write(rubric.id, of: "id")
                json.write(rubric.sha256, of: "sha256")
                json.write(rubric.version, of: "version")
            }
        }
        if let scanArea {
            json.key("scan_area")
            try scanArea.write(to: &json)
        }
        json.write(schema, of: "schema")
        try json.write(score, of: "score")
        json.write(section, of: "section")
        json.write(sha256, of: "sha256")
        json.write(status.rawValue, of: "status")
        json.key("triage")
        try json.object { json throws(EncodingError) in
            try json.write(triage.inclusionProbability, of: "inclusion_probability")
            json.key("reasons")
            json.array(triage.reasons) { json, reason in json.write(reason) }
            json.write(triage.route.rawValue, of: "route")
        }
    }
}

extension JSONText {
    /// A key with its text; nothing where there is none.
    fileprivate mutating func write(_ text: String?, of name: StaticString) {
        guard let text else { return }
        key(name)
        write(text)
    }

    /// A key with its number; nothing where there is none.
    fileprivate mutating func write(_ number: Double?, of name: StaticString) throws(EncodingError) {
        guard let number else { return }
        key(name)
        try write(number)
    }

    /// Points as `[x, y]`, rounded to 0.1 pixel.
    fileprivate mutating func write(_ outline: [PixelPoint]) throws(EncodingError) {
        try array(outline) { json, point throws(EncodingError) in
            try json.array([point.x, point.y]) { json, value throws(EncodingError) in
                try json.write((value * 10).rounded() / 10)
            }
        }
    }
}

extension ImageFacts {
    fileprivate func write(to json: inout JSONText) {
        json.object { json in
            json.write(format.rawValue, of: "format")
            json.key("frames")
            json.write(frames)
            json.key("height")
            json.write(height)
            if let jpegQuality {
                json.key("jpeg_quality")
                json.write(jpegQuality)
            }
            json.key("notes")
            json.array(notes) { json, note in json.write(note) }
            json.key("width")
            json.write(width)
        }
    }
}

extension ScanAreaSummary {
    fileprivate func write(to json: inout JSONText) throws(EncodingError) {
        try json.object { json throws(EncodingError) in
            json.key("box")
            json.array([box.x, box.y, box.width, box.height]) { json, number in json.write(number) }
            try json.write(confidence, of: "confidence")
            json.write(shape.rawValue, of: "shape")
        }
    }
}

extension ItemScore {
    fileprivate func write(to json: inout JSONText) throws(EncodingError) {
        try json.object { json throws(EncodingError) in
            json.write(id, of: "id")
            try json.write(score, of: "score")
            try json.write(weight, of: "weight")
        }
    }
}

extension Finding {
    fileprivate func write(to json: inout JSONText) throws(EncodingError) {
        try json.object { json throws(EncodingError) in
            json.write(advice, of: "advice")
            json.write(code, of: "code")
            try json.write(deduction, of: "deduction")
            try json.write(limit, of: "limit")
            switch limitOrigin {
            case .absolute: json.write("absolute", of: "limit_origin")
            case .baseline(let snapshot): json.write("baseline:\(snapshot)", of: "limit_origin")
            case nil: break
            }
            json.write(metric, of: "metric")
            json.write(severity.rawValue, of: "severity")
            try json.write(target, of: "target")
            try json.write(value, of: "value")
        }
    }
}

extension Baseline {
    fileprivate func write(to json: inout JSONText) throws(EncodingError) {
        try json.object { json throws(EncodingError) in
            json.key("metrics")
            try json.object { json throws(EncodingError) in
                for (id, usual) in metrics.sorted(by: { $0.key < $1.key }) {
                    json.key(id)
                    try json.object { json throws(EncodingError) in
                        json.key("images")
                        json.write(usual.images)
                        try json.write(usual.mad, of: "mad")
                        try json.write(usual.median, of: "median")
                    }
                }
            }
            json.write(snapshot, of: "snapshot")
        }
    }
}
