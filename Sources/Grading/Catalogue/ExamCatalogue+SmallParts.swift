extension ExamCatalogue {
    /// Thyroid, nodes, parathyroid and salivary glands (domain reference §2.6).
    static let neck: [Section] =
        pair("thy.#.tr.mid", "甲状腺#叶横切（中部）", "Thyroid lobe transverse, middle, #", ["#叶横切", "#叶横切中部"])
        + pair("thy.#.tr.sup", "甲状腺#叶横切上部", "Thyroid lobe transverse, upper, #", ["#叶横切上部"])
        + pair("thy.#.tr.inf", "甲状腺#叶横切下部", "Thyroid lobe transverse, lower, #", ["#叶横切下部"])
        + pair("thy.#.long", "甲状腺#叶纵切", "Thyroid lobe longitudinal, #", ["#叶纵切"])
        + pair("thy.#.cfm", "甲状腺#叶彩色血流", "Thyroid lobe colour flow, #", ["#叶血流", "#叶彩色血流"])
        + [
            one("thy.isthmus.tr", "峡部横切", "Isthmus transverse", ["甲状腺峡部", "峡部"]),
            one("thy.nodule.long", "甲状腺结节纵切", "Thyroid nodule longitudinal", ["结节纵切"]),
            one("thy.nodule.tr", "甲状腺结节横切", "Thyroid nodule transverse", ["结节横切"]),
            one("thy.nodule.cfm", "甲状腺结节血流", "Thyroid nodule colour flow", ["结节血流"]),
        ]
        + pair("neck.ln.#", "#侧颈部淋巴结", "Cervical lymph nodes, #", ["#颈部淋巴结"])
        + [one("parathyroid", "甲状旁腺", "Parathyroid")]
        + pair("salivary.par.#", "#腮腺", "Parotid gland, #")
        + pair("salivary.sub.#", "#颌下腺", "Submandibular gland, #")

    /// Breast (domain reference §2.7).
    static let breast: [Section] =
        pair("breast.#.uo", "#乳外上象限", "Breast upper outer quadrant, #")
        + pair("breast.#.ui", "#乳内上象限", "Breast upper inner quadrant, #")
        + pair("breast.#.lo", "#乳外下象限", "Breast lower outer quadrant, #")
        + pair("breast.#.li", "#乳内下象限", "Breast lower inner quadrant, #")
        + pair("breast.#.areola", "#乳乳晕后", "Breast retro-areolar, #", ["#乳晕后"])
        + pair("breast.#.axilla", "#腋窝", "Axilla, #")
        + [
            one("breast.lesion.long", "乳腺病灶长轴", "Breast lesion long axis", ["病灶长轴"]),
            one("breast.lesion.tr", "乳腺病灶短轴", "Breast lesion short axis", ["病灶短轴"]),
            one("breast.lesion.cfm", "乳腺病灶血流", "Breast lesion colour flow", ["病灶血流"]),
        ]

    /// Carotid and vertebral arteries, limb veins (domain reference §2.8).
    static let vessels: [Section] =
        pair("car.#.cca.long", "#颈总动脉长轴", "Common carotid long axis, #", ["#颈总动脉"])
        + pair("car.#.cca.tr", "#颈总动脉短轴", "Common carotid transverse, #", ["#颈总动脉横切"])
        + pair("car.#.bulb.long", "#颈动脉分叉", "Carotid bifurcation, #")
        + pair("car.#.ica.long", "#颈内动脉长轴", "Internal carotid long axis, #", ["#颈内动脉"])
        + pair("car.#.eca.long", "#颈外动脉长轴", "External carotid long axis, #", ["#颈外动脉"])
        + pair("car.#.va.long", "#椎动脉长轴", "Vertebral artery long axis, #", ["#椎动脉"])
        + pair("car.#.sca", "#锁骨下动脉", "Subclavian artery, #")
        + pair("car.#.cca.pw", "#颈总动脉频谱", "Common carotid spectral Doppler, #")
        + pair("car.#.ica.pw", "#颈内动脉频谱", "Internal carotid spectral Doppler, #")
        + pair("car.#.va.pw", "#椎动脉频谱", "Vertebral artery spectral Doppler, #")
        + pair("car.#.plaque.long", "#颈动脉斑块长轴", "Carotid plaque long axis, #")
        + pair("car.#.plaque.tr", "#颈动脉斑块短轴", "Carotid plaque transverse, #")
        + veins

    private static let veins: [Section] = [
        ("cfv", "股总静脉", "Common femoral vein"), ("fv", "股静脉", "Femoral vein"),
        ("pop", "腘静脉", "Popliteal vein"), ("ptv", "胫后静脉", "Posterior tibial vein"),
        ("gsv", "大隐静脉", "Great saphenous vein"),
    ].flatMap { vessel, zh, en in
        [
            ("tr", "短轴", "transverse"), ("comp", "加压", "with compression"), ("long", "长轴", "long axis"),
            ("pw", "频谱", "spectral Doppler"),
        ].flatMap { plane, zhPlane, enPlane in
            pair("vein.#.\(vessel).\(plane)", "#\(zh)\(zhPlane)", "\(en) \(enPlane), #")
        }
    }
}
