extension ExamCatalogue {
    /// Transthoracic echocardiography (domain reference §2.9).
    static let heart: [Section] = [
        one("echo.plax", "胸骨旁左室长轴", "Parasternal long axis", ["左室长轴", "PLAX"]),
        one("echo.plax.rvin", "右室流入道长轴", "Right ventricular inflow", ["右室流入道"]),
        one("echo.plax.rvot", "右室流出道长轴", "Right ventricular outflow", ["右室流出道"]),
        one("echo.psax.av", "大动脉短轴", "Parasternal short axis, aortic level"),
        one("echo.psax.mv", "二尖瓣水平短轴", "Parasternal short axis, mitral level"),
        one("echo.psax.pm", "乳头肌水平短轴", "Parasternal short axis, papillary level"),
        one("echo.psax.apex", "心尖短轴", "Parasternal short axis, apex"),
        one("echo.a4c", "心尖四腔", "Apical four-chamber", ["四腔心", "心尖四腔心", "A4C"]),
        one("echo.a5c", "心尖五腔", "Apical five-chamber", ["五腔心", "心尖五腔心", "A5C"]),
        one("echo.a2c", "心尖两腔", "Apical two-chamber", ["两腔心", "心尖两腔心", "A2C"]),
        one("echo.a3c", "心尖三腔（长轴）", "Apical three-chamber", ["三腔心", "心尖三腔心", "A3C"]),
        one("echo.sc4c", "剑下四腔", "Subcostal four-chamber", ["剑下四腔心"]),
        one("echo.sc.ivc", "剑下下腔静脉", "Subcostal inferior vena cava", ["下腔静脉"]),
        one("echo.ssn", "胸骨上窝主动脉弓", "Suprasternal aortic arch", ["主动脉弓"]),
        one("echo.mmode.lv", "M型左室", "M-mode left ventricle"),
        one("echo.mmode.av", "M型主动脉", "M-mode aortic valve"),
        one("echo.pw.mv", "二尖瓣口频谱", "Mitral inflow spectral Doppler"),
        one("echo.tdi.sep", "组织多普勒（间隔）", "Tissue Doppler, septal", ["组织多普勒间隔"]),
        one("echo.tdi.lat", "组织多普勒（侧壁）", "Tissue Doppler, lateral", ["组织多普勒侧壁"]),
        one("echo.cw.av", "主动脉瓣连续多普勒", "Aortic valve continuous-wave Doppler"),
        one("echo.cw.tr", "三尖瓣反流连续多普勒", "Tricuspid regurgitation continuous-wave Doppler"),
    ]

    /// Lung: BLUE points and the twelve-zone scheme (domain reference §2.10).
    static let lung: [Section] =
        pair("lung.#.upper", "#肺上蓝点", "Lung upper BLUE point, #", ["#上蓝点"])
        + pair("lung.#.lower", "#肺下蓝点", "Lung lower BLUE point, #", ["#下蓝点"])
        + pair("lung.#.plaps", "#肺PLAPS点", "Lung PLAPS point, #", ["#PLAPS点"])
        + pair("lung.#.a1", "#肺前上区", "Lung anterior upper zone, #")
        + pair("lung.#.a2", "#肺前下区", "Lung anterior lower zone, #")
        + pair("lung.#.l1", "#肺侧上区", "Lung lateral upper zone, #")
        + pair("lung.#.l2", "#肺侧下区", "Lung lateral lower zone, #")
        + pair("lung.#.p1", "#肺后上区", "Lung posterior upper zone, #")
        + pair("lung.#.p2", "#肺后下区", "Lung posterior lower zone, #")

    /// Trauma, infant hip, musculoskeletal, neonatal head (domain reference §2.10).
    static let otherRegions: [Section] =
        [
            one("fast.ruq", "FAST右上腹", "FAST right upper quadrant", ["右上腹"]),
            one("fast.luq", "FAST左上腹", "FAST left upper quadrant", ["左上腹"]),
            one("fast.pelvis.sag", "FAST盆腔矢状", "FAST pelvis sagittal", ["盆腔矢状"]),
            one("fast.pelvis.tr", "FAST盆腔横切", "FAST pelvis transverse", ["盆腔横切"]),
            one("fast.sub", "FAST剑突下", "FAST subxiphoid", ["剑突下"]),
        ]
        + pair("efast.lung.#", "eFAST#肺", "eFAST lung, #")
        + pair("hip.#.std", "#髋关节标准切面", "Infant hip standard plane, #", ["#髋"])
        + [
            one("msk.shoulder.ss.long", "冈上肌腱长轴", "Supraspinatus tendon long axis"),
            one("msk.shoulder.ss.tr", "冈上肌腱短轴", "Supraspinatus tendon transverse"),
            one("msk.shoulder.bic.tr", "肱二头肌长头腱短轴", "Biceps tendon transverse"),
        ]
        + (1...6).map { one("neohead.cor.\($0)", "新生儿颅脑冠状切面\($0)", "Neonatal head coronal \($0)") }
        + [
            one("neohead.sag.mid", "新生儿颅脑正中矢状", "Neonatal head midsagittal"),
            one("neohead.sag.r", "新生儿颅脑右旁矢状", "Neonatal head parasagittal, right"),
            one("neohead.sag.l", "新生儿颅脑左旁矢状", "Neonatal head parasagittal, left"),
        ]
}
