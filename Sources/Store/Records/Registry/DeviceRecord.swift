/// An ultrasound machine of an institution.
package struct DeviceRecord: RegistryEntry {
    /// The institution's code.
    package var institution: String
    /// As clinics write it into `exam.json`.
    package var code: String
    package var maker: String?
    package var model: String?
    package var serial: String?
    /// First day in use, `yyyy-MM-dd`.
    package var inUseFrom: String?
    /// Day of the last metrology (计量检定), `yyyy-MM-dd`.
    package var metrologyOn: String?
    /// Day of the last inspection of image quality (图像质量检测), `yyyy-MM-dd`.
    package var inspectedOn: String?
    package var addedAt = Timestamp(milliseconds: 0)
    package var retiredAt: Timestamp?

    /// A device; `addedAt` and `retiredAt` are the store's to say.
    package init(
        institution: String,
        code: String,
        maker: String? = nil,
        model: String? = nil,
        serial: String? = nil,
        inUseFrom: String? = nil,
        metrologyOn: String? = nil,
        inspectedOn: String? = nil
    ) {
        self.institution = institution
        self.code = code
        self.maker = maker
        self.model = model
        self.serial = serial
        self.inUseFrom = inUseFrom
        self.metrologyOn = metrologyOn
        self.inspectedOn = inspectedOn
    }

    package init(reference: RegistryReference) {
        self.init(institution: reference.institution ?? "", code: reference.code)
    }

    package static var kind: RegistryKind { .device }
    package var reference: RegistryReference { RegistryReference(institution: institution, code: code) }

    package static var fields: [RegistryField<DeviceRecord>] {
        [
            .words("maker", "厂家", "maker", \.maker),
            .words("model", "型号", "model", \.model),
            .words("serial", "序列号", "serial number", \.serial),
            .day("in_use_from", "启用日期", "in use from", \.inUseFrom),
            .day("metrology_on", "计量检定日期", "metrology on", \.metrologyOn),
            .day("inspected_on", "图像质量检测日期", "inspected on", \.inspectedOn),
        ]
    }
}
