// Written from Rubrics/*.yaml by SONOGRADE_WRITE_DOCS=1 swift test -c release --filter WrittenTreeTests; do not edit.
// swift-format-ignore-file

extension BuiltInRubrics {
    /// The trees of the rubrics, by the names of their files.
    static let trees: [String: WrittenTree] = [
        "abdomen.yaml": WrittenTree(checksum: 12290490738832005188, nodes: ###"""
{3
:3 schema
=3 sonograde.rubric/1
:4 id
=4 abdomen
:5 version
'5 1.9
:6 title
{6
:6 zh
=6 腹部超声图像质量评分
:6 en
=6 Abdominal ultrasound image quality
}
:7 extends
=7 general
:8 exam_types
[8
=8 abdomen
]
:10 items
[11
{11
:11 id
=11 gain
:12 criteria
[14
{14
:14 metric
=14 gain.under
:15 high
{15
:15 warn
=15 1
:15 defect
=15 1.7
:15 severe
=15 5
}
}
{17
:17 metric
=17 sat.lo
:18 when
{18
:18 except_sections
[18
'18 abd.gb.*
'18 abd.bladder.*
]
}
}
]
}
{19
:19 id
=19 uniformity
:20 criteria
[22
{22
:22 metric
=22 tgc.slope
:23 when
{23
:23 except_sections
[23
'23 abd.gb.*
'23 abd.bladder.*
]
}
}
{24
:24 metric
=24 tgc.farbright
:25 when
{25
:25 except_sections
[25
'25 abd.gb.*
'25 abd.bladder.*
]
}
}
]
}
{26
:26 id
=26 coupling
:27 criteria
[29
{29
:29 metric
=29 shadow.frac
:30 when
{30
:30 except_sections
[30
'30 abd.gb.*
]
}
}
{31
:31 metric
=31 shadow.sides
:32 when
{32
:32 except_sections
[32
'32 abd.gb.*
]
}
}
{33
:33 metric
=33 shadow.odds
:34 when
{34
:34 except_sections
[34
'34 abd.gb.*
]
}
}
]
}
]
:38 expert_items
[39
{39
:39 id
=39 section
:40 criteria
{41
:41 abd.liver.porta1
[42
{42
:42 id
=42 portal
:42 name
{42
:42 zh
=42 门静脉左右支或主干显示
:42 en
=42 Right and left portal branch or main trunk
}
}
{43
:43 id
=43 cbd
:43 name
{43
:43 zh
=43 胆总管显示
:43 en
=43 Common bile duct visible
}
}
]
:44 abd.liver.pv
[45
{45
:45 id
=45 walls
:45 name
{45
:45 zh
=45 管壁平行
:45 en
=45 Walls parallel
}
}
]
:46 abd.liver.pv.pw
[47
{47
:47 id
=47 angle
:47 name
{47
:47 zh
=47 角度不超过 60°
:47 en
=47 Angle 60° or less
}
}
{48
:48 id
=48 gate
:48 name
{48
:48 zh
=48 取样门在管腔内
:48 en
=48 Gate in the lumen
}
}
]
:49 abd.liver.porta2
[50
{50
:50 id
=50 veins
:50 name
{50
:50 zh
=50 至少两支肝静脉汇入下腔静脉
:50 en
=50 At least two hepatic veins into the IVC
}
}
]
:51 abd.liver.left.sag
[52
{52
:52 id
=52 edge
:52 name
{52
:52 zh
=52 下缘角显示
:52 en
=52 Angle of the inferior edge visible
}
}
]
:53 abd.liver.gongzi
[54
{54
:54 id
=54 branches
:54 name
{54
:54 zh
=54 2–4 段分支显示
:54 en
=54 Branches of segments 2–4 visible
}
}
]
:55 abd.liver.right.ic
[56
{56
:56 id
=56 branches
:56 name
{56
:56 zh
=56 右前支或右后支显示
:56 en
=56 Anterior or posterior branch visible
}
}
]
:57 abd.liver.right.max
[58
{58
:58 id
=58 vein
:58 name
{58
:58 zh
=58 肝右静脉汇入下腔静脉
:58 en
=58 Right hepatic vein into the IVC
}
}
{59
:59 id
=59 diaphragm
:59 name
{59
:59 zh
=59 膈肌显示
:59 en
=59 Diaphragm visible
}
}
]
:60 abd.liver.kidney
[61
{61
:61 id
=61 contrast
:61 name
{61
:61 zh
=61 肝肾回声可对比
:61 en
=61 Liver and kidney can be compared
}
}
]
:62 abd.gb.long
[63
{63
:63 id
=63 parts
:63 name
{63
:63 zh
=63 颈、体、底显示
:63 en
'63 Neck, body and fundus visible
}
}
{64
:64 id
=64 anechoic
:64 name
{64
:64 zh
=64 囊腔无回声
:64 en
=64 Lumen anechoic
}
}
{65
:65 id
=65 fasting
:65 name
{65
:65 zh
=65 空腹充盈
:65 en
=65 Filled (fasting)
}
}
]
:66 abd.panc.long
[67
{67
:67 id
=67 head
:67 name
{67
:67 zh
=67 胰头显示
:67 en
=67 Head visible
}
}
{68
:68 id
=68 body
:68 name
{68
:68 zh
=68 胰体显示
:68 en
=68 Body visible
}
}
{69
:69 id
=69 tail
:69 name
{69
:69 zh
=69 胰尾显示
:69 en
=69 Tail visible
}
}
{70
:70 id
=70 vein
:70 name
{70
:70 zh
=70 脾静脉显示
:70 en
=70 Splenic vein visible
}
}
]
:71 abd.panc.head
[72
{72
:72 id
=72 smv
:72 name
{72
:72 zh
=72 肠系膜上静脉显示
:72 en
=72 Superior mesenteric vein visible
}
}
{73
:73 id
=73 ivc
:73 name
{73
:73 zh
=73 下腔静脉显示
:73 en
=73 Inferior vena cava visible
}
}
]
:74 abd.spleen.long
[75
{75
:75 id
=75 hilum
:75 name
{75
:75 zh
=75 脾门显示
:75 en
=75 Hilum visible
}
}
{76
:76 id
=76 poles
:76 name
{76
:76 zh
=76 上下极显示
:76 en
=76 Both poles visible
}
}
]
:77 abd.kidney.long.*
[78
{78
:78 id
=78 poles
:78 name
{78
:78 zh
=78 上下极显示
:78 en
=78 Both poles visible
}
}
{79
:79 id
=79 sinus
:79 name
{79
:79 zh
=79 肾窦显示
:79 en
=79 Sinus visible
}
}
{80
:80 id
=80 cortex
:80 name
{80
:80 zh
=80 皮质显示
:80 en
=80 Cortex visible
}
}
]
:81 abd.kidney.tr.*
[82
{82
:82 id
=82 hilum
:82 name
{82
:82 zh
=82 肾门显示
:82 en
=82 Hilum visible
}
}
]
:83 abd.bladder.*
[84
{84
:84 id
=84 distended
:84 name
{84
:84 zh
=84 膀胱充盈
:84 en
=84 Distended
}
}
]
}
}
{85
:85 id
=85 measurement
:86 when
{87
:87 sections
[88
=88 abd.liver.pv
=89 abd.liver.pv.pw
=90 abd.liver.left.sag
=91 abd.liver.right.max
=92 abd.gb.long
=93 abd.gb.tr
=94 abd.cbd
=95 abd.spleen.long
'96 abd.kidney.long.*
'97 abd.prostate.*
]
}
:98 criteria
{99
:99 abd.liver.pv
[100
{100
:100 id
=100 diameter
:100 name
{100
:100 zh
=100 内径测量正确
:100 en
=100 Inner diameter measured right
}
}
]
:101 abd.liver.pv.pw
[102
{102
:102 id
=102 velocity
:102 name
{102
:102 zh
=102 有流速测值
:102 en
=102 Velocity value given
}
}
]
:103 abd.liver.left.sag
[104
{104
:104 id
=104 calipers
:104 name
{104
:104 zh
=104 厚径、长径测量正确
:104 en
=104 Thickness and length measured right
}
}
]
:105 abd.liver.right.max
[106
{106
:106 id
=106 calipers
:106 name
{106
:106 zh
=106 斜径测量正确
:106 en
=106 Oblique diameter measured right
}
}
]
:107 abd.gb.long
[108
{108
:108 id
=108 calipers
:108 name
{108
:108 zh
=108 游标放置正确
:108 en
=108 Calipers placed right
}
}
]
:109 abd.gb.tr
[110
{110
:110 id
=110 wall
:110 name
{110
:110 zh
=110 壁厚测量正确
:110 en
=110 Wall thickness measured right
}
}
]
:111 abd.cbd
[112
{112
:112 id
=112 diameter
:112 name
{112
:112 zh
=112 内径测量正确
:112 en
=112 Inner diameter measured right
}
}
]
:113 abd.spleen.long
[114
{114
:114 id
=114 calipers
:114 name
{114
:114 zh
=114 长径、厚径测量正确
:114 en
=114 Length and thickness measured right
}
}
]
:115 abd.kidney.long.*
[116
{116
:116 id
=116 calipers
:116 name
{116
:116 zh
=116 游标放置正确
:116 en
=116 Calipers placed right
}
}
]
:117 abd.prostate.*
[118
{118
:118 id
=118 diameters
:118 name
{118
:118 zh
=118 三径测量正确
:118 en
=118 Three diameters measured right
}
}
]
}
}
]
:120 required_sections
{121
:121 abdomen
[122
=122 abd.liver.porta1
=123 abd.liver.pv
=124 abd.liver.pv.pw
=125 abd.liver.porta2
=126 abd.liver.left.sag
=127 abd.liver.gongzi
=128 abd.gb.long
=129 abd.panc.long
=130 abd.panc.head
=131 abd.spleen.long
=132 abd.spleen.hilum
=133 abd.kidney.long.r
=134 abd.kidney.long.l
]
}
:136 examples
[137
{137
:137 id
=137 sound-liver
:138 like
=138 sound
:139 exam_type
=139 abdomen
:140 section
=140 abd.liver.porta1
:141 expect
{141
:141 score
=141 100
:141 level
=141 A
:141 route
=141 pass
}
}
{142
:142 id
=142 gallstone-shadow-is-no-fault
:143 like
=143 sound
:144 exam_type
=144 abdomen
:145 section
=145 abd.gb.long
:146 metrics
{146
:146 shadow.frac
=146 50
:146 shadow.sides
=146 30
:146 shadow.odds
=146 3
:146 sat.lo
=146 70
:146 tgc.slope
=146 250
:146 tgc.farbright
=146 3
}
:147 expect
{147
:147 score
=147 100
:147 level
=147 A
:147 route
=147 pass
}
}
{148
:148 id
=148 the-same-shadow-over-the-liver
:150 like
=150 sound
:151 exam_type
=151 abdomen
:152 section
=152 abd.liver.porta1
:153 metrics
{153
:153 shadow.frac
=153 50.5
}
:154 expect
{154
:154 score
=154 85
:154 level
=154 B
:154 route
=154 pass
:154 findings
{154
:154 SHADOW
=154 minor
}
}
}
{155
:155 id
=155 far-field-too-dark
:156 like
=156 sound
:157 exam_type
=157 abdomen
:158 section
=158 abd.liver.right.max
:159 metrics
{159
:159 tgc.fardark
=159 2.3
}
:161 expect
{161
:161 score
=161 90
:161 level
=161 A
:161 route
=161 pass
:161 findings
{161
:161 TGC_UNEVEN
=161 minor
}
}
}
]
}

"""###),
        "breast.yaml": WrittenTree(checksum: 17780359453732349852, nodes: ###"""
{3
:3 schema
=3 sonograde.rubric/1
:4 id
=4 breast
:5 version
'5 1.9
:6 title
{6
:6 zh
=6 乳腺超声图像质量评分
:6 en
=6 Breast ultrasound image quality
}
:7 extends
=7 general
:8 exam_types
[8
=8 breast
]
:10 items
[11
{11
:11 id
=11 gain
:12 criteria
[14
{14
:14 id
=14 gain.high
:15 high
{15
:15 severity
{15
:15 warn
=15 minor
:15 defect
=15 minor
:15 severe
=15 major
}
}
}
{17
:17 metric
=17 gain.under
:18 high
{18
:18 warn
=18 1
:18 defect
=18 1.7
:18 severe
=18 5
}
}
]
}
{19
:19 id
=19 uniformity
:20 criteria
[22
{22
:22 metric
=22 tgc.nearbright
:23 high
{23
:23 warn
=23 1.8
:23 defect
=23 2.5
:23 severe
=23 4.5
}
}
]
}
{24
:24 id
=24 coupling
:25 criteria
[27
{27
:27 metric
=27 shadow.frac
:28 when
{28
:28 except_sections
[28
'28 breast.*.areola
'28 breast.lesion.*
]
}
}
{29
:29 metric
=29 shadow.sides
:30 when
{30
:30 except_sections
[30
'30 breast.*.areola
'30 breast.lesion.*
]
}
}
{31
:31 metric
=31 shadow.odds
:32 when
{32
:32 except_sections
[32
'32 breast.*.areola
'32 breast.lesion.*
]
}
}
]
}
]
:36 expert_items
[37
{37
:37 id
=37 section
:38 criteria
{39
:39 breast.*
[40
{40
:40 id
=40 depth
:40 name
{40
:40 zh
=40 深度约 5 cm
:40 en
=40 Depth about 5 cm
}
}
{41
:41 id
=41 focus
:41 name
{41
:41 zh
=41 腺体位于聚焦区中央
:41 en
=41 Gland centred in the focal zone
}
}
]
:43 breast.*.axilla
[43
]
}
}
{44
:44 id
=44 annotation
:45 criteria
{46
:46 breast.lesion.*
[47
{47
:47 id
=47 clock
:47 name
{47
:47 zh
=47 标明钟点位
:47 en
=47 Clock position stated
}
}
{48
:48 id
=48 nipple
:48 name
{48
:48 zh
=48 标明距乳头距离
:48 en
=48 Distance to the nipple stated
}
}
{49
:49 id
=49 mark
:49 name
{49
:49 zh
=49 有体标
:49 en
=49 Body mark
}
}
]
}
}
{50
:50 id
=50 measurement
:51 when
{51
:51 sections
[51
=51 breast.lesion.long
=51 breast.lesion.tr
]
}
:52 criteria
{54
:54 breast.lesion.long
[55
{55
:55 id
=55 calipers
:55 name
{55
:55 zh
=55 病灶游标放置正确
:55 en
=55 Calipers on the lesion placed right
}
}
]
:56 breast.lesion.tr
[57
{57
:57 id
=57 calipers
:57 name
{57
:57 zh
=57 病灶游标放置正确
:57 en
=57 Calipers on the lesion placed right
}
}
]
}
}
]
:59 required_sections
{60
:60 breast
[61
=61 breast.r.uo
=62 breast.r.ui
=63 breast.r.lo
=64 breast.r.li
=65 breast.r.areola
=66 breast.r.axilla
=67 breast.l.uo
=68 breast.l.ui
=69 breast.l.lo
=70 breast.l.li
=71 breast.l.areola
=72 breast.l.axilla
]
}
:74 examples
[75
{75
:75 id
=75 sound-quadrant
:76 like
=76 sound
:77 exam_type
=77 breast
:78 section
=78 breast.r.uo
:79 metrics
{79
:79 tgc.nearbright
=79 1.7
}
:80 expect
{80
:80 score
=80 100
:80 level
=80 A
:80 route
=80 pass
}
}
{81
:81 id
=81 bright-fat
:83 like
=83 sound
:84 exam_type
=84 breast
:85 section
=85 breast.l.li
:86 metrics
{86
:86 gain.p50
=86 140
}
:87 expect
{87
:87 score
=87 81.3
:87 level
=87 B
:87 route
=87 pass
:87 findings
{87
:87 GAIN_HIGH
=87 minor
}
}
}
{88
:88 id
=88 shadow-behind-a-lesion
:89 like
=89 sound
:90 exam_type
=90 breast
:91 section
=91 breast.lesion.long
:92 metrics
{92
:92 shadow.frac
=92 50
:92 shadow.sides
=92 30
:92 shadow.odds
=92 3
}
:93 expect
{93
:93 score
=93 100
:93 level
=93 A
:93 route
=93 pass
}
}
{94
:94 id
=94 probe-edge-lifted
:96 like
=96 sound
:97 exam_type
=97 breast
:98 section
=98 breast.l.uo
:99 metrics
{99
:99 contact.loss
=99 30
}
:100 expect
{100
:100 score
=100 79
:100 level
=100 C
:100 route
=100 review
:100 findings
{100
:100 CONTACT_LOSS
=100 major
}
}
}
]
}

"""###),
        "carotid.yaml": WrittenTree(checksum: 4008532802443713377, nodes: ###"""
{3
:3 schema
=3 sonograde.rubric/1
:4 id
=4 carotid
:5 version
'5 1.9
:6 title
{6
:6 zh
=6 颈动脉超声图像质量评分
:6 en
=6 Carotid ultrasound image quality
}
:7 extends
=7 general
:8 exam_types
[8
=8 carotid
]
:10 items
[11
{11
:11 id
=11 gain
:12 criteria
[14
{14
:14 id
=14 gain.high
:15 high
{15
:15 warn
=15 84
:15 defect
=15 95
:15 severe
=15 120
:15 severity
{15
:15 warn
=15 minor
:15 defect
=15 minor
:15 severe
=15 major
}
}
}
{16
:16 metric
=16 gain.over
:17 high
{17
:17 warn
=17 0
:17 defect
=17 1.2
:17 severe
=17 6
}
}
{19
:19 metric
=19 sat.lo
:20 remove
=20 true
}
]
}
{21
:21 id
=21 uniformity
:22 criteria
[24
{24
:24 metric
=24 tgc.slider
:25 remove
=25 true
}
]
}
{26
:26 id
=26 coupling
:27 criteria
[29
{29
:29 metric
=29 shadow.frac
:30 when
{30
:30 except_sections
[30
'30 car.*.va.*
'30 car.*.plaque.*
]
}
}
{31
:31 metric
=31 shadow.sides
:32 when
{32
:32 except_sections
[32
'32 car.*.va.*
'32 car.*.plaque.*
]
}
}
{33
:33 metric
=33 shadow.odds
:34 when
{34
:34 except_sections
[34
'34 car.*.va.*
'34 car.*.plaque.*
]
}
}
]
}
]
:37 expert_items
[38
{38
:38 id
=38 section
:39 criteria
{40
:40 car.*.pw
[41
{41
:41 id
=41 angle
:41 name
{41
:41 zh
=41 角度不超过 60°
:41 en
=41 Angle 60° or less
}
}
{42
:42 id
=42 gate
:42 name
{42
:42 zh
=42 取样门位于管腔中央
:42 en
=42 Gate in the centre
}
}
]
}
}
{43
:43 id
=43 measurement
:44 when
{44
:44 sections
[44
'44 car.*.cca.long
'44 car.*.pw
]
}
:45 criteria
{46
:46 car.*.cca.long
[47
{47
:47 id
=47 imt
:47 name
{47
:47 zh
=47 IMT 测于分叉前 1–1.5 cm 后壁
:47 en
'47 IMT on the far wall, 1–1.5 cm before the bifurcation
}
}
]
:48 car.*.pw
[49
{49
:49 id
=49 values
:49 name
{49
:49 zh
=49 有 PSV/EDV 测值
:49 en
=49 PSV and EDV given
}
}
]
}
}
]
:51 required_sections
{52
:52 carotid
[53
=53 car.r.cca.long
=54 car.r.cca.tr
=55 car.r.bulb.long
=56 car.r.ica.long
=57 car.r.va.long
=58 car.r.cca.pw
=59 car.r.ica.pw
=60 car.r.va.pw
=61 car.l.cca.long
=62 car.l.cca.tr
=63 car.l.bulb.long
=64 car.l.ica.long
=65 car.l.va.long
=66 car.l.cca.pw
=67 car.l.ica.pw
=68 car.l.va.pw
]
}
:70 examples
[71
{71
:71 id
=71 sound-common-carotid
:72 like
=72 sound
:73 exam_type
=73 carotid
:74 section
=74 car.r.cca.long
:75 metrics
{75
:75 sat.lo
=75 50
:75 tgc.slider
=75 2
}
:76 expect
{76
:76 score
=76 100
:76 level
=76 A
:76 route
=76 pass
}
}
{77
:77 id
=77 processes-over-the-vertebral-artery
:78 like
=78 sound
:79 exam_type
=79 carotid
:80 section
=80 car.l.va.long
:81 metrics
{81
:81 shadow.frac
=81 50
:81 shadow.sides
=81 30
:81 shadow.odds
=81 3
}
:82 expect
{82
:82 score
=82 100
:82 level
=82 A
:82 route
=82 pass
}
}
{83
:83 id
=83 lumen-filled-with-noise
:85 like
=85 sound
:86 exam_type
=86 carotid
:87 section
=87 car.r.ica.long
:88 metrics
{88
:88 gain.lumen
=88 50.5
}
:89 expect
{89
:89 score
=89 93.8
:89 level
=89 A
:89 route
=89 pass
:89 findings
{89
:89 GAIN_HIGH
=89 minor
}
}
}
{90
:90 id
=90 spectrum-is-left-to-the-expert
:91 exam_type
=91 carotid
:92 section
=92 car.r.ica.pw
:93 conditions
[93
=93 LAYOUT_SPECTRAL
]
:94 expect
{94
:94 status
=94 unsure
:94 route
=94 review
:94 findings
{94
:94 LAYOUT_SPECTRAL
=94 info
}
}
}
]
}

"""###),
        "echo.yaml": WrittenTree(checksum: 17421337429077535151, nodes: ###"""
{3
:3 schema
=3 sonograde.rubric/1
:4 id
=4 echo
:5 version
'5 1.9
:6 title
{6
:6 zh
=6 超声心动图图像质量评分
:6 en
=6 Echocardiographic image quality
}
:7 extends
=7 general
:8 exam_types
[8
=8 echo
]
:10 items
[11
{11
:11 id
=11 gain
:12 criteria
[14
{14
:14 metric
=14 levels
:15 low
{15
:15 warn
=15 174
:15 defect
=15 120
:15 severe
=15 36
}
}
{17
:17 metric
=17 sat.lo
:18 remove
=18 true
}
]
}
{20
:20 id
=20 uniformity
:21 remove
=21 true
}
{22
:22 id
=22 coupling
:23 criteria
[25
{25
:25 metric
=25 contact.loss
:26 high
{26
:26 warn
=26 20
:26 defect
=26 35
:26 severe
=26 60
}
}
{27
:27 metric
=27 contact.odds
:28 remove
=28 true
}
{29
:29 metric
=29 shadow.odds
:30 remove
=30 true
}
{32
:32 metric
=32 shadow.frac
:33 remove
=33 true
}
{34
:34 metric
=34 shadow.sides
:35 remove
=35 true
}
]
}
]
:38 expert_items
[39
{39
:39 id
=39 section
:40 criteria
{41
:41 echo.a4c
[42
{42
:42 id
=42 chambers
:42 name
{42
:42 zh
=42 四腔显示，深度含心房
:42 en
'42 Four chambers, depth includes the atria
}
}
{43
:43 id
=43 crux
:43 name
{43
:43 zh
=43 十字交叉垂直
:43 en
=43 Crux vertical
}
}
{44
:44 id
=44 apex
:44 name
{44
:44 zh
=44 心尖居中，左室未缩短（长/宽＞1.5）
:44 en
'44 Apex centred, LV not foreshortened (length/width > 1.5)
}
}
{45
:45 id
=45 valves
:45 name
{45
:45 zh
=45 两组房室瓣显示
:45 en
=45 Both AV valves visible
}
}
{46
:46 id
=46 septa
:46 name
{46
:46 zh
=46 室间隔、房间隔显示
:46 en
=46 Both septa visible
}
}
{47
:47 id
=47 endocardium
:47 name
{47
:47 zh
=47 心内膜显示 80% 以上
:47 en
=47 80% of the endocardium visible or more
}
}
]
}
}
]
:49 required_sections
{50
:50 echo
[51
=51 echo.plax
=52 echo.psax.av
=53 echo.psax.mv
=54 echo.psax.pm
=55 echo.a4c
=56 echo.a5c
=57 echo.a2c
=58 echo.sc4c
=59 echo.sc.ivc
=60 echo.ssn
=61 echo.mmode.lv
=62 echo.mmode.av
=63 echo.pw.mv
]
}
:65 examples
[66
{66
:66 id
=66 sound-four-chamber
:67 like
=67 sound
:68 exam_type
=68 echo
:69 section
=69 echo.a4c
:70 metrics
{70
:70 sat.lo
=70 65
:70 tgc.slope
=70 -220
:70 tgc.band
=70 95
:70 near.haze
=70 60
:70 shadow.frac
=70 55
:70 shadow.sides
=70 30
:70 contact.loss
=70 15
:70 contact.odds
=70 3
:70 shadow.odds
=70 3
}
:71 expect
{71
:71 score
=71 100
:71 level
=71 A
:71 route
=71 pass
}
}
{72
:72 id
=72 too-dark
:74 like
=74 sound
:75 exam_type
=75 echo
:76 section
=76 echo.plax
:77 metrics
{77
:77 gain.p95
=77 70
}
:78 expect
{78
:78 score
=78 92.8
:78 level
=78 A
:78 route
=78 pass
:78 findings
{78
:78 GAIN_LOW
=78 minor
}
}
}
{79
:79 id
=79 m-mode-is-left-to-the-expert
:80 exam_type
=80 echo
:81 section
=81 echo.mmode.lv
:82 conditions
[82
=82 LAYOUT_SPECTRAL
]
:83 expect
{83
:83 status
=83 unsure
:83 route
=83 review
:83 findings
{83
:83 LAYOUT_SPECTRAL
=83 info
}
}
}
]
}

"""###),
        "general.yaml": WrittenTree(checksum: 16363530081030212634, nodes: ###"""
{17
:17 schema
=17 sonograde.rubric/1
:18 id
=18 general
:19 version
'19 1.9
:20 title
{20
:20 zh
=20 通用超声图像质量评分
:20 en
=20 General ultrasound image quality
}
:21 exam_types
[21
=21 gynaecology
=21 limb-vein
=21 fast
=21 hip
=21 msk
=21 neonatal-head
]
:23 levels
{23
:23 A
=23 90
:23 B
=23 80
:23 C
=23 60
}
:25 caps
{25
:25 critical
=25 59
:25 major
=25 79
}
:26 triage
{26
:26 severities
[26
=26 major
=26 critical
]
:26 codes
[26
]
:26 levels
[26
=26 D
]
}
:28 unmeasured_limit
=28 0.4
:31 slight_points
=31 2
:33 severity
{33
:33 warn
=33 minor
:33 defect
=33 major
:33 severe
=33 major
}
:35 items
[36
{36
:36 id
=36 clarity
:37 name
{37
:37 zh
=37 清晰度（锐度、分辨率、压缩、噪声）
:37 en
'37 Clarity: sharpness, resolution, compression, noise
}
:38 weight
=38 15
:39 criteria
[43
{43
:43 metric
=43 sharp.soft
:45 unsure_area
=45 told
:46 high
{46
:46 warn
=46 1.7
:46 defect
=46 2.4
:46 severe
=46 9
:46 code
=46 BLUR
:46 severity
{46
:46 warn
=46 info
:46 defect
=46 minor
:46 severe
=46 minor
}
}
:47 absent
=47 not_applicable
}
{50
:50 metric
=50 sharp.limit
:51 when
{51
:51 metrics
[51
{51
:51 metric
=51 sharp.soft
:51 at_least
=51 2.4
}
]
}
:52 low
{52
:52 warn
=52 0.165
:52 defect
=52 0.15
:52 severe
=52 0.125
:52 code
=52 BLUR
:52 severity
{52
:52 warn
=52 minor
:52 defect
=52 major
:52 severe
=52 major
}
}
:53 absent
=53 not_applicable
}
{56
:56 metric
=56 scale.repeats
:57 unsure_area
=57 told
:58 high
{58
:58 warn
=58 12
:58 defect
=58 16
:58 severe
=58 35
:58 code
=58 UPSCALED
}
:59 absent
=59 not_applicable
}
{62
:62 metric
=62 scale.odds
:63 unsure_area
=63 told
:65 explained_by
[65
=65 aspect.err
=65 contrast.odds
]
:67 high
{67
:67 warn
=67 0.3
:67 defect
=67 2.5
:67 severe
=67 4
:67 code
=67 UPSCALED
:67 severity
{67
:67 warn
=67 minor
:67 defect
=67 minor
:67 severe
=67 minor
}
}
:68 absent
=68 not_applicable
}
{70
:70 id
=70 sharp.hf.usual
:71 metric
=71 sharp.hf
:72 baseline
{72
:72 low
{72
:72 warn
=72 2.5
:72 defect
=72 4
:72 severe
=72 5.5
:72 code
=72 BLUR
}
:72 least_share
=72 0.4
}
:73 absent
=73 not_applicable
}
{75
:75 metric
=75 scale.period
:76 unsure_area
=76 told
:77 explained_by
[77
=77 aspect.err
=77 aspect.trace
]
:78 high
{78
:78 warn
=78 16.6
:78 defect
=78 18.9
:78 severe
=78 40
:78 code
=78 UPSCALED
:78 severity
{78
:78 warn
=78 minor
:78 defect
=78 minor
:78 severe
=78 minor
}
}
:79 absent
=79 not_applicable
}
{80
:80 metric
=80 jpeg.q
:81 unsure_area
=81 told
:83 low
{83
:83 warn
=83 75
:83 defect
=83 60
:83 severe
=83 25
:83 code
=83 JPEG_LOW
:83 severity
{83
:83 warn
=83 minor
:83 defect
=83 minor
:83 severe
=83 major
}
}
:84 when
{84
:84 formats
[84
=84 jpeg
]
}
}
{88
:88 metric
=88 jpeg.former
:89 unsure_area
=89 told
:90 low
{90
:90 warn
=90 66
:90 defect
=90 60
:90 severe
=90 25
:90 code
=90 JPEG_LOW
:90 severity
{90
:90 warn
=90 minor
:90 defect
=90 minor
:90 severe
=90 major
}
}
:91 absent
=91 not_applicable
}
{92
:92 metric
=92 jpeg.block
:93 unsure_area
=93 told
:97 high
{97
:97 warn
=97 1.7
:97 defect
=97 1.95
:97 severe
=97 2.4
:97 code
=97 JPEG_LOW
:97 severity
{97
:97 warn
=97 minor
:97 defect
=97 minor
:97 severe
=97 major
}
}
:98 when
{98
:98 metrics
[98
{98
:98 metric
=98 cfm.share
:98 below
=98 1
}
]
}
:99 absent
=99 not_applicable
}
{100
:100 metric
=100 res.h
:103 low
{103
:103 warn
=103 250
:103 defect
=103 200
:103 severe
=103 128
:103 code
=103 LOWRES
}
:104 when
{104
:104 metrics
[104
{104
:104 metric
=104 res.w
:104 below
=104 400
}
]
}
}
{105
:105 metric
=105 noise.sigma
:107 explained_by
[107
=107 levels.gap
=107 gain.over
]
:108 high
{108
:108 warn
=108 2.1
:108 defect
=108 2.9
:108 severe
=108 10.4
:108 code
=108 NOISE
}
:109 baseline
{109
:109 high
{109
:109 warn
=109 3
:109 defect
=109 5
:109 severe
=109 8
}
:109 least
=109 1.2
}
:110 absent
=110 not_applicable
}
{111
:111 metric
=111 aspect.err
:112 explained_by
[112
=112 photo.votes
=112 scale.repeats
]
:114 high
{114
:114 warn
=114 1
:114 defect
=114 1.5
:114 severe
=114 10
:114 code
=114 ASPECT
}
:115 when
{115
:115 metrics
[115
{115
:115 metric
=115 aspect.capture
:115 below
=115 0.5
}
]
}
:116 absent
=116 not_applicable
}
{117
:117 id
=117 aspect.capture
:118 metric
=118 aspect.err
:119 explained_by
[119
=119 photo.votes
=119 scale.repeats
]
:121 high
{121
:121 warn
=121 1
:121 defect
=121 1.5
:121 severe
=121 10
:121 code
=121 ASPECT
:121 severity
{121
:121 warn
=121 minor
:121 defect
=121 minor
:121 severe
=121 minor
}
}
:122 when
{122
:122 metrics
[122
{122
:122 metric
=122 aspect.capture
:122 at_least
=122 0.5
}
]
}
:123 absent
=123 not_applicable
}
{126
:126 metric
=126 aspect.trace
:128 explained_by
[128
=128 photo.votes
=128 scale.repeats
]
:129 high
{129
:129 warn
=129 14
:129 defect
=129 19
:129 severe
=129 45
:129 code
=129 ASPECT
:129 severity
{129
:129 warn
=129 info
:129 defect
=129 minor
:129 severe
=129 minor
}
}
:130 absent
=130 not_applicable
}
{131
:131 metric
=131 moire.pairs
:133 high
{133
:133 warn
=133 0.5
:133 defect
=133 1.5
:133 severe
=133 3.5
:133 code
=133 MOIRE
}
:134 absent
=134 not_applicable
}
{136
:136 metric
=136 photo.votes
:137 high
{137
:137 warn
=137 0.5
:137 defect
=137 1.5
:137 severe
=137 5.5
:137 code
=137 SCREEN_PHOTO
:137 severity
{137
:137 warn
=137 info
:137 defect
=137 major
:137 severe
=137 major
}
}
:138 when
{138
:138 metrics
[138
{138
:138 metric
=138 photo.votes
:138 at_least
=138 1.5
}
]
}
:139 absent
=139 not_applicable
}
{142
:142 id
=142 photo.hint
:143 metric
=143 photo.votes
:144 explained_by
[144
=144 jpeg.q
=144 jpeg.former
=144 jpeg.block
]
:145 high
{145
:145 warn
=145 0.5
:145 defect
=145 1.5
:145 severe
=145 5.5
:145 code
=145 SCREEN_PHOTO
:145 severity
{145
:145 warn
=145 info
:145 defect
=145 major
:145 severe
=145 major
}
}
:146 when
{146
:146 metrics
[146
{146
:146 metric
=146 photo.votes
:146 below
=146 1.5
}
]
}
:147 absent
=147 not_applicable
}
{151
:151 metric
=151 noise.coarse
:152 unsure_area
=152 told
:153 explained_by
[153
=153 levels.gap
=153 gain.over
]
:154 high
{154
:154 warn
=154 5.2
:154 defect
=154 5.8
:154 severe
=154 11.5
:154 code
=154 NOISE
:154 severity
{154
:154 warn
=154 info
:154 defect
=154 minor
:154 severe
=154 major
}
}
:155 absent
=155 not_applicable
}
{157
:157 metric
=157 noise.spikes
:158 unsure_area
=158 told
:159 high
{159
:159 warn
=159 0.05
:159 defect
=159 0.3
:159 severe
=159 1.5
:159 code
=159 NOISE
}
:160 absent
=160 not_applicable
}
{161
:161 metric
=161 cfm.alias
:163 explained_by
[163
=163 scale.repeats
=163 scale.odds
=163 scale.period
=163 sharp.soft
]
:165 high
{165
:165 warn
=165 8
:165 defect
=165 15
:165 severe
=165 40
:165 code
=165 CFM_ALIAS
:165 severity
{165
:165 warn
=165 minor
:165 defect
=165 minor
:165 severe
=165 minor
}
}
:166 absent
=166 not_applicable
}
{167
:167 metric
=167 phi.text
:169 high
{169
:169 warn
=169 0.5
:169 defect
=169 9999
:169 severe
=169 10000
:169 code
=169 PHI_RISK
:169 severity
{169
:169 warn
=169 info
:169 defect
=169 info
:169 severe
=169 info
}
}
:170 absent
=170 not_applicable
}
]
}
{172
:172 id
=172 gain
:173 name
{173
:173 zh
=173 增益、饱和与动态范围
:173 en
'173 Gain, saturation and dynamic range
}
:174 weight
=174 15
:175 criteria
[177
{177
:177 id
=177 gain.high
:178 metric
=178 gain.p50
:179 high
{179
:179 warn
=179 108
:179 defect
=179 130
:179 severe
=179 150
:179 code
=179 GAIN_HIGH
}
:181 baseline
{181
:181 high
{181
:181 warn
=181 2.5
:181 defect
=181 4
:181 severe
=181 6
}
:181 least
=181 25
}
:182 when
{182
:182 except_exam_types
[182
=182 msk
=182 hip
]
}
}
{184
:184 id
=184 gain.high.cartilage
:185 metric
=185 gain.p50
:187 high
{187
:187 warn
=187 84
:187 defect
=187 95
:187 severe
=187 120
:187 code
=187 GAIN_HIGH
:187 severity
{187
:187 warn
=187 minor
:187 defect
=187 minor
:187 severe
=187 major
}
}
:188 baseline
{188
:188 high
{188
:188 warn
=188 2.5
:188 defect
=188 4
:188 severe
=188 6
}
:188 least
=188 25
}
:189 when
{189
:189 exam_types
[189
=189 hip
]
}
}
{192
:192 id
=192 gain.high.fibre
:193 metric
=193 gain.p50
:194 high
{194
:194 warn
=194 130
:194 defect
=194 145
:194 severe
=194 160
:194 code
=194 GAIN_HIGH
:194 severity
{194
:194 warn
=194 minor
:194 defect
=194 minor
:194 severe
=194 major
}
}
:195 baseline
{195
:195 high
{195
:195 warn
=195 2.5
:195 defect
=195 4
:195 severe
=195 6
}
:195 least
=195 25
}
:196 when
{196
:196 exam_types
[196
=196 msk
]
}
}
{197
:197 id
=197 gain.high.top
:198 metric
=198 gain.p95
:199 high
{199
:199 warn
=199 218
:199 defect
=199 228
:199 severe
=199 240
:199 code
=199 GAIN_HIGH
:199 severity
{199
:199 warn
=199 minor
:199 defect
=199 minor
:199 severe
=199 major
}
}
:200 baseline
{200
:200 high
{200
:200 warn
=200 2.5
:200 defect
=200 4
:200 severe
=200 6
}
:200 least
=200 25
}
}
{202
:202 metric
=202 gain.lumen
:203 explained_by
[203
=203 gain.p50
=203 gain.p95
=203 gain.under
]
:204 high
{204
:204 warn
=204 46
:204 defect
=204 55
:204 severe
=204 75
:204 code
=204 GAIN_HIGH
:204 severity
{204
:204 warn
=204 minor
:204 defect
=204 minor
:204 severe
=204 minor
}
}
:206 when
{206
:206 except_exam_types
[206
=206 msk
]
}
:207 absent
=207 not_applicable
}
{208
:208 id
=208 gain.low
:209 metric
=209 gain.p50
:210 unsure_area
=210 told
:211 low
{211
:211 warn
=211 29
:211 defect
=211 25
:211 severe
=211 18
:211 code
=211 GAIN_LOW
}
:212 baseline
{212
:212 low
{212
:212 warn
=212 2.5
:212 defect
=212 4
:212 severe
=212 6
}
:212 least
=212 25
}
:214 when
{214
:214 metrics
[214
{214
:214 metric
=214 gain.p95
:214 below
=214 110
}
]
}
}
{215
:215 id
=215 gain.low.top
:216 metric
=216 gain.p95
:218 unsure_area
=218 told
:220 explained_by
[220
=220 sharp.limit
]
:221 low
{221
:221 warn
=221 85
:221 defect
=221 55
:221 severe
=221 45
:221 code
=221 GAIN_LOW
}
:222 baseline
{222
:222 low
{222
:222 warn
=222 2.5
:222 defect
=222 4
:222 severe
=222 6
}
:222 least
=222 25
}
}
{224
:224 metric
=224 gain.over
:226 explained_by
[226
=226 gain.p50
=226 gain.p95
=226 sharp.limit
]
:227 high
{227
:227 warn
=227 0.4
:227 defect
=227 3.5
:227 severe
=227 8
:227 code
=227 GAIN_HIGH
:227 severity
{227
:227 warn
=227 info
:227 defect
=227 minor
:227 severe
=227 major
}
}
:228 baseline
{228
:228 high
{228
:228 warn
=228 2.5
:228 defect
=228 4
:228 severe
=228 6
}
:228 least
=228 1.5
}
:229 when
{229
:229 except_exam_types
[229
=229 hip
]
}
:230 absent
=230 not_applicable
}
{232
:232 id
=232 gain.over.cartilage
:233 metric
=233 gain.over
:234 explained_by
[234
=234 gain.p50
=234 gain.p95
=234 sharp.limit
]
:235 high
{235
:235 warn
=235 0
:235 defect
=235 1.2
:235 severe
=235 6
:235 code
=235 GAIN_HIGH
:235 severity
{235
:235 warn
=235 info
:235 defect
=235 minor
:235 severe
=235 major
}
}
:236 baseline
{236
:236 high
{236
:236 warn
=236 2.5
:236 defect
=236 4
:236 severe
=236 6
}
:236 least
=236 1.5
}
:237 when
{237
:237 exam_types
[237
=237 hip
]
}
:238 absent
=238 not_applicable
}
{239
:239 metric
=239 gain.under
:240 unsure_area
=240 told
:242 explained_by
[242
=242 sat.hi
=242 gain.p50
=242 gain.p95
=242 gain.over
]
:243 high
{243
:243 warn
=243 2
:243 defect
=243 2.8
:243 severe
=243 5
:243 code
=243 GAIN_LOW
:243 severity
{243
:243 warn
=243 info
:243 defect
=243 minor
:243 severe
=243 major
}
}
:244 baseline
{244
:244 high
{244
:244 warn
=244 2.5
:244 defect
=244 4
:244 severe
=244 6
}
:244 least
=244 1.5
}
:245 when
{245
:245 except_exam_types
[245
=245 msk
]
}
:246 absent
=246 not_applicable
}
{248
:248 id
=248 gain.under.fibre
:249 metric
=249 gain.under
:250 unsure_area
=250 told
:251 explained_by
[251
=251 sat.hi
=251 gain.p50
=251 gain.p95
=251 gain.over
]
:252 high
{252
:252 warn
=252 0.6
:252 defect
=252 1.3
:252 severe
=252 5
:252 code
=252 GAIN_LOW
:252 severity
{252
:252 warn
=252 info
:252 defect
=252 minor
:252 severe
=252 major
}
}
:253 baseline
{253
:253 high
{253
:253 warn
=253 2.5
:253 defect
=253 4
:253 severe
=253 6
}
:253 least
=253 1.5
}
:254 when
{254
:254 exam_types
[254
=254 msk
]
}
:255 absent
=255 not_applicable
}
{256
:256 metric
=256 contrast.odds
:258 explained_by
[258
=258 levels.gap
=258 jpeg.q
=258 jpeg.former
=258 jpeg.block
=258 sat.hi
=258 gain.p50
=258 gain.p95
=258 gain.over
=258 gain.under
]
:259 explained_by_suspicion
[259
=259 gain.under
]
:260 high
{260
:260 warn
=260 2
:260 defect
=260 2.6
:260 severe
=260 7.4
:260 code
=260 CONTRAST_LOW
:260 severity
{260
:260 warn
=260 info
:260 defect
=260 minor
:260 severe
=260 major
}
}
:261 baseline
{261
:261 high
{261
:261 warn
=261 2.5
:261 defect
=261 4
:261 severe
=261 6
}
:261 least
=261 1.5
}
:262 absent
=262 not_applicable
}
{264
:264 id
=264 ent.usual
:265 metric
=265 ent
:266 baseline
{266
:266 low
{266
:266 warn
=266 3
:266 defect
=266 5
:266 severe
=266 8
:266 code
=266 CONTRAST_LOW
:266 severity
{266
:266 warn
=266 minor
:266 defect
=266 minor
:266 severe
=266 major
}
}
:266 least
=266 0.6
}
:267 absent
=267 not_applicable
}
{268
:268 metric
=268 sat.hi
:270 explained_by
[270
=270 tgc.farbright
=270 tgc.nearbright
]
:271 high
{271
:271 warn
=271 0.3
:271 defect
=271 1.8
:271 severe
=271 8
:271 code
=271 SAT_HIGH
}
:272 when
{272
:272 metrics
[272
{272
:272 metric
=272 sat.hi
:272 below
=272 3
}
]
}
}
{274
:274 id
=274 sat.hi.wide
:275 metric
=275 sat.hi
:276 unsure_area
=276 told
:277 explained_by
[277
=277 tgc.farbright
=277 tgc.nearbright
]
:278 high
{278
:278 warn
=278 0.3
:278 defect
=278 1.8
:278 severe
=278 8
:278 code
=278 SAT_HIGH
}
:279 when
{279
:279 metrics
[279
{279
:279 metric
=279 sat.hi
:279 at_least
=279 3
}
{279
:279 metric
=279 gain.p50
:279 below
=279 152
}
]
}
}
{281
:281 id
=281 sat.hi.everywhere
:282 metric
=282 sat.hi
:283 unsure_area
=283 told
:284 high
{284
:284 warn
=284 0.3
:284 defect
=284 1.8
:284 severe
=284 8
:284 code
=284 SAT_HIGH
}
:285 when
{285
:285 metrics
[285
{285
:285 metric
=285 sat.hi
:285 at_least
=285 3
}
{285
:285 metric
=285 gain.p50
:285 at_least
=285 152
}
]
}
}
{286
:286 metric
=286 sat.lo
:287 high
{287
:287 warn
=287 25
:287 defect
=287 35
:287 severe
=287 55
:287 code
=287 SAT_LOW
:287 severity
{287
:287 warn
=287 info
:287 defect
=287 minor
:287 severe
=287 major
}
}
:289 when
{289
:289 except_sections
[289
'289 fast.*
'289 efast.*
'289 vein.*
'289 gyn.*
]
}
:290 absent
=290 not_applicable
}
{294
:294 metric
=294 levels
:295 explained_by
[295
=295 jpeg.q
=295 jpeg.former
=295 jpeg.block
=295 dr.use
=295 sat.hi
=295 gain.p50
=295 gain.p95
=295 gain.over
=295 gain.under
=295 contrast.odds
]
:296 explained_by_suspicion
[296
=296 gain.under
]
:297 low
{297
:297 warn
=297 174
:297 defect
=297 145
:297 severe
=297 36
:297 code
=297 CONTRAST_LOW
:297 severity
{297
:297 warn
=297 info
:297 defect
=297 minor
:297 severe
=297 major
}
}
:298 when
{298
:298 metrics
[298
{298
:298 metric
=298 levels.gap
:298 below
=298 20
}
]
}
:299 absent
=299 not_applicable
}
{301
:301 id
=301 levels.missing
:302 metric
=302 levels
:303 unsure_area
=303 told
:304 explained_by
[304
=304 jpeg.q
=304 jpeg.former
=304 jpeg.block
=304 dr.use
=304 sat.hi
=304 gain.p50
=304 gain.p95
=304 gain.over
=304 gain.under
=304 contrast.odds
]
:305 explained_by_suspicion
[305
=305 gain.under
]
:306 low
{306
:306 warn
=306 174
:306 defect
=306 145
:306 severe
=306 36
:306 code
=306 LOWBIT
:306 severity
{306
:306 warn
=306 info
:306 defect
=306 minor
:306 severe
=306 major
}
}
:307 when
{307
:307 metrics
[307
{307
:307 metric
=307 levels.gap
:307 at_least
=307 20
}
]
}
:308 absent
=308 not_applicable
}
{311
:311 metric
=311 levels.gap
:314 explained_by_suspicion
[314
=314 sat.hi
=314 gain.over
=314 gain.p95
]
:315 high
{315
:315 warn
=315 20
:315 defect
=315 40
:315 severe
=315 90
:315 code
=315 LOWBIT
:315 severity
{315
:315 warn
=315 info
:315 defect
=315 minor
:315 severe
=315 major
}
}
:316 when
{316
:316 metrics
[316
{316
:316 metric
=316 levels.gap
:316 below
=316 82
}
]
}
:317 absent
=317 not_applicable
}
{318
:318 id
=318 levels.gap.coarse
:319 metric
=319 levels.gap
:320 unsure_area
=320 told
:321 high
{321
:321 warn
=321 20
:321 defect
=321 40
:321 severe
=321 90
:321 code
=321 LOWBIT
:321 severity
{321
:321 warn
=321 info
:321 defect
=321 minor
:321 severe
=321 major
}
}
:322 when
{322
:322 metrics
[322
{322
:322 metric
=322 levels.gap
:322 at_least
=322 82
}
]
}
:323 absent
=323 not_applicable
}
{324
:324 metric
=324 dr.use
:325 explained_by
[325
=325 gain.p50
=325 gain.p95
=325 gain.under
=325 sharp.limit
]
:326 explained_by_suspicion
[326
=326 gain.under
]
:327 low
{327
:327 warn
=327 106
:327 defect
=327 90
:327 severe
=327 60
:327 code
=327 CONTRAST_LOW
}
}
{328
:328 id
=328 contrast.usual
:329 metric
=329 contrast
:331 baseline
{331
:331 low
{331
:331 warn
=331 2.5
:331 defect
=331 4
:331 severe
=331 6
:331 code
=331 CONTRAST_LOW
:331 severity
{331
:331 warn
=331 minor
:331 defect
=331 minor
:331 severe
=331 minor
}
}
:331 least
=331 25
}
:332 absent
=332 not_applicable
}
]
}
{337
:337 id
=337 uniformity
:338 name
{338
:338 zh
=338 深度均匀性
:338 en
=338 Depth uniformity
}
:339 weight
=339 8
:340 criteria
[344
{344
:344 metric
=344 tgc.fardark
:345 explained_by
[345
=345 contrast.odds
=345 photo.votes
=345 shadow.sides
]
:346 high
{346
:346 warn
=346 1.1
:346 defect
=346 1.5
:346 severe
=346 3.1
:346 code
=346 TGC_UNEVEN
:346 severity
{346
:346 warn
=346 info
:346 defect
=346 minor
:346 severe
=346 minor
}
}
:347 when
{348
:348 except_sections
[348
'348 efast.lung.*
]
:349 except_exam_types
[349
=349 hip
=349 msk
]
:350 any
[350
{350
:350 metrics
[350
{350
:350 metric
=350 levels
:350 below
=350 174
}
]
}
{350
:350 metrics
[350
{350
:350 metric
=350 levels.gap
:350 at_least
=350 20
}
]
}
]
}
:351 absent
=351 not_applicable
}
{352
:352 id
=352 tgc.fardark.whole
:353 metric
=353 tgc.fardark
:354 explained_by
[354
=354 photo.votes
=354 shadow.sides
]
:355 high
{355
:355 warn
=355 1.1
:355 defect
=355 1.5
:355 severe
=355 3.1
:355 code
=355 TGC_UNEVEN
:355 severity
{355
:355 warn
=355 info
:355 defect
=355 minor
:355 severe
=355 minor
}
}
:356 when
{357
:357 except_sections
[357
'357 efast.lung.*
]
:358 except_exam_types
[358
=358 hip
=358 msk
]
:359 metrics
[359
{359
:359 metric
=359 levels
:359 at_least
=359 174
}
{359
:359 metric
=359 levels.gap
:359 below
=359 20
}
]
}
:360 absent
=360 not_applicable
}
{362
:362 id
=362 tgc.fardark.bone
:363 metric
=363 tgc.fardark
:364 explained_by
[364
=364 contrast.odds
=364 photo.votes
=364 shadow.sides
]
:365 high
{365
:365 warn
=365 3.5
:365 defect
=365 4.5
:365 severe
=365 7
:365 code
=365 TGC_UNEVEN
:365 severity
{365
:365 warn
=365 minor
:365 defect
=365 minor
:365 severe
=365 minor
}
}
:366 when
{366
:366 exam_types
[366
=366 msk
]
}
:367 absent
=367 not_applicable
}
{368
:368 metric
=368 tgc.farbright
:369 explained_by
[369
=369 jpeg.q
=369 jpeg.former
=369 jpeg.block
=369 photo.votes
=369 shadow.sides
=369 sharp.limit
]
:370 explained_by_suspicion
[370
=370 gain.over
=370 gain.p50
=370 gain.p95
]
:371 high
{371
:371 warn
=371 1
:371 defect
=371 1.4
:371 severe
=371 3.2
:371 code
=371 TGC_UNEVEN
:371 severity
{371
:371 warn
=371 info
:371 defect
=371 minor
:371 severe
=371 minor
}
}
:372 when
{372
:372 metrics
[372
{372
:372 metric
=372 dr.use
:372 at_least
=372 80
}
]
}
:373 absent
=373 not_applicable
}
{375
:375 id
=375 tgc.farbright.flat
:376 metric
=376 tgc.farbright
:377 high
{377
:377 warn
=377 1
:377 defect
=377 1.4
:377 severe
=377 3.2
:377 code
=377 CONTRAST_LOW
:377 severity
{377
:377 warn
=377 info
:377 defect
=377 minor
:377 severe
=377 minor
}
}
:378 when
{378
:378 metrics
[378
{378
:378 metric
=378 dr.use
:378 below
=378 80
}
]
}
:379 absent
=379 not_applicable
}
{381
:381 metric
=381 tgc.neardark
:382 unsure_area
=382 told
:383 explained_by
[383
=383 contrast.odds
=383 jpeg.q
=383 jpeg.former
=383 jpeg.block
=383 photo.votes
=383 shadow.sides
=383 gain.under
=383 gain.p50
=383 gain.p95
]
:384 high
{384
:384 warn
=384 0.7
:384 defect
=384 1.2
:384 severe
=384 3.5
:384 code
=384 TGC_UNEVEN
:384 severity
{384
:384 warn
=384 info
:384 defect
=384 minor
:384 severe
=384 minor
}
}
:385 absent
=385 not_applicable
}
{386
:386 metric
=386 tgc.nearbright
:387 explained_by
[387
=387 jpeg.q
=387 jpeg.former
=387 jpeg.block
=387 photo.votes
=387 shadow.sides
=387 sharp.limit
]
:388 explained_by_suspicion
[388
=388 gain.over
=388 gain.p95
=388 gain.p50
]
:389 high
{389
:389 warn
=389 0.2
:389 defect
=389 0.8
:389 severe
=389 2.8
:389 code
=389 TGC_UNEVEN
:389 severity
{389
:389 warn
=389 info
:389 defect
=389 minor
:389 severe
=389 minor
}
}
:390 absent
=390 not_applicable
}
{392
:392 metric
=392 tgc.slope
:393 explained_by
[393
=393 contrast.odds
=393 photo.votes
=393 shadow.sides
]
:394 explained_by_suspicion
[394
=394 gain.over
]
:395 severity
{395
:395 warn
=395 minor
:395 defect
=395 minor
:395 severe
=395 minor
}
:396 high
{396
:396 warn
=396 160
:396 defect
=396 200
:396 severe
=396 240
:396 code
=396 TGC_UNEVEN
}
:397 low
{397
:397 warn
=397 -240
:397 defect
=397 -270
:397 severe
=397 -300
:397 code
=397 TGC_UNEVEN
}
:398 baseline
{398
:398 high
{398
:398 warn
=398 2.5
:398 defect
=398 4
:398 severe
=398 6
}
:398 low
{398
:398 warn
=398 2.5
:398 defect
=398 4
:398 severe
=398 6
}
:398 least
=398 40
}
:399 when
{399
:399 except_sections
[399
'399 efast.lung.*
]
:399 except_exam_types
[399
=399 hip
=399 msk
]
}
}
{400
:400 id
=400 tgc.ratio.usual
:401 metric
=401 tgc.ratio
:402 severity
{402
:402 warn
=402 minor
:402 defect
=402 minor
:402 severe
=402 minor
}
:403 baseline
{403
:403 high
{403
:403 warn
=403 3
:403 defect
=403 5
:403 severe
=403 8
:403 code
=403 TGC_UNEVEN
}
:403 low
{403
:403 warn
=403 3
:403 defect
=403 4.5
:403 severe
=403 6
:403 code
=403 TGC_UNEVEN
}
:403 least
=403 0.2
:403 least_share
=403 0.4
}
:404 when
{404
:404 except_sections
[404
'404 efast.lung.*
]
:404 except_exam_types
[404
=404 hip
=404 msk
]
}
:405 absent
=405 not_applicable
}
{407
:407 metric
=407 tgc.slider
:409 explained_by
[409
=409 photo.votes
=409 shadow.sides
=409 sharp.limit
=409 tgc.fardark
=409 tgc.farbright
=409 tgc.neardark
=409 tgc.nearbright
]
:410 when
{410
:410 metrics
[410
{410
:410 metric
=410 contrast.odds
:410 below
=410 5
}
]
}
:411 high
{411
:411 warn
=411 0
:411 defect
=411 1.1
:411 severe
=411 4.5
:411 code
=411 TGC_BAND
:411 severity
{411
:411 warn
=411 info
:411 defect
=411 minor
:411 severe
=411 minor
}
}
:412 absent
=412 not_applicable
}
{414
:414 metric
=414 near.haze
:415 explained_by
[415
=415 gain.p50
=415 gain.p95
=415 gain.over
=415 sat.hi
]
:416 high
{416
:416 warn
=416 5
:416 defect
=416 25
:416 severe
=416 60
:416 code
=416 NOISE
}
:417 absent
=417 not_applicable
}
]
}
{419
:419 id
=419 coupling
:420 name
{420
:420 zh
=420 耦合与声影
:420 en
=420 Coupling and shadows
}
:421 weight
=421 12
:422 criteria
[423
{423
:423 metric
=423 contact.loss
:424 unsure_area
=424 told
:425 explained_by
[425
=425 photo.votes
]
:427 high
{427
:427 warn
=427 10
:427 defect
=427 20
:427 severe
=427 40
:427 code
=427 CONTACT_LOSS
}
}
{429
:429 metric
=429 contact.cut
:430 unsure_area
=430 told
:431 explained_by
[431
=431 photo.votes
]
:432 high
{432
:432 warn
=432 4
:432 defect
=432 8
:432 severe
=432 25
:432 code
=432 CONTACT_LOSS
:432 severity
{432
:432 warn
=432 info
:432 defect
=432 minor
:432 severe
=432 major
}
}
:433 absent
=433 not_applicable
}
{435
:435 metric
=435 contact.odds
:436 unsure_area
=436 told
:438 explained_by
[438
=438 photo.votes
=438 jpeg.q
=438 jpeg.former
=438 jpeg.block
=438 levels.gap
=438 noise.sigma
=438 noise.spikes
=438 gain.under
]
:439 high
{439
:439 warn
=439 0.2
:439 defect
=439 0.6
:439 severe
=439 3
:439 code
=439 CONTACT_LOSS
:439 severity
{439
:439 warn
=439 info
:439 defect
=439 minor
:439 severe
=439 major
}
}
:440 absent
=440 not_applicable
}
{441
:441 metric
=441 shadow.odds
:443 explained_by
[443
=443 photo.votes
=443 levels.gap
]
:444 explained_by_suspicion
[444
=444 gain.under
]
:445 high
{445
:445 warn
=445 0
:445 defect
=445 0.6
:445 severe
=445 4
:445 code
=445 SHADOW
:445 severity
{445
:445 warn
=445 info
:445 defect
=445 minor
:445 severe
=445 major
}
}
:446 when
{446
:446 except_sections
[446
'446 efast.lung.*
]
:446 except_exam_types
[446
=446 hip
]
}
:447 absent
=447 not_applicable
}
{450
:450 metric
=450 shadow.sides
:451 explained_by
[451
=451 photo.votes
]
:452 high
{452
:452 warn
=452 5
:452 defect
=452 8
:452 severe
=452 30
:452 code
=452 SHADOW
:452 severity
{452
:452 warn
=452 info
:452 defect
=452 minor
:452 severe
=452 major
}
}
:453 when
{453
:453 except_sections
[453
'453 efast.lung.*
]
}
:454 absent
=454 not_applicable
}
{455
:455 metric
=455 shadow.frac
:456 explained_by
[456
=456 photo.votes
=456 levels.gap
]
:457 explained_by_suspicion
[457
=457 gain.under
]
:461 high
{461
:461 warn
=461 29
:461 defect
=461 46
:461 severe
=461 55
:461 code
=461 SHADOW
:461 severity
{461
:461 warn
=461 info
:461 defect
=461 minor
:461 severe
=461 major
}
}
:463 when
{463
:463 except_sections
[463
'463 efast.lung.*
]
:463 except_exam_types
[463
=463 hip
]
}
}
]
}
{465
:465 id
=465 depth
:466 name
{466
:466 zh
=466 深度设置与穿透
:466 en
=466 Depth setting and penetration
}
:467 weight
=467 10
:468 criteria
[470
{470
:470 metric
=470 depth.waste
:471 explained_by
[471
=471 shadow.sides
]
:472 explained_by_suspicion
[472
=472 gain.under
]
:473 high
{473
:473 warn
=473 28
:473 defect
=473 36
:473 severe
=473 50
:473 code
=473 DEPTH_EXCESS
:473 severity
{473
:473 warn
=473 minor
:473 defect
=473 minor
:473 severe
=473 major
}
}
:475 when
{475
:475 except_exam_types
[475
=475 hip
]
}
}
{477
:477 metric
=477 depth.beyond
:478 high
{478
:478 warn
=478 21
:478 defect
=478 30
:478 severe
=478 45
:478 code
=478 DEPTH_EXCESS
:478 severity
{478
:478 warn
=478 minor
:478 defect
=478 minor
:478 severe
=478 major
}
}
:479 when
{479
:479 except_exam_types
[479
=479 hip
]
}
:480 absent
=480 not_applicable
}
{481
:481 metric
=481 pen
:482 explained_by
[482
=482 shadow.sides
]
:483 explained_by_suspicion
[483
=483 gain.under
]
:484 low
{484
:484 warn
=484 61
:484 defect
=484 50
:484 severe
=484 38
:484 code
=484 DEPTH_EXCESS
:484 severity
{484
:484 warn
=484 minor
:484 defect
=484 minor
:484 severe
=484 major
}
}
:485 baseline
{485
:485 low
{485
:485 warn
=485 2.5
:485 defect
=485 4
:485 severe
=485 6
}
:485 least
=485 25
}
:487 when
{487
:487 except_exam_types
[487
=487 hip
=487 msk
]
}
:488 absent
=488 not_applicable
}
]
}
]
:493 expert_items
[494
{494
:494 id
=494 section
:495 name
{495
:495 zh
=495 切面标准性
:495 en
=495 Standard section
}
:496 weight
=496 20
:497 code
=497 SECTION_NONSTD
:498 criteria
{500
:500 gyn.ut.sag
[501
{501
:501 id
=501 size
:501 name
{501
:501 zh
=501 子宫约占画面 2/3
:501 en
=501 Uterus fills about 2/3 of the picture
}
}
{502
:502 id
=502 fundus
:502 name
{502
:502 zh
=502 宫底显示
:502 en
=502 Fundus visible
}
}
{503
:503 id
=503 line
:503 name
{503
:503 zh
=503 内膜线（宫腔线）显示
:503 en
=503 Endometrial line visible
}
}
{504
:504 id
=504 endocervix
:504 name
{504
:504 zh
=504 宫颈管显示
:504 en
=504 Endocervix visible
}
}
]
:505 gyn.ut.tr
[506
{506
:506 id
=506 fundus
:506 name
{506
:506 zh
=506 宫底水平
:506 en
=506 At the level of the fundus
}
}
{507
:507 id
=507 endometrium
:507 name
{507
:507 zh
=507 内膜显示
:507 en
=507 Endometrium visible
}
}
]
:508 gyn.endo
[509
{509
:509 id
=509 sagittal
:509 name
{509
:509 zh
=509 矢状切面
:509 en
=509 Sagittal
}
}
{510
:510 id
=510 layers
:510 name
{510
:510 zh
=510 双层内膜显示
:510 en
=510 Both layers visible
}
}
]
:511 gyn.ov.*
[512
{512
:512 id
=512 size
:512 name
{512
:512 zh
=512 卵巢占画面 1/3 以上
:512 en
=512 Ovary fills 1/3 of the picture or more
}
}
{513
:513 id
=513 follicles
:513 name
{513
:513 zh
=513 卵泡显示
:513 en
=513 Follicles visible
}
}
{514
:514 id
=514 vein
:514 name
{514
:514 zh
=514 髂静脉显示
:514 en
=514 Iliac vein visible
}
}
]
:515 gyn.pod
[516
{516
:516 id
=516 fluid
:516 name
{516
:516 zh
=516 可判断有无积液
:516 en
=516 Fluid can be told
}
}
]
:518 hip.*.std
[519
{519
:519 id
=519 limb
:519 name
{519
:519 zh
=519 髂骨下支显示
:519 en
=519 Lower limb of the ilium visible
}
}
{520
:520 id
=520 contour
:520 name
{520
:520 zh
=520 髂骨轮廓平直
:520 en
=520 Iliac contour straight
}
}
{521
:521 id
=521 labrum
:521 name
{521
:521 zh
=521 盂唇显示
:521 en
=521 Labrum visible
}
}
]
}
}
{522
:522 id
=522 annotation
:523 name
{523
:523 zh
=523 体标、方位与切面标识
:523 en
'523 Body mark, side and label
}
:524 weight
=524 5
:525 code
=525 NO_MARK
:526 criteria
{528
:528 gyn.ov.*
[529
{529
:529 id
=529 side
:529 name
{529
:529 zh
=529 标明左右侧
:529 en
=529 Side stated
}
}
]
}
}
{530
:530 id
=530 measurement
:531 name
{531
:531 zh
=531 测量
:531 en
=531 Measurement
}
:532 weight
=532 8
:533 code
=533 CALIPER_WRONG
:535 when
{535
:535 sections
[535
=535 gyn.ut.tr
=535 gyn.endo
'535 hip.*.std
]
}
:536 criteria
{537
:537 gyn.ut.tr
[538
{538
:538 id
=538 width
:538 name
{538
:538 zh
=538 宫体宽径测量正确
:538 en
=538 Width measured right
}
}
]
:539 gyn.endo
[540
{540
:540 id
=540 calipers
:540 name
{540
:540 zh
=540 双层内膜厚度测量正确
:540 en
=540 Calipers on both layers
}
}
]
:541 hip.*.std
[542
{542
:542 id
=542 angles
:542 name
{542
:542 zh
=542 α/β 角测量正确
:542 en
=542 Angles α and β measured right
}
}
]
}
}
{543
:543 id
=543 colour
:544 name
{544
:544 zh
=544 彩色与频谱设置
:544 en
=544 Colour and spectral setting
}
:545 weight
=545 4
:546 code
=546 CFM_GAIN
:548 when
{549
:549 any
[550
{550
:550 sections
[550
'550 *.cfm
'550 *.pw
'550 *.doppler
'550 echo.pw.*
'550 echo.cw.*
'550 echo.tdi.*
]
}
{551
:551 metrics
[551
{551
:551 metric
=551 cfm.share
:551 at_least
=551 1
}
]
}
]
}
}
{552
:552 id
=552 report
:553 name
{553
:553 zh
=553 图文相符
:553 en
=553 Agreement of report and picture
}
:554 weight
=554 3
:555 code
=555 REPORT_MISMATCH
:556 needs
=556 report
}
]
:558 required_sections
{559
:559 gynaecology
[559
=559 gyn.ut.sag
=559 gyn.ut.tr
=559 gyn.endo
=559 gyn.ov.r.long
=559 gyn.ov.r.tr
=559 gyn.ov.l.long
=559 gyn.ov.l.tr
=559 gyn.pod
]
:560 fast
[560
=560 fast.ruq
=560 fast.luq
=560 fast.pelvis.sag
=560 fast.pelvis.tr
=560 fast.sub
]
:561 hip
[561
=561 hip.r.std
=561 hip.l.std
]
}
:563 advice
{564
:564 GAIN_HIGH
{565
:565 zh
=565 图像偏亮。把总增益调低（约 {db} dB），直到血管或液性暗区重新变黑、实质呈中等灰阶，再冻结存图。
:566 en
=566 The picture is too bright. Turn the overall gain down (by about {db} dB), until vessels or fluid are black again and tissue is mid-grey, then freeze and store.
}
:567 GAIN_LOW
{568
:568 zh
=568 图像偏暗。把总增益每次调高 3 dB，直到实质呈中等灰阶而血管仍为黑色；若仍偏暗，检查输出功率和耦合剂。
:569 en
=569 The picture is too dark. Turn the overall gain up in steps of 3 dB, until tissue is mid-grey and vessels are still black; if it stays dark, check output power and gel.
}
:570 SAT_HIGH
{571
:571 zh
=571 有 {value}% 的区域达到全白，细节已丢失（应低于 {target}%）。先把总增益调低 3–6 dB，再按需增大动态范围。
:572 en
'572 {value}% of the area is pure white and its detail is lost (below {target}% is good). Turn the gain down by 3–6 dB, then widen the dynamic range if needed.
:573 by_metric
[574
{574
:574 id
=574 both-ends
:575 metric
=575 sat.hi
:576 metrics
[576
{576
:576 metric
=576 sat.lo
:576 at_least
=576 25
}
]
:577 zh
=577 有 {value}% 的区域达到全白，同时暗处全黑，两端细节已丢失。把动态范围调大到 50–65 dB；若仍有全白，再把总增益调低 3 dB。
:578 en
'578 {value}% of the area is pure white while dark parts are pure black. Widen the dynamic range to 50–65 dB; if white remains, turn the gain down by 3 dB.
}
]
}
:579 SAT_LOW
{580
:580 zh
=580 有 {value}% 的区域全黑。适当提高总增益或动态范围，并确认探头与皮肤接触良好。
:581 en
'581 {value}% of the area is pure black. Raise the gain or the dynamic range a little, and make sure that the probe touches the skin.
:582 by_metric
[584
{584
:584 id
=584 both-ends
:585 metric
=585 sat.lo
:586 metrics
[586
{586
:586 metric
=586 sat.hi
:586 at_least
=586 0.3
}
]
:587 zh
=587 有 {value}% 的区域全黑，同时亮处全白。把动态范围调大到 50–65 dB，使两端的灰阶都能显示。
:588 en
'588 {value}% of the area is pure black while bright parts are pure white. Widen the dynamic range to 50–65 dB, until both ends show their grey tones.
}
]
}
:589 CONTRAST_LOW
{590
:590 zh
=590 灰阶层次少。把动态范围调到 50–65 dB，选用该脏器的预设，避免多次转存。
:591 en
=591 Few grey tones are used. Set the dynamic range to 50–65 dB, choose the organ's preset, and avoid copying the picture through other programs.
:592 by_metric
[594
{594
:594 id
=594 cut-off-white
:595 metric
=595 contrast.odds
:596 metrics
[596
{596
:596 metric
=596 sat.hi
:596 at_least
=596 0.3
}
]
:597 zh
=597 灰阶在白端被截断，亮处细节丢失。先把总增益调低 3 dB，再把动态范围调大到 50–65 dB。
:598 en
=598 The grey scale is cut off at white and bright detail is lost. Turn the overall gain down by 3 dB, then widen the dynamic range to 50–65 dB.
}
{599
:599 id
=599 cut-off-black
:600 metric
=600 contrast.odds
:601 metrics
[601
{601
:601 metric
=601 sat.lo
:601 at_least
=601 25
}
]
:602 zh
=602 灰阶在黑端被截断，暗处细节丢失。把动态范围调大到 50–65 dB；若整幅偏暗，再把总增益调高 3 dB。
:603 en
=603 The grey scale is cut off at black and dark detail is lost. Widen the dynamic range to 50–65 dB; if the whole picture is dark, turn the overall gain up by 3 dB as well.
}
{604
:604 id
=604 crowded
:605 metric
=605 contrast.odds
:606 zh
=606 灰阶挤在一起，图像发灰。把动态范围调小到 50–65 dB，选用该脏器的预设，避免多次转存。
:607 en
=607 The grey tones are crowded together and the picture looks flat. Reduce the dynamic range to 50–65 dB, choose the organ's preset, and avoid copying the picture through other programs.
}
{608
:608 metric
=608 dr.use
:609 side
=609 low
:610 zh
=610 亮暗之间只用到 {value} 级灰阶（应不少于 {target}），图像发灰。把动态范围调小到 50–65 dB，选用该脏器的预设。
:611 en
'611 Only {value} grey levels lie between dark and bright ({target} or more are good): the picture looks flat. Reduce the dynamic range to 50–65 dB and choose the organ's preset.
}
]
}
:612 LOWBIT
{613
:613 zh
=613 图像的灰阶级数过少，多为采集卡或导出设置所致。请导出 8 位灰阶的 PNG 或高质量 JPEG。
:614 en
=614 The picture has too few grey levels, usually from the capture card or the export setting. Export 8-bit PNG or high-quality JPEG.
}
:615 TGC_UNEVEN
{616
:616 zh
=616 近场与远场亮度不一致。先把 TGC 滑杆全部放在中间，再只调整偏亮或偏暗的那一段。
:617 en
=617 Near and far field differ in brightness. Put all TGC sliders to the middle, then move only those of the part that is too bright or too dark.
:618 by_metric
[619
{619
:619 metric
=619 tgc.fardark
:620 zh
=620 远场偏暗。把 TGC 下部（深处）的滑杆向右（调高）推，直到深浅亮度一致；若深处只出现噪声而无组织，改用低频或减小深度。
:621 en
=621 The far field is dark. Push the lower (deep) TGC sliders up until near and far are alike; if only noise appears at depth, use a lower frequency or less depth.
}
{622
:622 metric
=622 tgc.farbright
:623 zh
=623 远场偏亮。把 TGC 下部（深处）的滑杆向左（调低）推，直到深浅亮度一致。
:624 en
=624 The far field is bright. Pull the lower (deep) TGC sliders down until near and far are alike.
}
{625
:625 metric
=625 tgc.neardark
:626 zh
=626 近场偏暗。把 TGC 上部（浅处）的滑杆向右（调高）推，直到深浅亮度一致，并确认耦合剂足够。
:627 en
=627 The near field is dark. Push the upper (shallow) TGC sliders up until near and far are alike, and make sure there is enough gel.
}
{628
:628 metric
=628 tgc.nearbright
:629 zh
=629 近场偏亮。把 TGC 上部（浅处）的滑杆向左（调低）推，直到深浅亮度一致。
:630 en
=630 The near field is bright. Pull the upper (shallow) TGC sliders down until near and far are alike.
}
{631
:631 id
=631 brighter-with-depth
:632 metric
=632 tgc.slope
:633 side
=633 high
:634 zh
=634 图像由浅到深越来越亮。把 TGC 下部（深处）的滑杆调低，或把上部（浅处）的调高，直到深浅亮度一致。
:635 en
=635 The picture grows brighter with depth. Pull the lower (deep) TGC sliders down, or push the upper ones up, until near and far are alike.
}
{636
:636 id
=636 darker-with-depth
:637 metric
=637 tgc.slope
:638 side
=638 low
:639 zh
=639 图像由浅到深越来越暗。把 TGC 下部（深处）的滑杆调高，直到深浅亮度一致；若深处只出现噪声，改用低频或减小深度。
:640 en
=640 The picture grows darker with depth. Push the lower (deep) TGC sliders up until near and far are alike; if only noise appears at depth, use a lower frequency or less depth.
}
{641
:641 id
=641 far-brighter-than-usual
:642 metric
=642 tgc.ratio
:643 side
=643 high
:644 zh
=644 与本机平时相比，远场偏亮。把 TGC 下部（深处）的滑杆调低。
:645 en
=645 The far field is brighter than usual on this machine. Pull the lower (deep) TGC sliders down.
}
{646
:646 id
=646 far-darker-than-usual
:647 metric
=647 tgc.ratio
:648 side
=648 low
:649 zh
=649 与本机平时相比，远场偏暗。把 TGC 下部（深处）的滑杆调高；若深处只出现噪声，改用低频或减小深度。
:650 en
=650 The far field is darker than usual on this machine. Push the lower (deep) TGC sliders up; if only noise appears at depth, use a lower frequency or less depth.
}
]
}
:651 TGC_BAND
{652
:652 zh
=652 某一深度出现横向亮带或暗带。检查该深度的 TGC 滑杆是否被碰动，使相邻滑杆平滑过渡。
:653 en
=653 A bright or dark band lies across one depth. One TGC slider was probably moved; let neighbouring sliders change smoothly.
:654 by_metric
[655
{655
:655 id
=655 bright-band
:656 metric
=656 tgc.slider
:657 metrics
[657
{657
:657 metric
=657 band.bright
:657 at_least
=657 0.5
}
]
:658 zh
=658 约在深度 {band.depth}% 处有一条横向亮带。把该深度的 TGC 滑杆调低，使其与相邻滑杆平滑过渡。
:659 en
=659 A bright band lies across the picture at about {band.depth}% of the depth. Pull the TGC slider of that depth down, in line with its neighbours.
}
{660
:660 id
=660 dark-band
:661 metric
=661 tgc.slider
:662 metrics
[662
{662
:662 metric
=662 band.bright
:662 below
=662 0.5
}
]
:663 zh
=663 约在深度 {band.depth}% 处有一条横向暗带。把该深度的 TGC 滑杆调高，使其与相邻滑杆平滑过渡。
:664 en
=664 A dark band lies across the picture at about {band.depth}% of the depth. Push the TGC slider of that depth up, in line with its neighbours.
}
]
}
:665 CONTACT_LOSS
{666
:666 zh
=666 约 {value}% 的扫描线没有接触到皮肤。多加耦合剂，让探头整个面均匀贴紧，必要时侧动探头避开肋骨或气体。
:667 en
=667 About {value}% of the scan lines do not touch the skin. Add gel, press the whole probe face evenly, and tilt away from ribs or gas.
}
:668 SHADOW
{669
:669 zh
=669 约 {value}% 的扫描线被声影遮挡。若不是结石等病变所致，请换肋间、嘱患者吸气或侧卧后重新取图。
:670 en
=670 About {value}% of the scan lines lie in shadow. Unless it is the finding itself (a stone), change the intercostal space, ask for a deep breath or turn the patient, and take it again.
}
:671 NOISE
{672
:672 zh
=672 雪花或雾状噪声较多。降低总增益，打开谐波或复合成像，必要时换低频探头；并检查附近电器干扰。
:673 en
=673 There is much snow or haze. Lower the gain, switch on harmonic or compound imaging, use a lower frequency if needed, and look for electrical interference.
:674 by_metric
[675
{675
:675 metric
=675 near.haze
:676 zh
=676 近场有 {value}% 呈雾状发白，无组织结构。把 TGC 上部（浅处）的滑杆调低，打开谐波成像，多加耦合剂并排出气泡。
:677 en
'677 {value}% of the near field is white haze without structure. Pull the upper (shallow) TGC sliders down, switch on harmonic imaging, and add gel without bubbles.
}
{678
:678 metric
=678 noise.spikes
:679 zh
=679 图像中散布单个的黑白噪点，多为采集卡、线缆或电磁干扰所致。检查视频线和附近电器，并从原机直接导出。
:680 en
=680 Single black or white pixels are strewn over the picture, as capture cards, cables and interference make them. Check the video cable and nearby devices, and export straight from the machine.
}
]
}
:681 DEPTH_EXCESS
{682
:682 zh
=682 深度设置过大或穿透不足，图像下部没有信息。把深度调小，使目标占图像一半以上；若远场只有噪声，降低频率。
:683 en
=683 The depth is set too large or penetration is poor; the lower part shows nothing. Reduce the depth until the target fills more than half of the picture; if the far field is only noise, lower the frequency.
:684 by_metric
[685
{685
:685 metric
=685 depth.waste
:686 zh
=686 图像下部 {value}% 没有信息（应低于 {target}%）。把深度调小，使目标占图像一半以上。
:687 en
'687 The lowest {value}% of the picture show nothing (below {target}% is good). Reduce the depth until the target fills more than half of the picture.
}
{688
:688 metric
=688 depth.beyond
:689 zh
=689 深度标尺有 {value}% 在最后的回声以下（应低于 {target}%）。把深度调小，使目标占图像一半以上。
:690 en
'690 {value}% of the depth scale lie below the last echoes (below {target}% is good). Reduce the depth until the target fills more than half of the picture.
}
{691
:691 metric
=691 pen
:692 zh
=692 超声只穿透到深度的 {value}%，再往下只有噪声（应达到 {target}%）。改用较低频率或穿透模式，把聚焦区下移；若目标已完整显示，把深度调小。
:693 en
'693 Echoes reach down to {value}% of the depth only, and below is noise ({target}% is good). Use a lower frequency or the penetration mode and a deeper focus; if the target is shown whole, reduce the depth.
}
]
}
:694 BLUR
{695
:695 zh
=695 图像模糊。请把聚焦区调到目标深度，嘱患者屏气后冻结，并从原机直接导出，不要缩放或转存。
:696 en
=696 The picture is blurred. Put the focus at the target's depth, freeze during a breath-hold, and export straight from the machine without scaling or copying.
}
:697 LOWRES
{698
:698 zh
=698 超声区域高度只有 {value} 像素（至少 {target}）。请用原始分辨率导出，不要截取缩略图。
:699 en
=699 The ultrasound area is only {value} pixels high ({target} at least). Export at the original resolution, not a thumbnail.
}
:700 JPEG_LOW
{701
:701 zh
=701 图像被过度压缩。请改用 PNG，或把 JPEG 质量设为 90 以上，不要经微信等软件转发。
:702 en
=702 The picture is compressed too much. Use PNG, or JPEG quality 90 or more, and do not forward pictures through chat programs.
}
:703 UPSCALED
{704
:704 zh
=704 图像由较小的图放大而成。请从原机以原始分辨率导出。
:705 en
=705 The picture was enlarged from a smaller one. Export it from the machine at its original resolution.
}
:706 DUP_SAME_EXAM
{707
:707 zh
=707 本次检查中已有相同的图。请保留一张，并补传缺少的切面。
:708 en
=708 This exam holds the same picture already. Keep one, and add the sections that are missing.
}
:709 DUP_CROSS_PATIENT
{710
:710 zh
=710 同一张图出现在另一位患者的检查中。请立即核对患者和图像，并由专家复核。
:711 en
=711 The same picture is in another patient's exam. Check patient and picture at once; an expert will look at it.
}
:712 BLANK
{713
:713 zh
=713 图像是空白的。请确认导出的是已存的超声图，重新导出后再上传。
:714 en
=714 The picture is blank. Make sure that a stored ultrasound picture is exported, and send it again.
}
:715 IN_AIR
{716
:716 zh
=716 探头悬空，没有接触患者。请涂耦合剂，在患者身上重新取图。
:717 en
=717 The probe was in the air. Put on gel and take the picture on the patient.
}
:718 UNREADABLE
{719
:719 zh
=719 文件无法读取。请在原机上用 PNG 或 JPEG 格式重新导出，并等待复制完成后再提交。
:720 en
=720 The file cannot be read. Export it again from the machine as PNG or JPEG, and let the copy finish before you hand it in.
}
:721 NOT_ULTRASOUND
{722
:722 zh
=722 未识别到超声图像。请只提交超声切面图，不要提交照片、报告单或屏幕截图；将由专家确认。
:723 en
=723 No ultrasound was recognised. Hand in ultrasound sections only, no photos, reports or screenshots; an expert will look at it.
}
:724 GEOM_UNCERTAIN
{725
:725 zh
=725 系统无法确定扫查区域，不扣分，将由专家评判。请尽量导出完整界面、不带遮挡的图。
:726 en
=726 The scan area could not be found surely; nothing is deducted and an expert will judge. Export the whole screen without overlays if you can.
}
:727 TOO_SMALL
{728
:728 zh
=728 图像过小，无法评判。请以原始分辨率导出。
:729 en
=729 The picture is too small to be judged. Export it at its original resolution.
}
:730 LAYOUT_DUAL
{731
:731 zh
=731 双幅图：只对左侧二维图评分。重要切面请单幅存图。
:732 en
'732 Two pictures side by side: only the left B-mode part was graded. Store important sections as single pictures.
}
:733 LAYOUT_QUAD
{734
:734 zh
=734 四幅图：系统不评分，由专家评判。请单幅存图。
:735 en
'735 Four pictures in one: not graded by the system, an expert will judge. Store single pictures.
}
:736 LAYOUT_STACK
{737
:737 zh
=737 上下排列的多幅图：系统不评分，由专家评判。请单幅存图。
:738 en
'738 Pictures above each other: not graded by the system, an expert will judge. Store single pictures.
}
:739 LAYOUT_SPECTRAL
{740
:740 zh
=740 频谱或M型图：系统不评分，由专家评判。
:741 en
'741 Spectral Doppler or M-mode: not graded by the system, an expert will judge.
}
:742 LAYOUT_3D
{743
:743 zh
=743 三维成像：系统不评分，由专家评判。
:744 en
'744 Rendered surface: not graded by the system, an expert will judge.
}
:745 NOT_MEASURED
{746
:746 zh
=746 该指标在此图上未能测量，未计入得分。
:747 en
=747 This could not be measured on the picture and was left out of the score.
}
:750 SECTION_NONSTD
{751
:751 zh
=751 切面不标准。对照该切面的标准结构逐项核对，缺少的结构显示后再冻结存图。
:752 en
=752 The section is not the standard one. Compare it with the structures that it must show, and freeze when all are visible.
}
:753 SECTION_MISSING
{754
:754 zh
=754 缺少必查切面。请补查该切面并重新上传。
:755 en
=755 A required section is missing. Take it and send it.
}
:756 LABEL_MISMATCH
{757
:757 zh
=757 切面标注与图像不符。请核对切面名称后更正。
:758 en
=758 The label does not fit the picture. Check the section's name and correct it.
}
:759 NO_MARK
{760
:760 zh
=760 缺少体标、左右侧或切面标识。存图前请加上体标和文字标识。
:761 en
=761 Body mark, side or label is missing. Add them before you store the picture.
}
:762 NO_CALIPER
{763
:763 zh
=763 该切面应有测量而未测。请测量后存图。
:764 en
=764 This section needs a measurement. Measure, then store the picture.
}
:765 CALIPER_WRONG
{766
:766 zh
=766 测量位置不正确。请按该切面的测量规范重新放置游标。
:767 en
=767 The calipers are misplaced. Place them again as the section's measurement asks.
}
:768 CFM_GAIN
{769
:769 zh
=769 彩色或频谱设置不当。调高彩色增益至刚出现噪点再略回调，并使量程与流速相配。
:770 en
=770 Colour or spectral setting is off. Raise the colour gain until specks just appear and go back a little, and fit the scale to the flow.
}
:771 CFM_ALIAS
{772
:772 zh
=772 彩色混叠。请提高彩色量程，必要时移动基线。
:773 en
=773 The colour aliases. Raise the colour scale, and move the baseline if needed.
}
:774 CFM_BOX
{775
:775 zh
=775 彩色取样框大小或位置不当。取样框只需覆盖目标区域。
:776 en
=776 The colour box is too large or misplaced. Let it cover the target only.
}
:777 PW_ANGLE
{778
:778 zh
=778 多普勒校正角度超过 60°。请偏转声束或改变探头方向，使角度不超过 60°。
:779 en
=779 The Doppler angle is above 60°. Steer the beam or turn the probe until it is 60° or less.
}
:780 PW_BASELINE
{781
:781 zh
=781 频谱基线或量程不当。调整后应显示完整频谱。
:782 en
=782 Baseline or scale of the spectrum is off. Set them so that the whole spectrum is shown.
}
:783 REPORT_MISMATCH
{784
:784 zh
=784 报告描述与图像不符。请核对报告与图像，更正不符之处，并存留能支持报告的图像。
:785 en
=785 Report and picture do not agree. Compare them, correct what differs, and store the pictures that the report rests on.
}
:786 DEPTH_SHORT
{787
:787 zh
=787 目标被截断。请加大深度，使目标完整显示。
:788 en
=788 The target is cut off. Increase the depth until it is shown whole.
}
:789 TARGET_SMALL
{790
:790 zh
=790 目标过小。请减小深度或局部放大，使目标占图像一半以上。
:791 en
=791 The target is too small. Reduce the depth or zoom until it fills more than half of the picture.
}
:792 FOCUS_OFF
{793
:793 zh
=793 聚焦区不在目标深度。请把聚焦区移到目标水平。
:794 en
=794 The focus is not at the target's depth. Move it there.
}
:795 SCREEN_PHOTO
{796
:796 zh
=796 图像是翻拍屏幕所得。请从原机直接导出。
:797 en
=797 The picture is a photo of a screen. Export it straight from the machine.
:798 by_metric
[799
{799
:799 id
=799 one-sign
:800 metric
=800 photo.votes
:801 metrics
[801
{801
:801 metric
=801 photo.votes
:801 below
=801 1.5
}
]
:802 zh
=802 有一处翻拍屏幕的迹象，请核对图像来源。若是翻拍，请从原机直接导出。
:803 en
=803 One sign speaks of a photographed screen. Check where the picture comes from; if it is a photo, export straight from the machine.
}
]
}
:804 MOIRE
{805
:805 zh
=805 图像有摩尔纹。请从原机直接导出，不要翻拍。
:806 en
=806 There is a moiré pattern. Export the picture straight from the machine; do not photograph the screen.
}
:807 ASPECT
{808
:808 zh
=808 图像长宽比失真，会影响测量。请按原始比例导出。
:809 en
=809 The picture is stretched, which falsifies measurements. Export it with its original proportions.
:810 by_metric
[811
{811
:811 metric
=811 aspect.trace
:812 zh
=812 图像像是只沿一个方向缩放过，可能影响测量。请核对采集和导出设置，按原始比例导出。
:813 en
=813 The picture seems to have been scaled along one axis only, which may falsify measurements. Check the capture and export settings, and export with the original proportions.
}
]
}
:814 PHI_RISK
{815
:815 zh
=815 图像上方有文字。请确认其中没有患者姓名或证件号码；导出时可设置隐去。
:816 en
=816 There is text above the picture. Make sure that it names no patient; most machines can hide names on export.
}
:817 PHI_BURNT
{818
:818 zh
=818 图中含有患者身份信息。请设置导出时隐去姓名和号码，再重新上传。
:819 en
=819 The picture shows who the patient is. Set the export to hide names and numbers, and send it again.
}
}
:821 examples
[822
{822
:822 id
=822 sound
:824 format
=824 jpeg
:825 metrics
{826
:826 gain.p5
=826 5
:827 gain.p50
=827 60
:828 gain.p95
=828 140
:829 gain.lumen
=829 18
:830 sat.hi
=830 0
:831 sat.lo
=831 2
:832 ent
=832 6.8
:833 levels
=833 210
:834 levels.gap
=834 0
:835 dr.use
=835 175
:836 contrast
=836 115
:837 contrast.odds
=837 -2.5
:838 tgc.slope
=838 -50
:839 tgc.ratio
=839 0.7
:840 tgc.band
=840 28
:841 lat.cv
=841 0.45
:842 contact.loss
=842 0
:843 shadow.frac
=843 5
:844 near.haze
=844 0
:845 sharp.hf
=845 0.022
:846 sharp.vol
=846 0.26
:847 sharp.cutoff
=847 0.86
:848 sharp.soft
=848 -3
:849 scale.repeats
=849 0
:850 noise.sigma
=850 0.5
:851 noise.coarse
=851 1.1
:852 noise.spikes
=852 0
:853 jpeg.q
=853 92
:854 jpeg.block
=854 1.1
:855 res.h
=855 560
:856 res.w
=856 780
:857 cfm.share
=857 0
:858 depth.waste
=858 0
:859 pen
=859 100
}
:860 expect
{860
:860 score
=860 100
:860 level
=860 A
:860 route
=860 pass
}
}
{861
:861 id
=861 only-just-too-bright
:863 like
=863 sound
:864 metrics
{864
:864 gain.p50
=864 110
}
:865 expect
{865
:865 score
=865 98
:865 level
=865 A
:865 route
=865 pass
:865 findings
{865
:865 GAIN_HIGH
=865 minor
}
}
}
{866
:866 id
=866 a-little-bright
:868 like
=868 sound
:869 metrics
{869
:869 gain.p50
=869 119
}
:870 expect
{870
:870 score
=870 93.8
:870 level
=870 A
:870 route
=870 pass
:870 findings
{870
:870 GAIN_HIGH
=870 minor
}
}
}
{871
:871 id
=871 dark-and-shadowed
:873 like
=873 sound
:874 metrics
{874
:874 gain.p95
=874 50
:874 shadow.frac
=874 50.5
}
:875 expect
{875
:875 score
=875 66.3
:875 level
=875 C
:875 route
=875 review
:875 findings
{875
:875 GAIN_LOW
=875 major
:875 SHADOW
=875 minor
}
}
}
{876
:876 id
=876 one-major-fault-caps-at-c
:878 like
=878 sound
:879 metrics
{879
:879 contact.loss
=879 21
}
:880 expect
{880
:880 score
=880 79
:880 level
=880 C
:880 route
=880 review
:880 findings
{880
:880 CONTACT_LOSS
=880 major
}
}
}
{881
:881 id
=881 saved-again-without-loss
:883 like
=883 sound
:884 format
=884 png
:885 metrics
{885
:885 jpeg.former
=885 48
:885 jpeg.block
=885 1.95
}
:886 expect
{886
:886 score
=886 87.5
:886 level
=886 B
:886 route
=886 pass
:886 findings
{886
:886 JPEG_LOW
=886 minor
}
}
}
{887
:887 id
=887 compressed-beyond-use
:888 like
=888 sound
:889 metrics
{889
:889 jpeg.q
=889 12
:889 jpeg.block
=889 2.5
}
:890 expect
{890
:890 score
=890 75
:890 level
=890 C
:890 route
=890 review
:890 findings
{890
:890 JPEG_LOW
=890 major
}
}
}
{891
:891 id
=891 blocks-that-no-table-explains
:893 like
=893 sound
:894 format
=894 png
:895 metrics
{895
:895 jpeg.block
=895 1.825
}
:896 expect
{896
:896 score
=896 93.8
:896 level
=896 A
:896 route
=896 pass
:896 findings
{896
:896 JPEG_LOW
=896 minor
}
}
}
{897
:897 id
=897 blurred-by-a-copy
:899 like
=899 sound
:900 metrics
{900
:900 sharp.soft
=900 2.8
}
:901 expect
{901
:901 score
=901 87.5
:901 level
=901 B
:901 route
=901 pass
:901 findings
{901
:901 BLUR
=901 minor
}
}
}
{902
:902 id
=902 blurred-until-nothing-fine-is-left
:904 like
=904 sound
:905 metrics
{905
:905 sharp.soft
=905 3.4
:905 sharp.limit
=905 0.12
}
:906 expect
{906
:906 score
=906 75
:906 level
=906 C
:906 route
=906 review
:906 findings
{906
:906 BLUR
=906 major
}
}
}
{907
:907 id
=907 low-limit-of-a-zoomed-picture
:908 like
=908 sound
:909 metrics
{909
:909 sharp.soft
=909 1
:909 sharp.limit
=909 0.13
}
:910 expect
{910
:910 score
=910 100
:910 level
=910 A
:910 route
=910 pass
}
}
{911
:911 id
=911 pixels-copied-to-enlarge
:912 like
=912 sound
:913 metrics
{913
:913 scale.repeats
=913 60
}
:914 expect
{914
:914 score
=914 75
:914 level
=914 C
:914 route
=914 review
:914 findings
{914
:914 UPSCALED
=914 major
}
}
}
{915
:915 id
=915 enlarged-smoothly
:917 like
=917 sound
:918 metrics
{918
:918 scale.period
=918 17.75
}
:919 expect
{919
:919 score
=919 93.8
:919 level
=919 A
:919 route
=919 pass
:919 findings
{919
:919 UPSCALED
=919 minor
}
}
}
{920
:920 id
=920 enlarged-as-a-whole
:922 like
=922 sound
:923 metrics
{923
:923 scale.odds
=923 3.3
}
:924 expect
{924
:924 score
=924 81.3
:924 level
=924 B
:924 route
=924 pass
:924 findings
{924
:924 UPSCALED
=924 minor
}
}
}
{925
:925 id
=925 coarse-grain
:927 like
=927 sound
:928 metrics
{928
:928 noise.coarse
=928 5.6
}
:929 expect
{929
:929 score
=929 98
:929 level
=929 A
:929 route
=929 pass
:929 findings
{929
:929 NOISE
=929 info
}
}
}
{930
:930 id
=930 salt-and-pepper
:931 like
=931 sound
:932 metrics
{932
:932 noise.spikes
=932 1.5
}
:933 expect
{933
:933 score
=933 75
:933 level
=933 C
:933 route
=933 review
:933 findings
{933
:933 NOISE
=933 major
}
}
}
{934
:934 id
=934 a-colour-box-on-the-grid
:935 like
=935 sound
:936 format
=936 png
:937 metrics
{937
:937 jpeg.block
=937 1.95
:937 cfm.share
=937 4
}
:938 expect
{938
:938 score
=938 100
:938 level
=938 A
:938 route
=938 pass
}
}
{939
:939 id
=939 seventy-eight-grey-levels
:941 like
=941 sound
:942 metrics
{942
:942 levels
=942 78
:942 levels.gap
=942 70
}
:943 expect
{943
:943 score
=943 81.3
:943 level
=943 B
:943 route
=943 pass
:943 findings
{943
:943 LOWBIT
=943 minor
}
}
}
{944
:944 id
=944 as-few-in-a-narrow-range
:946 like
=946 sound
:947 metrics
{947
:947 levels
=947 78
}
:948 expect
{948
:948 score
=948 81.3
:948 level
=948 B
:948 route
=948 pass
:948 findings
{948
:948 CONTRAST_LOW
=948 minor
}
}
}
{949
:949 id
=949 every-eighth-grey-level
:950 like
=950 sound
:951 metrics
{951
:951 levels
=951 32
:951 levels.gap
=951 87
}
:952 expect
{952
:952 score
=952 75
:952 level
=952 C
:952 route
=952 review
:952 findings
{952
:952 LOWBIT
=952 major
}
}
}
{953
:953 id
=953 sixteen-levels-and-their-traces
:956 like
=956 sound
:957 metrics
{957
:957 levels
=957 16
:957 levels.gap
=957 93
:957 noise.sigma
=957 4.6
:957 contrast.odds
=957 4
}
:958 expect
{958
:958 score
=958 62.5
:958 level
=958 C
:958 route
=958 review
:958 findings
{958
:958 LOWBIT
=958 major
}
}
}
{959
:959 id
=959 white-is-no-sign-of-low-gain
:962 like
=962 sound
:963 metrics
{963
:963 gain.p50
=963 140
:963 gain.p95
=963 245
:963 sat.hi
=963 9
:963 gain.under
=963 6
:963 contrast.odds
=963 8
:963 near.haze
=963 30
}
:964 expect
{964
:964 score
=964 68.3
:964 level
=964 C
:964 route
=964 review
:964 findings
{964
:964 GAIN_HIGH
=964 major
:964 SAT_HIGH
=964 major
}
}
}
{965
:965 id
=965 bright-muscle
:967 like
=967 sound
:968 exam_type
=968 msk
:969 metrics
{969
:969 gain.p50
=969 152.5
}
:970 expect
{970
:970 score
=970 81.3
:970 level
=970 B
:970 route
=970 pass
:970 findings
{970
:970 GAIN_HIGH
=970 minor
}
}
}
{971
:971 id
=971 less-bright-elsewhere
:972 like
=972 sound
:973 exam_type
=973 gynaecology
:974 metrics
{974
:974 gain.p50
=974 140
}
:975 expect
{975
:975 score
=975 79
:975 level
=975 C
:975 route
=975 review
:975 findings
{975
:975 GAIN_HIGH
=975 major
}
}
}
{976
:976 id
=976 bone-under-a-tendon
:977 like
=977 sound
:978 exam_type
=978 msk
:979 metrics
{979
:979 pen
=979 30
:979 tgc.slope
=979 -230
:979 tgc.fardark
=979 3
}
:980 expect
{980
:980 score
=980 100
:980 level
=980 A
:980 route
=980 pass
}
}
{981
:981 id
=981 far-field-of-a-muscle-too-bright
:983 like
=983 sound
:984 exam_type
=984 msk
:985 metrics
{985
:985 tgc.farbright
=985 2.4
}
:986 expect
{986
:986 score
=986 90
:986 level
=986 A
:986 route
=986 pass
:986 findings
{986
:986 TGC_UNEVEN
=986 minor
}
}
}
{987
:987 id
=987 a-tendon-in-a-picture-too-deep
:989 like
=989 sound
:990 exam_type
=990 msk
:991 metrics
{991
:991 depth.waste
=991 32
}
:992 expect
{992
:992 score
=992 95.8
:992 level
=992 A
:992 route
=992 pass
:992 findings
{992
:992 DEPTH_EXCESS
=992 minor
}
}
}
{993
:993 id
=993 a-scale-that-goes-on-below-the-echoes
:995 like
=995 sound
:996 metrics
{996
:996 depth.beyond
=996 46
}
:997 expect
{997
:997 score
=997 79
:997 level
=997 C
:997 route
=997 review
:997 findings
{997
:997 DEPTH_EXCESS
=997 major
}
}
}
{998
:998 id
=998 far-field-of-a-muscle-too-dark
:1000 like
=1000 sound
:1001 exam_type
=1001 msk
:1002 metrics
{1002
:1002 tgc.fardark
=1002 4.1
}
:1003 expect
{1003
:1003 score
=1003 96.7
:1003 level
=1003 A
:1003 route
=1003 pass
:1003 findings
{1003
:1003 TGC_UNEVEN
=1003 minor
}
}
}
{1004
:1004 id
=1004 cartilage-that-is-grey
:1006 like
=1006 sound
:1007 exam_type
=1007 hip
:1008 metrics
{1008
:1008 gain.p50
=1008 89.5
}
:1009 expect
{1009
:1009 score
=1009 92.5
:1009 level
=1009 A
:1009 route
=1009 pass
:1009 findings
{1009
:1009 GAIN_HIGH
=1009 minor
}
}
}
{1010
:1010 id
=1010 a-dark-part-takes-the-contrast
:1012 like
=1012 sound
:1013 metrics
{1013
:1013 tgc.fardark
=1013 2.4
:1013 contrast.odds
=1013 3
}
:1014 expect
{1014
:1014 score
=1014 77.5
:1014 level
=1014 C
:1014 route
=1014 pass
:1014 findings
{1014
:1014 TGC_UNEVEN
=1014 minor
:1014 CONTRAST_LOW
=1014 minor
}
}
}
{1015
:1015 id
=1015 a-narrow-range-looks-like-a-dark-part
:1017 like
=1017 sound
:1018 metrics
{1018
:1018 tgc.fardark
=1018 2.4
:1018 contrast.odds
=1018 3
:1018 levels
=1018 160
}
:1019 expect
{1019
:1019 score
=1019 77.5
:1019 level
=1019 C
:1019 route
=1019 pass
:1019 findings
{1019
:1019 CONTRAST_LOW
=1019 minor
}
}
}
{1020
:1020 id
=1020 bone-of-the-infant-hip
:1021 like
=1021 sound
:1022 exam_type
=1022 hip
:1023 metrics
{1023
:1023 pen
=1023 30
:1023 depth.waste
=1023 40
:1023 shadow.frac
=1023 50
:1023 shadow.odds
=1023 3
:1023 tgc.slope
=1023 -230
:1023 tgc.fardark
=1023 3
}
:1024 expect
{1024
:1024 score
=1024 100
:1024 level
=1024 A
:1024 route
=1024 pass
}
}
{1025
:1025 id
=1025 grey-that-was-added
:1027 like
=1027 sound
:1028 metrics
{1028
:1028 gain.over
=1028 5.75
}
:1029 expect
{1029
:1029 score
=1029 81.3
:1029 level
=1029 B
:1029 route
=1029 pass
:1029 findings
{1029
:1029 GAIN_HIGH
=1029 minor
}
}
}
{1030
:1030 id
=1030 points-go-before-a-finding-is-made
:1032 like
=1032 sound
:1033 metrics
{1033
:1033 gain.under
=1033 2.4
}
:1034 expect
{1034
:1034 score
=1034 98
:1034 level
=1034 A
:1034 route
=1034 pass
:1034 findings
{1034
:1034 GAIN_LOW
=1034 info
}
}
}
{1035
:1035 id
=1035 slight-losses-count-once
:1037 like
=1037 sound
:1038 metrics
{1038
:1038 gain.under
=1038 2.4
:1038 aspect.trace
=1038 16
}
:1039 expect
{1039
:1039 score
=1039 98
:1039 level
=1039 A
:1039 route
=1039 pass
:1039 findings
{1039
:1039 GAIN_LOW
=1039 info
:1039 ASPECT
=1039 info
}
}
}
{1040
:1040 id
=1040 dark-all-over-is-no-shadow
:1042 like
=1042 sound
:1043 metrics
{1043
:1043 gain.under
=1043 2.4
:1043 shadow.odds
=1043 2
}
:1044 expect
{1044
:1044 score
=1044 90
:1044 level
=1044 A
:1044 route
=1044 pass
:1044 findings
{1044
:1044 GAIN_LOW
=1044 minor
}
}
}
{1045
:1045 id
=1045 levels-that-a-stretched-range-left-out
:1047 like
=1047 sound
:1048 metrics
{1048
:1048 levels.gap
=1048 50
:1048 sat.hi
=1048 0.9
}
:1049 expect
{1049
:1049 score
=1049 87.5
:1049 level
=1049 B
:1049 route
=1049 pass
:1049 findings
{1049
:1049 SAT_HIGH
=1049 minor
}
}
}
{1050
:1050 id
=1050 stretched-fourfold
:1053 like
=1053 sound
:1054 metrics
{1054
:1054 levels.gap
=1054 75.2
:1054 sat.hi
=1054 4
}
:1055 expect
{1055
:1055 score
=1055 79
:1055 level
=1055 C
:1055 route
=1055 review
:1055 findings
{1055
:1055 SAT_HIGH
=1055 major
}
}
}
{1056
:1056 id
=1056 two-shadows-beside-tissue
:1058 like
=1058 sound
:1059 metrics
{1059
:1059 shadow.sides
=1059 20
:1059 tgc.fardark
=1059 1.8
:1059 pen
=1059 60
}
:1060 expect
{1060
:1060 score
=1060 78.3
:1060 level
=1060 C
:1060 route
=1060 pass
:1060 findings
{1060
:1060 SHADOW
=1060 minor
}
}
}
{1061
:1061 id
=1061 white-where-the-median-is-far-too-bright
:1064 like
=1064 sound
:1065 metrics
{1065
:1065 sat.hi
=1065 25
:1065 gain.p50
=1065 200
:1065 tgc.farbright
=1065 2.4
}
:1066 expect
{1066
:1066 score
=1066 65
:1066 level
=1066 C
:1066 route
=1066 review
:1066 findings
{1066
:1066 GAIN_HIGH
=1066 major
:1066 SAT_HIGH
=1066 major
}
}
}
{1067
:1067 id
=1067 white-where-the-near-field-is-lifted
:1070 like
=1070 sound
:1071 metrics
{1071
:1071 sat.hi
=1071 1.1
:1071 tgc.nearbright
=1071 4
}
:1072 expect
{1072
:1072 score
=1072 80.4
:1072 level
=1072 B
:1072 route
=1072 pass
:1072 findings
{1072
:1072 TGC_UNEVEN
=1072 minor
}
}
}
{1073
:1073 id
=1073 blocks-are-no-screen
:1076 like
=1076 sound
:1077 format
=1077 png
:1078 metrics
{1078
:1078 jpeg.former
=1078 5
:1078 photo.votes
=1078 1
:1078 levels
=1078 66
:1078 contrast.odds
=1078 2.8
}
:1079 expect
{1079
:1079 score
=1079 56.3
:1079 level
=1079 D
:1079 route
=1079 review
:1079 findings
{1079
:1079 JPEG_LOW
=1079 major
}
}
}
{1080
:1080 id
=1080 blocks-where-the-area-is-not-sure
:1081 like
=1081 sound
:1082 format
=1082 png
:1083 metrics
{1083
:1083 jpeg.former
=1083 5
:1083 photo.votes
=1083 1
}
:1084 conditions
[1084
=1084 GEOM_UNCERTAIN
]
:1085 expect
{1085
:1085 status
=1085 unsure
:1085 route
=1085 review
:1085 findings
{1085
:1085 GEOM_UNCERTAIN
=1085 info
:1085 JPEG_LOW
=1085 minor
}
}
}
{1086
:1086 id
=1086 copied-pixels-are-no-other-aspect
:1087 like
=1087 sound
:1088 metrics
{1088
:1088 scale.repeats
=1088 60
:1088 aspect.trace
=1088 25
}
:1089 expect
{1089
:1089 score
=1089 75
:1089 level
=1089 C
:1089 route
=1089 review
:1089 findings
{1089
:1089 UPSCALED
=1089 major
}
}
}
{1090
:1090 id
=1090 enlarged-wherever-the-area-ends
:1091 like
=1091 sound
:1092 metrics
{1092
:1092 scale.odds
=1092 5
:1092 sharp.soft
=1092 3
:1092 gain.under
=1092 3.5
}
:1093 conditions
[1093
=1093 GEOM_UNCERTAIN
]
:1094 expect
{1094
:1094 status
=1094 unsure
:1094 route
=1094 review
:1094 findings
{1094
:1094 GEOM_UNCERTAIN
=1094 info
:1094 UPSCALED
=1094 minor
:1094 BLUR
=1094 minor
:1094 GAIN_LOW
=1094 minor
}
}
}
{1095
:1095 id
=1095 white-wherever-the-area-ends
:1096 like
=1096 sound
:1097 metrics
{1097
:1097 sat.hi
=1097 9
:1097 levels.gap
=1097 94
}
:1098 conditions
[1098
=1098 GEOM_UNCERTAIN
]
:1099 expect
{1099
:1099 status
=1099 unsure
:1099 route
=1099 review
:1099 findings
{1099
:1099 GEOM_UNCERTAIN
=1099 info
:1099 SAT_HIGH
=1099 minor
:1099 LOWBIT
=1099 minor
}
}
}
{1100
:1100 id
=1100 dark-wherever-the-area-ends
:1101 like
=1101 sound
:1102 metrics
{1102
:1102 gain.p50
=1102 20
:1102 gain.p95
=1102 45
}
:1103 conditions
[1103
=1103 GEOM_UNCERTAIN
]
:1104 expect
{1104
:1104 status
=1104 unsure
:1104 route
=1104 review
:1104 findings
{1104
:1104 GEOM_UNCERTAIN
=1104 info
:1104 GAIN_LOW
=1104 minor
}
}
}
{1105
:1105 id
=1105 a-third-of-the-face-in-noise
:1107 like
=1107 sound
:1108 metrics
{1108
:1108 contact.odds
=1108 5
}
:1109 expect
{1109
:1109 score
=1109 79
:1109 level
=1109 C
:1109 route
=1109 review
:1109 findings
{1109
:1109 CONTACT_LOSS
=1109 major
}
}
}
{1110
:1110 id
=1110 one-slider-out-of-line
:1112 like
=1112 sound
:1113 metrics
{1113
:1113 tgc.slider
=1113 5.6
}
:1114 expect
{1114
:1114 score
=1114 86.7
:1114 level
=1114 B
:1114 route
=1114 pass
:1114 findings
{1114
:1114 TGC_BAND
=1114 minor
}
}
}
{1115
:1115 id
=1115 blank
:1116 conditions
[1116
=1116 BLANK
]
:1117 expect
{1117
:1117 score
=1117 0
:1117 level
=1117 D
:1117 route
=1117 review
:1117 findings
{1117
:1117 BLANK
=1117 critical
}
}
}
{1118
:1118 id
=1118 hardly-anything-measured
:1119 metrics
{1119
:1119 res.h
=1119 500
:1119 gain.p50
=1119 60
}
:1120 expect
{1121
:1121 status
=1121 unsure
:1122 route
=1122 review
:1123 findings
{1123
:1123 NOT_MEASURED
=1123 info
}
}
}
]
}

"""###),
        "lung.yaml": WrittenTree(checksum: 5260532610531842185, nodes: ###"""
{5
:5 schema
=5 sonograde.rubric/1
:6 id
=6 lung
:7 version
'7 1.9
:8 title
{8
:8 zh
=8 肺超声图像质量评分
:8 en
=8 Lung ultrasound image quality
}
:9 extends
=9 general
:10 exam_types
[10
=10 lung
]
:12 items
[13
{13
:13 id
=13 gain
:14 criteria
[16
{16
:16 metric
=16 levels
:17 low
{17
:17 warn
=17 174
:17 defect
=17 120
:17 severe
=17 36
}
}
{18
:18 metric
=18 gain.lumen
:19 remove
=19 true
}
{20
:20 metric
=20 sat.lo
:21 remove
=21 true
}
{23
:23 id
=23 gain.low
:24 remove
=24 true
}
{25
:25 id
=25 gain.low.top
:26 remove
=26 true
}
{27
:27 metric
=27 gain.under
:28 remove
=28 true
}
{29
:29 metric
=29 contrast.odds
:30 remove
=30 true
}
]
}
{32
:32 id
=32 uniformity
:33 remove
=33 true
}
{34
:34 id
=34 depth
:35 remove
=35 true
}
{36
:36 id
=36 coupling
:37 criteria
[38
{38
:38 metric
=38 shadow.frac
:39 remove
=39 true
}
{40
:40 metric
=40 shadow.sides
:41 remove
=41 true
}
{42
:42 metric
=42 shadow.odds
:43 remove
=43 true
}
{44
:44 metric
=44 contact.odds
:45 remove
=45 true
}
{47
:47 metric
=47 contact.loss
:48 high
{48
:48 warn
=48 40
:48 defect
=48 55
:48 severe
=48 80
:48 severity
{48
:48 warn
=48 minor
:48 defect
=48 minor
:48 severe
=48 major
}
}
}
]
}
]
:51 expert_items
[52
{52
:52 id
=52 section
:53 criteria
{54
:54 lung.*.upper
[55
{55
:55 id
=55 ribs
:55 name
{55
:55 zh
=55 两根肋骨显示
:55 en
=55 Two ribs visible
}
}
{56
:56 id
=56 pleura
:56 name
{56
:56 zh
=56 胸膜线显示
:56 en
=56 Pleural line visible
}
}
]
:57 lung.*.lower
[58
{58
:58 id
=58 ribs
:58 name
{58
:58 zh
=58 两根肋骨显示
:58 en
=58 Two ribs visible
}
}
{59
:59 id
=59 pleura
:59 name
{59
:59 zh
=59 胸膜线显示
:59 en
=59 Pleural line visible
}
}
]
:60 lung.*.plaps
[61
{61
:61 id
=61 ribs
:61 name
{61
:61 zh
=61 两根肋骨显示
:61 en
=61 Two ribs visible
}
}
{62
:62 id
=62 pleura
:62 name
{62
:62 zh
=62 胸膜线显示
:62 en
=62 Pleural line visible
}
}
]
}
}
]
:64 required_sections
{65
:65 lung
[65
=65 lung.r.upper
=65 lung.r.lower
=65 lung.r.plaps
=65 lung.l.upper
=65 lung.l.lower
=65 lung.l.plaps
]
}
:67 examples
[68
{68
:68 id
=68 a-lines-and-rib-shadows
:69 like
=69 sound
:70 exam_type
=70 lung
:71 section
=71 lung.r.upper
:72 metrics
{72
:72 shadow.frac
=72 55
:72 shadow.sides
=72 30
:72 shadow.odds
=72 3
:72 contact.odds
=72 3
:72 gain.under
=72 3
:72 contrast.odds
=72 3
:72 tgc.slope
=72 -230
:72 tgc.ratio
=72 0.02
:72 tgc.band
=72 95
:72 pen
=72 30
:72 sat.lo
=72 70
:72 depth.waste
=72 40
}
:73 expect
{73
:73 score
=73 100
:73 level
=73 A
:73 route
=73 pass
}
}
{74
:74 id
=74 white-out-from-gain
:76 like
=76 sound
:77 exam_type
=77 lung
:78 section
=78 lung.l.lower
:79 metrics
{79
:79 gain.p50
=79 140
}
:80 expect
{80
:80 score
=80 73.2
:80 level
=80 C
:80 route
=80 review
:80 findings
{80
:80 GAIN_HIGH
=80 major
}
}
}
{81
:81 id
=81 in-air
:82 exam_type
=82 lung
:83 section
=83 lung.l.plaps
:84 conditions
[84
=84 IN_AIR
]
:85 expect
{85
:85 score
=85 0
:85 level
=85 D
:85 route
=85 review
:85 findings
{85
:85 IN_AIR
=85 critical
}
}
}
]
}

"""###),
        "obstetrics.yaml": WrittenTree(checksum: 7955011602459546221, nodes: ###"""
{3
:3 schema
=3 sonograde.rubric/1
:4 id
=4 obstetrics
:5 version
'5 1.9
:6 title
{6
:6 zh
=6 产科超声图像质量评分
:6 en
=6 Obstetric ultrasound image quality
}
:7 extends
=7 general
:8 exam_types
[8
=8 obstetrics
=8 obstetrics-first
=8 obstetrics-level1
=8 obstetrics-level2
=8 obstetrics-level3
]
:10 items
[11
{11
:11 id
=11 gain
:12 criteria
[14
{14
:14 id
=14 gain.high
:15 high
{15
:15 warn
=15 84
:15 defect
=15 95
:15 severe
=15 120
:15 severity
{15
:15 warn
=15 minor
:15 defect
=15 minor
:15 severe
=15 major
}
}
}
{16
:16 metric
=16 gain.over
:17 high
{17
:17 warn
=17 0
:17 defect
=17 1.2
:17 severe
=17 6
}
}
{19
:19 metric
=19 sat.lo
:20 remove
=20 true
}
]
}
{21
:21 id
=21 coupling
:22 criteria
[24
{24
:24 metric
=24 shadow.odds
:25 when
{25
:25 except_sections
[25
'25 ob.head.*
'25 ob.face.*
'25 ob.spine.*
'25 ob.femur.*
'25 ob.arm.*
'25 ob.leg.*
'25 ob1.*
]
}
}
{26
:26 metric
=26 shadow.frac
:27 when
{27
:27 except_sections
[27
'27 ob.head.*
'27 ob.face.*
'27 ob.spine.*
'27 ob.femur.*
'27 ob.arm.*
'27 ob.leg.*
'27 ob1.*
]
}
}
{28
:28 metric
=28 shadow.sides
:29 when
{29
:29 except_sections
[29
'29 ob.head.*
'29 ob.face.*
'29 ob.spine.*
'29 ob.femur.*
'29 ob.arm.*
'29 ob.leg.*
'29 ob1.*
]
}
}
]
}
]
:33 expert_items
[34
{34
:34 id
=34 section
:35 criteria
{36
:36 ob.head.hc
[37
{37
:37 id
=37 symmetry
:37 name
{37
:37 zh
=37 左右对称
:37 en
=37 Symmetrical
}
}
{38
:38 id
=38 thalami
:38 name
{38
:38 zh
=38 丘脑显示
:38 en
=38 Thalami visible
}
}
{39
:39 id
=39 csp
:39 name
{39
:39 zh
=39 透明隔腔显示
:39 en
=39 Cavum septi pellucidi visible
}
}
{40
:40 id
=40 no-cerebellum
:40 name
{40
:40 zh
=40 未显示小脑
:40 en
=40 Cerebellum not visible
}
}
{41
:41 id
=41 size
:41 name
{41
:41 zh
=41 胎头占画面 1/2 以上
:41 en
=41 Head fills more than half of the picture
}
}
]
:42 ob.abd.ac
[43
{43
:43 id
=43 round
:43 name
{43
:43 zh
=43 对称、呈圆形
:43 en
=43 Symmetrical and round
}
}
{44
:44 id
=44 stomach
:44 name
{44
:44 zh
=44 胃泡显示
:44 en
=44 Stomach bubble visible
}
}
{45
:45 id
=45 portal-sinus
:45 name
{45
:45 zh
=45 门静脉窦显示（脐静脉前 1/3）
:45 en
=45 Portal sinus visible (umbilical vein at 1/3)
}
}
{46
:46 id
=46 no-kidneys
:46 name
{46
:46 zh
=46 未显示肾脏
:46 en
=46 Kidneys not visible
}
}
{47
:47 id
=47 size
:47 name
{47
:47 zh
=47 腹部占画面 1/2 以上
:47 en
=47 Abdomen fills more than half of the picture
}
}
]
:48 ob.femur.fl
[49
{49
:49 id
=49 ends
:49 name
{49
:49 zh
=49 两端均显示
:49 en
=49 Both ends visible
}
}
{50
:50 id
=50 angle
:50 name
{50
:50 zh
=50 与水平线夹角小于 45°
:50 en
=50 Less than 45° to the horizontal
}
}
{51
:51 id
=51 size
:51 name
{51
:51 zh
=51 股骨占画面 1/2 以上
:51 en
=51 Femur fills more than half of the picture
}
}
]
:52 ob.head.tv
[53
{53
:53 id
=53 midline
:53 name
{53
:53 zh
=53 脑中线显示
:53 en
=53 Midline visible
}
}
{54
:54 id
=54 csp
:54 name
{54
:54 zh
=54 透明隔腔显示
:54 en
=54 Cavum septi pellucidi visible
}
}
{55
:55 id
=55 horn
:55 name
{55
:55 zh
=55 侧脑室后角及房部显示
:55 en
=55 Posterior horn and atrium visible
}
}
]
:56 ob.head.tc
[57
{57
:57 id
=57 hemispheres
:57 name
{57
:57 zh
=57 双侧小脑半球显示
:57 en
=57 Both hemispheres visible
}
}
{58
:58 id
=58 vermis
:58 name
{58
:58 zh
=58 小脑蚓部显示
:58 en
=58 Vermis visible
}
}
{59
:59 id
=59 csp
:59 name
{59
:59 zh
=59 透明隔腔显示
:59 en
=59 Cavum septi pellucidi visible
}
}
{60
:60 id
=60 cisterna
:60 name
{60
:60 zh
=60 后颅窝池显示
:60 en
=60 Cisterna magna visible
}
}
]
:61 ob.heart.4c
[62
{62
:62 id
=62 ribs
:62 name
{62
:62 zh
=62 两侧各见一根完整肋骨
:62 en
=62 One full rib on each side
}
}
{63
:63 id
=63 chambers
:63 name
{63
:63 zh
=63 四腔显示
:63 en
=63 Four chambers visible
}
}
{64
:64 id
=64 crux
:64 name
{64
:64 zh
=64 十字交叉与室间隔显示
:64 en
=64 Crux and septum visible
}
}
{65
:65 id
=65 apex
:65 name
{65
:65 zh
=65 心尖朝向可辨
:65 en
=65 Direction of the apex visible
}
}
{66
:66 id
=66 veins
:66 name
{66
:66 zh
=66 肺静脉显示
:66 en
=66 Pulmonary veins visible
}
}
{67
:67 id
=67 size
:67 name
{67
:67 zh
=67 心脏约占胸腔 1/3
:67 en
=67 Heart about 1/3 of the thorax
}
}
]
:68 ob.heart.lvot
[69
{69
:69 id
=69 continuity
:69 name
{69
:69 zh
=69 室间隔与主动脉连续
:69 en
=69 Septum and aorta continuous
}
}
{70
:70 id
=70 valve
:70 name
{70
:70 zh
=70 主动脉瓣显示
:70 en
=70 Valve visible
}
}
]
:71 ob.heart.3vv
[72
{72
:72 id
=72 line
:72 name
{72
:72 zh
=72 三血管排成一线
:72 en
=72 Three vessels in line
}
}
{73
:73 id
=73 order
:73 name
{73
:73 zh
=73 内径：肺动脉＞主动脉＞上腔静脉
:73 en
'73 Size: PA > Ao > SVC
}
}
]
:74 ob.face.cor
[75
{75
:75 id
=75 lips
:75 name
{75
:75 zh
=75 上下唇显示
:75 en
=75 Both lips visible
}
}
{76
:76 id
=76 nostrils
:76 name
{76
:76 zh
=76 鼻孔显示
:76 en
=76 Nostrils visible
}
}
{77
:77 id
=77 chin
:77 name
{77
:77 zh
=77 下颌显示
:77 en
=77 Chin visible
}
}
]
:78 ob.spine.sag
[79
{79
:79 id
=79 skin
:79 name
{79
:79 zh
=79 皮肤线完整可见
:79 en
=79 Skin line visible throughout
}
}
{80
:80 id
=80 ossification
:80 name
{80
:80 zh
=80 椎体骨化中心平行排列
:80 en
=80 Ossification centres parallel
}
}
{81
:81 id
=81 sacrum
:81 name
{81
:81 zh
=81 骶尾端显示
:81 en
=81 Sacral end visible
}
}
]
:82 ob.abd.cord
[83
{83
:83 id
=83 insertion
:83 name
{83
:83 zh
=83 脐带插入处显示
:83 en
=83 Insertion visible
}
}
{84
:84 id
=84 skin
:84 name
{84
:84 zh
=84 腹壁皮肤连续可见
:84 en
=84 Skin visible throughout
}
}
]
:85 ob.bladder.ua
[86
{86
:86 id
=86 bladder
:86 name
{86
:86 zh
=86 膀胱显示
:86 en
=86 Bladder visible
}
}
{87
:87 id
=87 arteries
:87 name
{87
:87 zh
=87 双侧脐动脉彩色显示
:87 en
=87 Two umbilical arteries in colour
}
}
]
:88 ob1.crl
[89
{89
:89 id
=89 midsagittal
:89 name
{89
:89 zh
=89 正中矢状切面
:89 en
=89 Mid-sagittal
}
}
]
:90 ob1.nt
[91
{91
:91 id
=91 plane
:91 name
{91
:91 zh
=91 测量切面正确
:91 en
=91 Right plane
}
}
{92
:92 id
=92 size
:92 name
{92
:92 zh
=92 头胸占满画面
:92 en
=92 Head and thorax fill the picture
}
}
{93
:93 id
=93 skin
:93 name
{93
:93 zh
=93 皮肤线显示
:93 en
=93 Skin line visible
}
}
{94
:94 id
=94 amnion
:94 name
{94
:94 zh
=94 羊膜可区分
:94 en
=94 Amnion told apart
}
}
{95
:95 id
=95 head
:95 name
{95
:95 zh
=95 胎头位置正确
:95 en
=95 Head position right
}
}
]
:96 ob1.head.tr
[97
{97
:97 id
=97 butterfly
:97 name
{97
:97 zh
=97 脉络丛“蝴蝶征”
:97 en
=97 Choroid plexus butterfly
}
}
]
:98 ob1.bladder
[99
{99
:99 id
=99 bladder
:99 name
{99
:99 zh
=99 膀胱显示
:99 en
=99 Bladder visible
}
}
{100
:100 id
=100 arteries
:100 name
{100
:100 zh
=100 双侧脐动脉显示
:100 en
=100 Two umbilical arteries visible
}
}
]
}
}
{101
:101 id
=101 measurement
:102 when
{102
:102 sections
[102
=102 ob.head.hc
=102 ob.abd.ac
=102 ob.femur.fl
=102 ob.head.tv
=102 ob.af
=102 ob1.crl
=102 ob1.nt
]
}
:103 criteria
{104
:104 ob.head.hc
[105
{105
:105 id
=105 calipers
:105 name
{105
:105 zh
=105 游标与椭圆放置正确
:105 en
=105 Calipers and ellipse placed right
}
}
]
:106 ob.abd.ac
[107
{107
:107 id
=107 calipers
:107 name
{107
:107 zh
=107 游标与椭圆放置正确
:107 en
=107 Calipers and ellipse placed right
}
}
]
:108 ob.femur.fl
[109
{109
:109 id
=109 calipers
:109 name
{109
:109 zh
=109 游标放置正确
:109 en
=109 Calipers placed right
}
}
]
:110 ob.head.tv
[111
{111
:111 id
=111 atrium
:111 name
{111
:111 zh
=111 房部游标内缘至内缘
:111 en
'111 Atrium: calipers inner to inner
}
}
]
:112 ob.af
[113
{113
:113 id
=113 depth
:113 name
{113
:113 zh
=113 羊水最大深度或 AFI 测量正确
:113 en
=113 Deepest pocket or AFI measured right
}
}
]
:114 ob1.crl
[115
{115
:115 id
=115 calipers
:115 name
{115
:115 zh
=115 头臀长游标放置正确
:115 en
=115 Crown and rump calipers placed right
}
}
]
:116 ob1.nt
[117
{117
:117 id
=117 calipers
:117 name
{117
:117 zh
=117 NT 游标放置正确
:117 en
=117 NT calipers placed right
}
}
]
}
}
]
:119 required_sections
{121
:121 obstetrics
[121
=121 ob.head.hc
=121 ob.abd.ac
=121 ob.femur.fl
=121 ob.placenta
=121 ob.af
]
:122 obstetrics-first
[122
=122 ob1.crl
=122 ob1.nt
]
:123 obstetrics-level1
[123
=123 ob.head.hc
=123 ob.abd.ac
=123 ob.femur.fl
=123 ob.placenta
=123 ob.af
]
:124 obstetrics-level2
[125
=125 ob.head.hc
=126 ob.head.tv
=127 ob.head.tc
=128 ob.spine.sag
=129 ob.heart.4c
=130 ob.abd.ac
=131 ob.abd.cord
=132 ob.kidney.tr
=133 ob.bladder.ua
=134 ob.femur.fl
=135 ob.placenta
=136 ob.af
]
:137 obstetrics-level3
[138
=138 ob.head.hc
=139 ob.head.tv
=140 ob.head.tc
=141 ob.face.cor
=142 ob.face.orb
=143 ob.face.sag
=144 ob.spine.sag
=145 ob.heart.4c
=146 ob.heart.lvot
=147 ob.heart.rvot
=148 ob.heart.3vv
=149 ob.heart.3vt
=150 ob.thorax.diaph
=151 ob.abd.ac
=152 ob.abd.cord
=153 ob.kidney.tr
=154 ob.bladder.ua
=155 ob.femur.fl
=156 ob.arm.humerus.r
=157 ob.arm.humerus.l
=158 ob.arm.forearm.r
=159 ob.arm.forearm.l
=160 ob.arm.hand.r
=161 ob.arm.hand.l
=162 ob.leg.tibfib.r
=163 ob.leg.tibfib.l
=164 ob.leg.foot.r
=165 ob.leg.foot.l
=166 ob.placenta
=167 ob.cervix
=168 ob.af
]
}
:170 examples
[171
{171
:171 id
=171 fluid-that-is-grey
:173 like
=173 sound
:174 exam_type
=174 obstetrics-level2
:175 section
=175 ob.abd.ac
:176 metrics
{176
:176 gain.p50
=176 89.5
}
:177 expect
{177
:177 score
=177 93.8
:177 level
=177 A
:177 route
=177 pass
:177 findings
{177
:177 GAIN_HIGH
=177 minor
}
}
}
{178
:178 id
=178 sound-abdomen
:179 like
=179 sound
:180 exam_type
=180 obstetrics-level2
:181 section
=181 ob.abd.ac
:182 metrics
{182
:182 sat.lo
=182 55
}
:183 expect
{183
:183 score
=183 100
:183 level
=183 A
:183 route
=183 pass
}
}
{184
:184 id
=184 skull-shadow-is-no-fault
:185 like
=185 sound
:186 exam_type
=186 obstetrics-level2
:187 section
=187 ob.head.hc
:188 metrics
{188
:188 shadow.frac
=188 50
:188 shadow.sides
=188 30
:188 shadow.odds
=188 3
}
:189 expect
{189
:189 score
=189 100
:189 level
=189 A
:189 route
=189 pass
}
}
{190
:190 id
=190 small-and-compressed
:192 like
=192 sound
:193 format
=193 jpeg
:194 exam_type
=194 obstetrics-first
:195 section
=195 ob1.nt
:196 metrics
{196
:196 jpeg.q
=196 60
:196 res.h
=196 225
:196 res.w
=196 300
}
:197 expect
{197
:197 score
=197 87.5
:197 level
=197 B
:197 route
=197 pass
:197 findings
{197
:197 JPEG_LOW
=197 minor
:197 LOWRES
=197 minor
}
}
}
]
}

"""###),
        "thyroid.yaml": WrittenTree(checksum: 17676742506305613160, nodes: ###"""
{3
:3 schema
=3 sonograde.rubric/1
:4 id
=4 thyroid
:5 version
'5 1.9
:6 title
{6
:6 zh
=6 甲状腺及颈部超声图像质量评分
:6 en
=6 Thyroid and neck ultrasound image quality
}
:7 extends
=7 general
:8 exam_types
[8
=8 thyroid
]
:10 items
[11
{11
:11 id
=11 uniformity
:12 criteria
[14
{14
:14 metric
=14 tgc.slider
:15 remove
=15 true
}
]
}
{16
:16 id
=16 coupling
:17 criteria
[19
{19
:19 metric
=19 shadow.frac
:20 when
{20
:20 except_sections
[20
'20 thy.*.tr.*
'20 thy.isthmus.*
]
}
}
{21
:21 metric
=21 shadow.sides
:22 when
{22
:22 except_sections
[22
'22 thy.*.tr.*
'22 thy.isthmus.*
]
}
}
{23
:23 metric
=23 shadow.odds
:24 when
{24
:24 except_sections
[24
'24 thy.*.tr.*
'24 thy.isthmus.*
]
}
}
]
}
]
:27 expert_items
[28
{28
:28 id
=28 measurement
:29 when
{29
:29 sections
[29
=29 thy.r.long
=29 thy.l.long
=29 thy.isthmus.tr
]
}
:30 criteria
{31
:31 thy.r.long
[32
{32
:32 id
=32 length
:32 name
{32
:32 zh
=32 长径测量正确
:32 en
=32 Length measured right
}
}
]
:33 thy.l.long
[34
{34
:34 id
=34 length
:34 name
{34
:34 zh
=34 长径测量正确
:34 en
=34 Length measured right
}
}
]
:35 thy.isthmus.tr
[36
{36
:36 id
=36 thickness
:36 name
{36
:36 zh
=36 峡部厚度测量正确
:36 en
=36 Thickness measured right
}
}
]
}
}
]
:38 required_sections
{39
:39 thyroid
[40
=40 thy.r.tr.mid
=41 thy.l.tr.mid
=42 thy.r.long
=43 thy.l.long
=44 thy.isthmus.tr
=45 thy.r.cfm
=46 thy.l.cfm
]
}
:48 examples
[49
{49
:49 id
=49 sound-lobe
:50 like
=50 sound
:51 exam_type
=51 thyroid
:52 section
=52 thy.r.long
:53 metrics
{53
:53 tgc.slider
=53 2
}
:54 expect
{54
:54 score
=54 100
:54 level
=54 A
:54 route
=54 pass
}
}
{55
:55 id
=55 trachea-is-no-fault
:56 like
=56 sound
:57 exam_type
=57 thyroid
:58 section
=58 thy.isthmus.tr
:59 metrics
{59
:59 shadow.frac
=59 42
:59 shadow.sides
=59 30
:59 shadow.odds
=59 3
}
:60 expect
{60
:60 score
=60 100
:60 level
=60 A
:60 route
=60 pass
}
}
{61
:61 id
=61 too-bright-and-clipped
:63 like
=63 sound
:64 exam_type
=64 thyroid
:65 section
=65 thy.l.tr.mid
:66 metrics
{66
:66 gain.p50
=66 130
:66 sat.hi
=66 5
}
:67 expect
{67
:67 score
=67 79
:67 level
=67 C
:67 route
=67 review
:67 findings
{67
:67 SAT_HIGH
=67 major
:67 GAIN_HIGH
=67 minor
}
}
}
]
}

"""###),
    ]
}
