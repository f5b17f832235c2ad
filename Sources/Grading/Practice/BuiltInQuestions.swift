// Written by script/embed-questions from Questions/*.yaml; do not edit.
// swift-format-ignore-file

/// The questions of theory that the program carries with it.
package enum BuiltInQuestions {
    /// One source a file of Questions/, in the order of the names.
    package static let sources: [RubricSource] = [
        RubricSource(name: "image-optimisation.yaml", text: ###"""
# Built-in questions of theory; format: docs/practice.md. After a change run script/embed-questions.
schema: sonograde.questions/1
title: {zh: 超声图像优化与质控理论题, en: Theory of ultrasound image optimisation and quality control}
questions:
  - id: t01-01
    topic: T01
    text:
      zh: "整幅图像过亮，胆囊腔内充满点状回声，首先应怎样调节？"
      en: "The whole picture is too bright and the gallbladder lumen is full of fine echoes. What should be adjusted first?"
    choices:
      - zh: "降低总增益，直到液性区重新变为无回声"
        en: "Lower the overall gain until fluid is anechoic again"
        correct: true
      - zh: "同时提高发射频率和输出功率，使远场噪声被压到最低"
        en: "Raise the frequency and the output power together, so that noise in the far field is pressed down"
      - zh: "增大扫查深度，使胆囊变小"
        en: "Increase the depth so that the gallbladder gets smaller"
      - zh: "关闭谐波成像"
        en: "Switch harmonic imaging off"
    explanation:
      zh: "液性区是判断增益的“标尺”：正常充盈的胆囊、膀胱、血管腔应为无回声。腔内被噪声填充多为总增益过高。"
      en: "Fluid is the yardstick of gain: a filled gallbladder, bladder or vessel should be anechoic. Noise inside it usually means too much overall gain."
  - id: t01-02
    topic: T01
    text:
      zh: "关于总增益，下列哪项正确？"
      en: "Which statement on overall gain is right?"
    choices:
      - zh: "它放大已接收的回声信号，不改变发射声能"
        en: "It amplifies received echoes and does not change the transmitted energy"
        correct: true
      - zh: "它提高探头发射的声功率，因此按 ALARA 原则应尽量调低"
        en: "It raises the acoustic power that the probe transmits, so ALARA asks to keep it as low as possible"
      - zh: "它只放大远场回声"
        en: "It amplifies echoes of the far field only"
      - zh: "它能提高轴向分辨率"
        en: "It improves axial resolution"
    explanation:
      zh: "总增益是接收端的放大，信号与噪声同时放大；改变患者所受声能的是输出功率。"
      en: "Overall gain amplifies on the receiving side, signal and noise alike; the energy that reaches the patient is set by the output power."
  - id: t01-03
    topic: T01
    kind: multiple
    text:
      zh: "图像整体偏暗，提高总增益后噪声明显增多而组织回声仍弱，下一步较合理的是？"
      en: "The picture is dark; with more gain mainly the noise grows and tissue stays weak. Which next steps are sensible?"
    choices:
      - zh: "检查耦合剂和探头接触"
        en: "Check gel and probe contact"
        correct: true
      - zh: "换用较低频率以增加穿透"
        en: "Choose a lower frequency for more penetration"
        correct: true
      - zh: "在 ALARA 原则下适当提高输出功率"
        en: "Raise the output power moderately, within ALARA"
        correct: true
      - zh: "把图像存成更大的尺寸"
        en: "Store the picture in a larger size"
    explanation:
      zh: "信噪比不足时，增益只会同时放大噪声。应改善声耦合、降低频率，或在安全指数（MI/TI）允许范围内提高输出。"
      en: "Where the signal is too weak, gain amplifies the noise as well. Improve coupling, lower the frequency, or raise the output as far as MI and TI allow."
  - id: t01-04
    topic: T01
    text:
      zh: "动态范围从 80 dB 调低到 40 dB，图像会怎样变化？"
      en: "The dynamic range is lowered from 80 dB to 40 dB. How does the picture change?"
    choices:
      - zh: "对比变硬，中间灰阶减少，弱回声丢失"
        en: "It becomes harder: fewer mid-greys, weak echoes are lost"
        correct: true
      - zh: "对比变柔，灰阶层次增多，更多弱回声被显示出来"
        en: "It becomes softer: more grey tones, and more of the weak echoes are shown"
      - zh: "只有深部变亮"
        en: "Only the deep part becomes brighter"
      - zh: "帧频明显提高"
        en: "The frame rate rises markedly"
    explanation:
      zh: "动态范围是被显示为黑到白的回声强度跨度（dB）。跨度越小，同样的强度差占的灰阶越多，对比越硬，弱回声被截为黑。"
      en: "The dynamic range is the span of echo strength shown from black to white. The smaller it is, the harder the contrast, and weak echoes are cut to black."
  - id: t01-05
    topic: T01
    text:
      zh: "腹部实质脏器检查，动态范围一般先设在哪个范围再微调？"
      en: "For abdominal parenchyma, in which range is the dynamic range usually set before fine adjustment?"
    choices:
      - zh: "约 50–65 dB"
        en: "About 50–65 dB"
        correct: true
      - zh: "约 10–20 dB"
        en: "About 10–20 dB"
      - zh: "约 25–30 dB"
        en: "About 25–30 dB"
      - zh: "120 dB 以上"
        en: "Above 120 dB"
    explanation:
      zh: "过窄时灰阶层次少、弱回声丢失；过宽时图像发灰、病灶与背景反差小。不同机器标法不同，以预设为起点微调。"
      en: "Too narrow loses grey tones and weak echoes; too wide turns the picture flat. Scales differ between machines; start from the preset."
  - id: t01-06
    topic: T01
    text:
      zh: "图中有大片像素达到全白（饱和）。冻结存图后再调低显示器亮度，能恢复这些细节吗？"
      en: "Large parts of a picture are pure white. Can turning the monitor down after storing bring the detail back?"
    choices:
      - zh: "不能，饱和处的灰阶差别已丢失，应降低增益重新取图"
        en: "No; differences above white are lost, lower the gain and take it again"
        correct: true
      - zh: "能，超过白的灰阶仍完整保存在文件里，调低亮度或改窗宽后就会出现"
        en: "Yes; values above white are still in the file and come back when brightness or window are changed"
      - zh: "能，但只限 PNG 文件"
        en: "Yes, but in PNG files only"
      - zh: "能，只要不做压缩"
        en: "Yes, as long as it was not compressed"
    explanation:
      zh: "饱和是截断：超过白的回声都记为同一灰阶，后处理无法还原。"
      en: "Saturation cuts off: all echoes above white got the same value, and no later processing restores them."
  - id: t01-07
    topic: T01
    text:
      zh: "总增益提高时，下列哪种变化不会出现？"
      en: "Which of these does not happen when the overall gain is raised?"
    choices:
      - zh: "轴向分辨率提高"
        en: "Axial resolution improves"
        correct: true
      - zh: "噪声变得更明显"
        en: "Noise becomes more visible"
      - zh: "强回声界面趋于全白"
        en: "Strong interfaces turn pure white"
      - zh: "小的无回声结构被回声填充而变小"
        en: "Small anechoic structures fill in and look smaller"
    explanation:
      zh: "轴向分辨率取决于脉冲长度（频率、带宽），与增益无关。增益过高反而使界面变粗、小囊变小。"
      en: "Axial resolution depends on pulse length (frequency and bandwidth), not on gain. Too much gain thickens interfaces and fills small cysts."
  - id: t01-08
    topic: T01
    kind: multiple
    text:
      zh: "判断一幅肝脏图像增益是否适当，较可靠的参照是？"
      en: "What are reliable references for judging the gain of a liver picture?"
    choices:
      - zh: "肝静脉、门静脉腔应为无回声"
        en: "Hepatic and portal veins should be anechoic"
        correct: true
      - zh: "肝实质呈均匀的中等灰阶"
        en: "The parenchyma is an even mid-grey"
        correct: true
      - zh: "屏幕右下角的患者年龄"
        en: "The patient's age in the corner"
      - zh: "膈肌等强界面可见但不成大片全白"
        en: "Strong interfaces such as the diaphragm are visible without large pure-white areas"
        correct: true
    explanation:
      zh: "用图像内部的参照物判断增益：液性区黑、实质中灰、强界面不饱和。环境光和显示器亮度会误导肉眼。"
      en: "Judge gain by references inside the picture: fluid black, tissue mid-grey, strong interfaces not saturated. Ambient light misleads the eye."
  - id: t02-01
    topic: T02
    text:
      zh: "时间（深度）增益补偿 TGC 的目的是？"
      en: "What is the purpose of time (depth) gain compensation?"
    choices:
      - zh: "补偿声波随深度的衰减，使同类组织在各深度亮度一致"
        en: "To make up for attenuation with depth, so that like tissue is equally bright at all depths"
        correct: true
      - zh: "使声束在近场聚得更细，从而提高近场的侧向分辨率"
        en: "To focus the beam more narrowly near the probe, which improves lateral resolution of the near field at all settings"
      - zh: "缩短检查时间"
        en: "To shorten the examination"
      - zh: "消除混响伪像"
        en: "To remove reverberation"
    explanation:
      zh: "软组织衰减约 0.5 dB/(cm·MHz)（单程），深部回声弱，TGC 对晚到的回声放大更多。"
      en: "Soft tissue attenuates by about 0.5 dB/(cm·MHz) one way; TGC amplifies later echoes more."
  - id: t02-02
    topic: T02
    text:
      zh: "图像只有中间某一深度出现一条横行亮带，其上下亮度正常，最常见的原因是？"
      en: "One bright horizontal band lies at one depth, above and below it is normal. What is the most common cause?"
    choices:
      - zh: "该深度的一根 TGC 滑杆被推高"
        en: "One TGC slider of that depth was pushed up"
        correct: true
      - zh: "总增益过高"
        en: "Overall gain too high"
      - zh: "探头中间有几个坏阵元没有发射"
        en: "Several dead elements in the middle of the transducer"
      - zh: "动态范围过大"
        en: "Dynamic range too large"
    explanation:
      zh: "TGC 滑杆各管一段深度，单根错位形成横行带；坏阵元形成沿扫描线方向（纵向）的暗条。"
      en: "Each slider rules one stretch of depth, so one out of line makes a horizontal band; dead elements make dark streaks along scan lines."
  - id: t02-03
    topic: T02
    text:
      zh: "远场偏暗、近场正常，首选的调节是？"
      en: "The far field is too dark, the near field is right. What is adjusted first?"
    choices:
      - zh: "只提高远场的 TGC"
        en: "Raise the far TGC only"
        correct: true
      - zh: "提高总增益"
        en: "Raise the overall gain"
      - zh: "把全部 TGC 滑杆推到最大"
        en: "Push all TGC sliders to the maximum"
      - zh: "缩小动态范围"
        en: "Narrow the dynamic range"
    explanation:
      zh: "提高总增益会使原本正常的近场过亮。若远场补偿到底仍只有噪声，应降低频率或减小深度。"
      en: "Raising the overall gain would overexpose the near field. If the far field stays noise with full compensation, lower the frequency or the depth."
  - id: t02-04
    topic: T02
    text:
      zh: "膀胱充盈时，其后方组织明显增亮。正确的处理是？"
      en: "Behind a full bladder the tissue is markedly brighter. What is right?"
    choices:
      - zh: "知道这是后方回声增强，可适当降低远场 TGC 以显示后方结构"
        en: "Know it for posterior enhancement; lower the far TGC somewhat to show what lies behind"
        correct: true
      - zh: "认为机器故障并停用"
        en: "Take the machine for broken"
      - zh: "判为膀胱后壁增厚或占位，提高总增益使前方与后方同样亮后存图"
        en: "Take it for a thickened wall or a mass, and raise the overall gain until the front is as bright as what lies behind"
      - zh: "请患者排空膀胱后只存一张图"
        en: "Empty the bladder and store one picture only"
    explanation:
      zh: "液体衰减小，标准 TGC 在其后方会“过补偿”，是正常物理现象，也是囊性病变的诊断线索。"
      en: "Fluid attenuates little, so normal TGC over-compensates behind it: normal physics, and a sign of cystic lesions."
  - id: t02-05
    topic: T02
    text:
      zh: "开始检查新患者时，TGC 滑杆的合理起点是？"
      en: "Where should the TGC sliders stand when a new patient's examination begins?"
    choices:
      - zh: "全部居中，再按图像逐段微调"
        en: "All in the middle, then adjusted part by part"
        correct: true
      - zh: "保留上一位患者的位置，以节省每次检查的时间"
        en: "Where the last patient's examination left them, to save time"
      - zh: "近场推到最大"
        en: "Near ones at the maximum"
      - zh: "远场推到最小"
        en: "Far ones at the minimum"
    explanation:
      zh: "现代机器的预设已含补偿曲线，居中即为该预设的标准曲线。"
      en: "Modern presets contain a compensation curve; the middle position is that curve."
  - id: t02-06
    topic: T02
    kind: multiple
    text:
      zh: "哪些情况会造成“远场过暗”，而不是 TGC 设置错误？"
      en: "Which of these darken the far field without any error of TGC?"
    choices:
      - zh: "频率过高，穿透不足"
        en: "Frequency too high, too little penetration"
        correct: true
      - zh: "脂肪肝等高衰减组织"
        en: "Strongly attenuating tissue such as fatty liver"
        correct: true
      - zh: "近场的骨骼或气体声影"
        en: "Shadow of bone or gas in front"
        correct: true
      - zh: "胆囊充盈良好"
        en: "A well-filled gallbladder"
    explanation:
      zh: "先判断原因：衰减大应降频，声影应换声窗；胆囊后方反而增强。"
      en: "Find the cause first: lower the frequency for attenuation, change the window for shadow. Behind a gallbladder it is brighter."
  - id: t02-07
    topic: T02
    text:
      zh: "脂肪肝患者远场显示不清，合理的一组措施是？"
      en: "In a fatty liver the far field is poorly seen. Which set of measures is sensible?"
    choices:
      - zh: "降低频率、打开组织谐波或穿透模式、聚焦置于远场并微调远场 TGC"
        en: "Lower the frequency, harmonic or penetration mode, focus in the far field, fine-tune the far TGC"
        correct: true
      - zh: "提高频率以改善分辨率、增大扫查深度、聚焦置于近场并提高近场 TGC 与总增益"
        en: "Raise the frequency for resolution, increase the depth, focus in the near field, raise the near TGC and the overall gain"
      - zh: "只提高显示器亮度"
        en: "Raise the monitor's brightness only"
      - zh: "把动态范围降到 30 dB"
        en: "Lower the dynamic range to 30 dB"
    explanation:
      zh: "穿透不足的根本办法是降低频率；提高频率会使衰减更严重。"
      en: "The remedy for lack of penetration is a lower frequency; a higher one attenuates even more."
  - id: t03-01
    topic: T03
    text:
      zh: "凸阵探头图像的一侧从探头表面开始全黑，另一侧正常，最可能是？"
      en: "On one side a convex picture is black from the probe face on, the other side is fine. What is most likely?"
    choices:
      - zh: "该侧没有接触皮肤或缺耦合剂"
        en: "No contact or no gel on that side"
        correct: true
      - zh: "该侧近场有一枚结石，其后方是声影"
        en: "A stone in the near field of that side, with its shadow behind"
      - zh: "深度过大"
        en: "Depth too large"
      - zh: "增益过低"
        en: "Gain too low"
    explanation:
      zh: "从探头表面开始的黑带提示没有耦合；结石、肋骨声影的近场仍有组织回声，从某一深度起才变暗。"
      en: "A band that is black from the face on means no coupling; in front of a stone or rib there are still echoes, it darkens from one depth on."
  - id: t03-02
    topic: T03
    kind: multiple
    text:
      zh: "肋间扫查时图像出现肋骨声影，下列做法哪些有助于减少遮挡？"
      en: "Ribs cast shadows in an intercostal scan. What helps?"
    choices:
      - zh: "使探头长轴与肋间隙平行"
        en: "Turn the probe parallel to the intercostal space"
        correct: true
      - zh: "嘱患者深吸气后屏气"
        en: "Ask for a deep breath and hold"
        correct: true
      - zh: "换用接触面较小的探头"
        en: "Use a probe with a smaller footprint"
        correct: true
      - zh: "提高总增益使声影变亮"
        en: "Raise the gain until the shadow brightens"
    explanation:
      zh: "声影里没有信号，增益只会放大噪声。应改变声窗、体位和探头方向。"
      en: "There is no signal in a shadow, so gain only amplifies noise. Change window, position or probe direction."
  - id: t03-03
    topic: T03
    text:
      zh: "使用耦合剂的主要原因是？"
      en: "What is gel mainly used for?"
    choices:
      - zh: "排除探头与皮肤间的空气，使声波能进入人体"
        en: "To keep air out from between probe and skin, so that sound can enter"
        correct: true
      - zh: "降低皮肤温度"
        en: "To cool the skin"
      - zh: "提高声波频率"
        en: "To raise the frequency"
      - zh: "使声波频率降低到人体更容易吸收的范围之内"
        en: "To lower the frequency into the range that the human body absorbs more easily and without heating"
    explanation:
      zh: "空气与软组织的声阻抗差极大，界面处声波几乎全反射。"
      en: "Air and tissue differ so much in impedance that almost all sound is reflected at the interface."
  - id: t03-04
    topic: T03
    text:
      zh: "胆囊结石后方的声影应怎样对待？"
      en: "What about the shadow behind a gallstone?"
    choices:
      - zh: "它是诊断依据，应清楚显示并存图"
        en: "It is part of the diagnosis: show it clearly and store it"
        correct: true
      - zh: "它是图像缺陷，应通过加压或改变体位使其消失后再存图"
        en: "It is a fault of the picture: press harder or turn the patient until it is gone"
      - zh: "应提高远场 TGC 使其消失"
        en: "The far TGC should be raised until it is gone"
      - zh: "应改用彩色多普勒覆盖"
        en: "It should be covered by colour Doppler"
    explanation:
      zh: "声影有时就是诊断：强回声伴后方声影、随体位移动是结石的典型表现。质控只针对非病变所致的遮挡。"
      en: "Sometimes the shadow is the diagnosis: an echogenic focus with shadow that moves with the patient. Quality control means shadows that hide the target."
  - id: t03-05
    topic: T03
    text:
      zh: "颈部浅表血管检查时探头加压过重，会造成什么？"
      en: "What does too much pressure do when scanning superficial neck vessels?"
    choices:
      - zh: "静脉被压闭，血管形态和流速测量失真"
        en: "Veins are closed, and shape and velocities are falsified"
        correct: true
      - zh: "声波在组织中的传播速度明显加快，测得的深度偏小"
        en: "Sound travels markedly faster in the tissue, so that depths come out too small"
      - zh: "动态范围变大"
        en: "The dynamic range grows"
      - zh: "没有影响"
        en: "Nothing"
    explanation:
      zh: "浅表和静脉检查应轻放探头、多用耦合剂；需要判断压缩性时再加压。"
      en: "Rest the probe lightly on plenty of gel; press only when compressibility is to be tested."
  - id: t03-06
    topic: T03
    text:
      zh: "存图中只有近场几条平行亮线，其下一片黑，没有组织结构。这是？"
      en: "A stored picture shows a few parallel bright lines near the face and nothing below. What is it?"
    choices:
      - zh: "探头未接触人体时的空气混响图，不应作为检查图存档"
        en: "Reverberation of a probe in air; it does not belong into an exam"
        correct: true
      - zh: "正常的肺部 A 线"
        en: "Normal A-lines of the lung"
      - zh: "膀胱充盈"
        en: "A full bladder"
      - zh: "深部脓肿"
        en: "A deep abscess"
    explanation:
      zh: "空气图没有任何诊断信息，属严重缺陷；肺部 A 线位于胸膜线以下，上方有胸壁软组织。"
      en: "A picture in air holds no information and is a critical fault; A-lines lie below a pleural line with chest wall above it."
  - id: t04-01
    topic: T04
    text:
      zh: "目标脏器只占图像上方的三分之一，下方为无用区域，应怎样调节？"
      en: "The target fills only the upper third and nothing useful lies below. What should be done?"
    choices:
      - zh: "减小深度，使目标占图像深度的一半以上"
        en: "Reduce the depth until the target takes more than half of it"
        correct: true
      - zh: "保持深度不变，冻结存图后再用软件把目标放大到一半以上"
        en: "Keep the depth, store the picture, and enlarge the target by software until it fills half of it"
      - zh: "提高总增益"
        en: "Raise the overall gain"
      - zh: "增加焦点数目到最大"
        en: "Set the greatest number of foci"
    explanation:
      zh: "减小深度还会提高帧频和像素密度；存图后再放大只是插值，不增加信息。"
      en: "Less depth also means a higher frame rate and more pixels on the target; enlarging afterwards only interpolates."
  - id: t04-02
    topic: T04
    text:
      zh: "扫查深度增大时，帧频会？"
      en: "What happens to the frame rate when the depth grows?"
    choices:
      - zh: "下降，因为每条扫描线要等待更久的回声"
        en: "It falls, because each line waits longer for its echoes"
        correct: true
      - zh: "上升"
        en: "It rises"
      - zh: "不变"
        en: "It stays"
      - zh: "上升，因为深部扫描线之间的间隔变大、线数减少"
        en: "It rises, because lines lie further apart at depth and fewer of them are needed"
    explanation:
      zh: "声速约 1540 m/s，10 cm 深度往返约 130 μs。深度、扫描线数和焦点数越多，帧频越低。"
      en: "At 1540 m/s the way to 10 cm and back takes about 130 μs. More depth, lines and foci lower the frame rate."
  - id: t04-03
    topic: T04
    text:
      zh: "发射聚焦区应放在哪里？"
      en: "Where should the transmit focus stand?"
    choices:
      - zh: "感兴趣目标的深度或略深"
        en: "At the depth of the target or a little below"
        correct: true
      - zh: "图像最上方"
        en: "At the very top"
      - zh: "图像最下方"
        en: "At the very bottom"
      - zh: "图像最下方，因为深部回声最弱、最需要聚焦"
        en: "At the very bottom, because deep echoes are weakest and need it most"
    explanation:
      zh: "聚焦区声束最窄，侧向分辨率最好。"
      en: "The beam is narrowest in the focal zone, so lateral resolution is best there."
  - id: t04-04
    topic: T04
    text:
      zh: "增加发射焦点的数目，主要代价是？"
      en: "What is the main price of more transmit foci?"
    choices:
      - zh: "帧频降低"
        en: "A lower frame rate"
        correct: true
      - zh: "穿透力完全丧失"
        en: "Complete loss of penetration"
      - zh: "图像变成黑白"
        en: "The picture loses its colour"
      - zh: "存储格式改变"
        en: "Another file format"
    explanation:
      zh: "每增加一个焦点，每条线要多发射一次；心脏、胎心等快速运动结构尤其不宜多焦点。"
      en: "Each focus costs one more transmission a line; for the heart and the fetal heart few foci are better."
  - id: t04-05
    topic: T04
    text:
      zh: "提高探头频率会怎样？"
      en: "What does a higher frequency do?"
    choices:
      - zh: "分辨率提高，穿透力下降"
        en: "Resolution improves, penetration falls"
        correct: true
      - zh: "分辨率下降，穿透力提高"
        en: "Resolution falls, penetration improves"
      - zh: "两者都提高"
        en: "Both improve"
      - zh: "两者都不变"
        en: "Neither changes"
    explanation:
      zh: "衰减与频率近似成正比。原则：在能看到目标深度的前提下选最高频率。"
      en: "Attenuation grows about in proportion to frequency. Rule: the highest frequency that still reaches the target."
  - id: t04-06
    topic: T04
    text:
      zh: "测量胎儿双顶径时，头部只占画面约四分之一，主要问题是？"
      en: "The fetal head fills only a quarter of the picture when the BPD is measured. What is the main problem?"
    choices:
      - zh: "目标过小，游标放置误差大，应减小深度或用写放大（前端放大）"
        en: "Target too small and calipers imprecise; reduce depth or use write zoom"
        correct: true
      - zh: "增益过高"
        en: "Gain too high"
      - zh: "频率过低，应换用高频线阵探头并把增益调高后重新测量双顶径"
        en: "Frequency too low; change to a high-frequency linear probe, raise the gain and measure again"
      - zh: "没有问题"
        en: "None"
    explanation:
      zh: "目标应占图像一半以上。写放大（冻结前）重新采样该区域，读放大（冻结后）只放大像素。"
      en: "The target should fill at least half of the picture. Write zoom samples the region anew; read zoom only enlarges pixels."
  - id: t04-07
    topic: T04
    text:
      zh: "关于“写放大（局部放大）”与“读放大”，正确的是？"
      en: "Write zoom and read zoom: which is right?"
    choices:
      - zh: "写放大在采集时进行，可提高该区域的像素密度"
        en: "Write zoom acts during acquisition and gives the region more pixels"
        correct: true
      - zh: "读放大在冻结后进行，能还原采集时没有记录下来的细节"
        en: "Read zoom acts after freezing and restores detail that was not recorded during acquisition"
      - zh: "两者完全相同"
        en: "They are the same"
      - zh: "写放大只能用于彩色图"
        en: "Write zoom is for colour only"
    explanation:
      zh: "需要测量细小结构（NT、内中膜）时应使用写放大。"
      en: "Use write zoom for small structures such as NT or intima–media thickness."
  - id: t04-08
    topic: T04
    text:
      zh: "目标脏器下缘被图像底边截断，应判为哪一类缺陷？"
      en: "The lower edge of the target is cut off by the bottom of the picture. Which fault is it?"
    choices:
      - zh: "深度过小（目标被截断）"
        en: "Depth too small, target cut off"
        correct: true
      - zh: "深度过大"
        en: "Depth too large"
      - zh: "聚焦不当"
        en: "Focus misplaced"
      - zh: "长宽比失真"
        en: "Wrong aspect ratio"
    explanation:
      zh: "目标不完整会漏诊并使测量无效，属较重缺陷；应增大深度或移动探头使其完整显示。"
      en: "An incomplete target hides findings and makes measurements void: increase the depth or move the probe."
  - id: t05-01
    topic: T05
    text:
      zh: "向质控平台上传图像，较好的做法是？"
      en: "What is the best way to hand images in for quality control?"
    choices:
      - zh: "从超声设备或工作站按原尺寸直接导出 DICOM 或 PNG"
        en: "Export DICOM or PNG at the original size straight from the device or workstation"
        correct: true
      - zh: "用手机翻拍屏幕后发送"
        en: "Photograph the screen with a phone"
      - zh: "在工作站上截取报告里的缩略图，用修图软件放大到 1080P 再上传"
        en: "Take the thumbnail out of the report, enlarge it to full HD by a picture editor and hand that in"
      - zh: "经聊天软件转发后保存"
        en: "Send it through a chat program and save it from there"
    explanation:
      zh: "翻拍带来摩尔纹、反光和几何变形；聊天软件会重新压缩并缩小图像。"
      en: "Photos of screens bring moiré, reflections and distortion; chat programs recompress and shrink pictures."
  - id: t05-02
    topic: T05
    text:
      zh: "图像上可见规则的 8×8 像素方块，原因是？"
      en: "A regular grid of 8×8 pixel blocks is visible. Why?"
    choices:
      - zh: "JPEG 压缩质量过低"
        en: "JPEG quality too low"
        correct: true
      - zh: "TGC 滑杆错位"
        en: "A TGC slider out of line"
      - zh: "探头阵元损坏"
        en: "Dead elements"
      - zh: "动态范围过小"
        en: "Dynamic range too small"
    explanation:
      zh: "JPEG 以 8×8 块做变换和量化，质量低时块边界可见，斑点细节丢失。建议 PNG 或质量 85 以上。"
      en: "JPEG transforms and quantises blocks of 8×8; at low quality their edges show. Use PNG, or quality 85 or more."
  - id: t05-03
    topic: T05
    text:
      zh: "把一幅高度压缩的 JPEG 另存为 PNG，画质会？"
      en: "A strongly compressed JPEG is saved again as PNG. What happens to its quality?"
    choices:
      - zh: "不会恢复，只是不再继续损失"
        en: "It is not restored; it only loses no more"
        correct: true
      - zh: "完全恢复，因为 PNG 是无损格式"
        en: "It is restored completely, because PNG is a lossless format"
      - zh: "提高一倍"
        en: "It doubles"
      - zh: "变得更差"
        en: "It gets worse"
    explanation:
      zh: "PNG 是无损格式，但已丢失的细节找不回来；应从原机重新导出。"
      en: "PNG is lossless, but what is lost stays lost: export it again from the device."
  - id: t05-04
    topic: T05
    kind: multiple
    text:
      zh: "翻拍屏幕的图像有哪些可识别的特征？"
      en: "By what can a photo of a screen be recognised?"
    choices:
      - zh: "摩尔纹"
        en: "Moiré"
        correct: true
      - zh: "边缘不平行、梯形变形"
        en: "Edges that are not parallel"
        correct: true
      - zh: "偏色或反光"
        en: "Colour cast or reflections"
        correct: true
      - zh: "文件为 DICOM 格式且含标定信息"
        en: "A DICOM file with calibration"
    explanation:
      zh: "翻拍图不能用于测量，也难以可靠判断增益与分辨率，按较重缺陷处理。"
      en: "Such photos cannot be measured on, and gain and resolution cannot be judged: a major fault."
  - id: t05-05
    topic: T05
    text:
      zh: "采集卡导出的图像中，圆形变成了椭圆，说明什么？"
      en: "In a picture from a capture card circles have become ellipses. What does this mean?"
    choices:
      - zh: "像素长宽比错误，离线测量将失真"
        en: "Wrong pixel aspect ratio; offline measurements are false"
        correct: true
      - zh: "增益过高"
        en: "Gain too high"
      - zh: "聚焦过深"
        en: "Focus too deep"
      - zh: "凸阵探头成像的正常现象，不影响任何测量"
        en: "Normal for convex probes; no measurement is affected by it"
    explanation:
      zh: "例如把 720×576 的 PAL 采集当作方形像素显示，宽高比例会偏差；应修正采集设置。"
      en: "For example 720×576 PAL capture shown with square pixels is distorted; correct the capture setting."
  - id: t05-06
    topic: T05
    text:
      zh: "哪种存图会使扫查区域的分辨率不足以判读？"
      en: "Which stored picture has too little resolution to be judged?"
    choices:
      - zh: "扫查区域高度不到 200 像素的缩略图"
        en: "A thumbnail whose scan area is less than 200 pixels high"
        correct: true
      - zh: "1024×768 的 PNG"
        en: "PNG of 1024×768"
      - zh: "原始 DICOM"
        en: "An original DICOM file"
      - zh: "用质量 95 保存的 1280×960 JPEG 全屏图"
        en: "A full-screen JPEG of 1280×960 saved at quality 95, with chrome"
    explanation:
      zh: "像素太少时斑点和细小结构无法分辨，放大不会增加信息。"
      en: "With too few pixels speckle and small structures cannot be told; enlarging adds nothing."
  - id: t05-07
    topic: T05
    kind: multiple
    text:
      zh: "冻结存图时图像发虚，下列哪些是常见原因？"
      en: "A frozen picture is blurred. Which causes are common?"
    choices:
      - zh: "冻结瞬间患者或探头移动"
        en: "Patient or probe moved at the moment of freezing"
        correct: true
      - zh: "聚焦区不在目标深度"
        en: "The focus was not at the target's depth"
        correct: true
      - zh: "导出时被缩小后再放大"
        en: "It was shrunk and enlarged on export"
        correct: true
      - zh: "标注了体标"
        en: "A body mark was placed"
    explanation:
      zh: "可嘱患者屏气，用电影回放选最清晰的一帧，再从原机按原尺寸导出。"
      en: "Ask for breath-hold, choose the sharpest frame by cine review, and export at the original size."
  - id: t05-08
    topic: T05
    text:
      zh: "存储静态图前，使用“电影回放”的好处是？"
      en: "Why use cine review before storing a still?"
    choices:
      - zh: "可以从冻结前的若干帧里选出最清晰、切面最标准的一帧"
        en: "To pick the sharpest and most standard frame of those before the freeze"
        correct: true
      - zh: "可以提高探头频率"
        en: "To raise the frequency"
      - zh: "可以增加穿透力"
        en: "To gain penetration"
      - zh: "可以把多帧图像自动叠加平均，从而消除声影、提高频率和穿透力"
        en: "It averages several frames automatically, which removes shadows and gains frequency and penetration"
    explanation:
      zh: "冻结往往略晚于最佳时刻，回放可以弥补。"
      en: "Freezing usually comes a little late; cine review makes up for it."
  - id: t06-01
    topic: T06
    text:
      zh: "什么样的图像称得上“标准切面”？"
      en: "What makes a picture a standard section?"
    choices:
      - zh: "规定的解剖结构完整清晰显示，目标大小和方位符合要求"
        en: "The required structures are seen completely and clearly, with the right size and orientation"
        correct: true
      - zh: "亮度越高越好"
        en: "The brighter the better"
      - zh: "包含彩色血流即可"
        en: "It has colour flow"
      - zh: "图像亮度足够高，并且标有测量值、体标和患者姓名，便于归档"
        en: "The picture is bright enough and carries measurement, body mark and the patient's name for the archive"
    explanation:
      zh: "切面标准性由解剖结构、方位和目标比例共同决定；这一部分必须由专家判读。"
      en: "It is decided by structures, orientation and size together; experts judge it, not the first pass."
  - id: t06-02
    topic: T06
    kind: multiple
    text:
      zh: "双顶径（BPD）标准切面应显示哪些结构？"
      en: "Which structures belong to the standard section of the biparietal diameter?"
    choices:
      - zh: "透明隔腔"
        en: "Cavum septi pellucidi"
        correct: true
      - zh: "双侧对称的丘脑"
        en: "Symmetrical thalami"
        correct: true
      - zh: "居中的脑中线回声"
        en: "Midline echo in the middle"
        correct: true
      - zh: "小脑半球"
        en: "Cerebellar hemispheres"
    explanation:
      zh: "出现小脑说明切面向后倾斜过度（经小脑切面），不应用于测量 BPD/HC。"
      en: "A visible cerebellum means that the plane is tilted backwards; do not measure BPD or HC there."
  - id: t06-03
    topic: T06
    kind: multiple
    text:
      zh: "胎儿腹围（AC）标准切面应显示哪些结构？"
      en: "Which structures belong to the standard section of the fetal abdominal circumference?"
    choices:
      - zh: "胃泡"
        en: "Stomach bubble"
        correct: true
      - zh: "脐静脉肝内段与门静脉窦"
        en: "Umbilical vein with the portal sinus"
        correct: true
      - zh: "近圆形的腹部横切面"
        en: "A nearly round transverse section"
        correct: true
      - zh: "双侧肾脏"
        en: "Both kidneys"
    explanation:
      zh: "显示肾脏说明切面偏低；腹部呈椭圆、肋骨不对称说明斜切。"
      en: "Visible kidneys mean that it is too low; an oval shape or asymmetrical ribs mean that it is oblique."
  - id: t06-04
    topic: T06
    text:
      zh: "股骨长（FL）测量切面的要求是？"
      en: "What is required of the section for femur length?"
    choices:
      - zh: "股骨长轴与声束接近垂直，两端清晰，测量骨化的骨干"
        en: "Femur nearly perpendicular to the beam, both ends clear, ossified shaft measured"
        correct: true
      - zh: "股骨与声束平行"
        en: "Femur parallel to the beam"
      - zh: "股骨与声束平行，近端显示即可，测量时把远端骨骺一并计入"
        en: "Femur parallel to the beam, its near end visible, distal epiphysis included in the length"
      - zh: "只显示一端即可"
        en: "One end is enough"
    explanation:
      zh: "夹角过大会低估长度；骨骺不计入。一般要求股骨与水平线夹角 < 45°。"
      en: "Too steep an angle underestimates the length, and the epiphysis is left out. The femur should lie below 45° to the horizontal."
  - id: t06-05
    topic: T06
    text:
      zh: "肝第二肝门切面应显示？"
      en: "What does the section of the second hepatic porta show?"
    choices:
      - zh: "肝静脉汇入下腔静脉"
        en: "Hepatic veins entering the inferior vena cava"
        correct: true
      - zh: "门静脉主干及其左右支分叉"
        en: "The portal vein's trunk and its bifurcation"
      - zh: "胆囊长轴"
        en: "The long axis of the gallbladder"
      - zh: "胰头与十二指肠"
        en: "Pancreatic head and duodenum"
    explanation:
      zh: "第一肝门为门静脉、肝管、肝动脉出入处；第二肝门为肝静脉汇入下腔静脉处。"
      en: "The first porta has portal vein, duct and artery; the second is where hepatic veins enter the IVC."
  - id: t06-06
    topic: T06
    kind: multiple
    text:
      zh: "胆囊长轴切面存图，质量要求包括？"
      en: "What is required of a long-axis section of the gallbladder?"
    choices:
      - zh: "颈、体、底均显示"
        en: "Neck, body and fundus visible"
        correct: true
      - zh: "囊腔无回声，前后壁清楚"
        en: "Anechoic lumen, clear walls"
        correct: true
      - zh: "患者空腹"
        en: "The patient fasting"
        correct: true
      - zh: "必须同时显示右肾"
        en: "The right kidney in the same picture"
    explanation:
      zh: "进食后胆囊收缩，壁增厚，难以判断结石和息肉。"
      en: "After a meal it contracts and its wall thickens, so stones and polyps cannot be judged."
  - id: t06-07
    topic: T06
    text:
      zh: "甲状腺检查，每侧腺叶至少应存哪两类切面？"
      en: "Which two sections of each thyroid lobe are stored at least?"
    choices:
      - zh: "横切面和纵切面"
        en: "Transverse and longitudinal"
        correct: true
      - zh: "两张不同深度的冠状斜切面"
        en: "Two coronal oblique ones at different depths"
      - zh: "两张相同的横切面"
        en: "Two equal transverse ones"
      - zh: "只存彩色图"
        en: "Colour pictures only"
    explanation:
      zh: "三径测量需要横切（左右、前后径）与纵切（上下径）。"
      en: "The three diameters need the transverse (width, depth) and the longitudinal (length) section."
  - id: t06-08
    topic: T06
    text:
      zh: "图像标注“左肾”，实际显示右肾。应归为？"
      en: "A picture is labelled left kidney but shows the right one. Which fault is it?"
    choices:
      - zh: "切面标注与图像不符"
        en: "The label does not fit the picture"
        correct: true
      - zh: "增益过高"
        en: "Gain too high"
      - zh: "无体标"
        en: "No body mark"
      - zh: "深度过大"
        en: "Depth too large"
    explanation:
      zh: "侧别错误可能导致严重医疗差错，应立即更正报告与图像。"
      en: "A wrong side can lead to grave harm: correct picture and report at once."
  - id: t07-01
    topic: T07
    text:
      zh: "体标（体位图）的作用是？"
      en: "What is a body mark for?"
    choices:
      - zh: "说明探头位置和切面方向，使他人能复核"
        en: "It tells probe position and direction, so that others can check"
        correct: true
      - zh: "代替切面名称和侧别标注，使报告可以省略部位"
        en: "It replaces section name and side, so that the report need not name the part"
      - zh: "代替切面名称"
        en: "It replaces the section's name"
      - zh: "仅作美观"
        en: "It is decoration"
    explanation:
      zh: "成对或多部位器官（乳腺、甲状腺、血管、肾脏）尤其需要体标或文字标明侧别与部位。"
      en: "Paired or repeated organs (breast, thyroid, vessels, kidneys) need it most."
  - id: t07-02
    topic: T07
    text:
      zh: "测量血管内径时，游标应放在？"
      en: "Where do calipers stand for a vessel's inner diameter?"
    choices:
      - zh: "管壁内缘到对侧内缘，且与血管长轴垂直"
        en: "From inner edge to inner edge, perpendicular to the vessel"
        correct: true
      - zh: "管壁外缘到对侧外缘，沿血管走行方向斜向测量"
        en: "From outer edge to outer edge, obliquely along the vessel's course"
      - zh: "沿血管斜向"
        en: "Obliquely along the vessel"
      - zh: "任意两点"
        en: "Anywhere"
    explanation:
      zh: "斜向测量会高估直径；内外缘的约定应写在科室规范里并保持一致。"
      en: "Oblique lines overestimate; inner or outer edge must be agreed in writing and kept."
  - id: t07-03
    topic: T07
    text:
      zh: "头围（HC）测量的描迹位置应是？"
      en: "Along what is the fetal head circumference traced?"
    choices:
      - zh: "颅骨强回声环的外缘"
        en: "The outer edge of the skull echo"
        correct: true
      - zh: "颅骨内缘"
        en: "The inner edge of the skull"
      - zh: "头皮外缘"
        en: "The outer edge of the scalp"
      - zh: "脑中线"
        en: "The midline"
    explanation:
      zh: "HC 沿颅骨外缘；BPD 则按所用参考值的方法（外–内或外–外）测量，两者不可混用。"
      en: "HC follows the outer edge of the bone; for BPD keep to the method of the chart in use (outer–inner or outer–outer)."
  - id: t07-04
    topic: T07
    text:
      zh: "以下哪种做法会使测量值不可靠？"
      en: "Which of these makes a measurement unreliable?"
    choices:
      - zh: "目标只占画面很小一部分时测量"
        en: "Measuring a target that fills a small part of the picture"
        correct: true
      - zh: "使用写放大后测量"
        en: "Measuring after write zoom"
      - zh: "重复测量三次取平均"
        en: "Taking the mean of three"
      - zh: "在标准切面上测量"
        en: "Measuring on the standard section"
    explanation:
      zh: "游标的一个像素误差在小目标上对应更大的相对误差。"
      en: "One pixel of the caliper is a larger relative error on a small target."
  - id: t07-05
    topic: T07
    text:
      zh: "颈动脉内中膜厚度（IMT）的常规测量部位是？"
      en: "Where is the carotid intima–media thickness routinely measured?"
    choices:
      - zh: "颈总动脉远段后壁（远场壁），避开斑块"
        en: "Far wall of the distal common carotid, away from plaque"
        correct: true
      - zh: "近场壁任意处"
        en: "Anywhere on the near wall"
      - zh: "颈内动脉起始段斑块最厚处，由外膜量到管腔"
        en: "At the thickest plaque of the internal carotid, from adventitia to lumen"
      - zh: "颈内静脉壁"
        en: "On the wall of the jugular vein"
    explanation:
      zh: "近场壁受增益影响大；斑块应单独描述和测量。"
      en: "The near wall depends on gain; plaques are described and measured on their own."
  - id: t07-06
    topic: T07
    kind: multiple
    text:
      zh: "NT 测量的正确做法包括？"
      en: "What is right when measuring nuchal translucency?"
    choices:
      - zh: "胎儿正中矢状切面，处于自然姿势"
        en: "Mid-sagittal section, neutral position"
        correct: true
      - zh: "放大至头和上胸部占满大部分画面"
        en: "Enlarged until head and upper thorax fill most of the picture"
        correct: true
      - zh: "游标放在透明层最宽处的内缘"
        en: "Calipers on the inner borders at the widest part"
        correct: true
      - zh: "颈部过度仰伸时测量"
        en: "Measured with the neck hyperextended"
    explanation:
      zh: "过度仰伸会高估、俯屈会低估；测量需 0.1 mm 精度，增益宜偏低。"
      en: "Hyperextension overestimates and flexion underestimates; 0.1 mm matters, so keep the gain low."
  - id: t08-01
    topic: T08
    text:
      zh: "频谱多普勒测速时，校正角（声束与血流夹角）一般应？"
      en: "What should the Doppler angle be when velocities are measured?"
    choices:
      - zh: "不大于 60°"
        en: "60° or less"
        correct: true
      - zh: "等于 90°"
        en: "Exactly 90°"
      - zh: "大于 75°"
        en: "Above 75°"
      - zh: "任意，机器会自动修正"
        en: "Any; the machine corrects it"
    explanation:
      zh: "速度按 1/cosθ 换算，角度越大，误差放大越快：60° 时 5° 的误差使速度偏差约 13–18%，80° 时则极大。"
      en: "Velocity goes with 1/cos θ: at 60° an error of 5° changes it by 13–18 %, near 90° hugely."
  - id: t08-02
    topic: T08
    text:
      zh: "彩色血流图中，血管中央出现与周围相反的明亮颜色（红蓝直接相接、无黑色分界），最可能是？"
      en: "In colour flow the vessel's centre shows the opposite bright colour, red touching blue without black between. What is it?"
    choices:
      - zh: "混叠：速度超过奈奎斯特极限，应提高速度标尺（PRF）或移动基线"
        en: "Aliasing: velocities beyond the Nyquist limit; raise the scale (PRF) or move the baseline"
        correct: true
      - zh: "真实的反向血流，说明远端有严重狭窄或瘘，直接写入报告即可，无需调节"
        en: "True reversed flow, a sign of severe stenosis or fistula beyond; put it into the report, nothing to adjust, whatever the scale"
      - zh: "增益过低"
        en: "Gain too low"
      - zh: "壁滤波过高"
        en: "Wall filter too high"
    explanation:
      zh: "真正的反向血流两色之间有黑色（零速）分界；混叠则经由最亮的颜色直接翻转。"
      en: "Between true opposite flows lies black (zero velocity); aliasing wraps through the brightest colours."
  - id: t08-03
    topic: T08
    text:
      zh: "彩色增益过高的表现是？"
      en: "What does too much colour gain look like?"
    choices:
      - zh: "血管外组织内布满彩色杂点，颜色溢出管壁"
        en: "Colour specks all over the tissue, colour spilling over the walls"
        correct: true
      - zh: "血管腔内没有颜色，即使降低速度标尺也不显示"
        en: "No colour in the vessel, even when the velocity scale is lowered"
      - zh: "图像整体变暗"
        en: "The picture darkens"
      - zh: "频谱基线消失"
        en: "The spectral baseline disappears"
    explanation:
      zh: "调节方法：先升高到出现杂点，再略降到杂点刚消失。"
      en: "Turn it up until specks appear, then down until they just vanish."
  - id: t08-04
    topic: T08
    kind: multiple
    text:
      zh: "怀疑低速血流未显示，下列哪些调节有帮助？"
      en: "Slow flow may be missed. Which adjustments help?"
    choices:
      - zh: "降低速度标尺（PRF）"
        en: "Lower the velocity scale (PRF)"
        correct: true
      - zh: "降低壁滤波"
        en: "Lower the wall filter"
        correct: true
      - zh: "适当提高彩色增益"
        en: "Raise the colour gain somewhat"
        correct: true
      - zh: "使声束与血管垂直"
        en: "Turn the beam perpendicular to the vessel"
    explanation:
      zh: "声束与血流垂直时多普勒频移趋近于零；应调整取样框偏转或探头角度。"
      en: "Perpendicular to the flow the Doppler shift goes to zero: steer the box or tilt the probe."
  - id: t08-05
    topic: T08
    text:
      zh: "彩色取样框过大的主要坏处是？"
      en: "What is the main drawback of a very large colour box?"
    choices:
      - zh: "帧频下降"
        en: "The frame rate falls"
        correct: true
      - zh: "动态范围变大"
        en: "The dynamic range grows"
      - zh: "图像长宽比失真"
        en: "The aspect ratio changes"
      - zh: "无法存图"
        en: "It cannot be stored"
    explanation:
      zh: "取样框只包住需要观察的血管或病灶即可，并随血管走向偏转。"
      en: "Let it enclose just the vessel or lesion, and steer it along."
  - id: t08-06
    topic: T08
    text:
      zh: "脉冲多普勒取样容积（取样门）在大血管测速时应？"
      en: "How should the sample gate stand when velocities of a large vessel are measured?"
    choices:
      - zh: "置于血管中央，宽度约为管径的 1/3–1/2，不碰管壁"
        en: "In the centre, one third to one half of the lumen, off the walls"
        correct: true
      - zh: "宽度覆盖整个血管和两侧管壁，以保证采集到全部流速成分"
        en: "Wide enough to take in the whole vessel and both walls, so that every velocity is sampled"
      - zh: "紧贴管壁"
        en: "On the wall"
      - zh: "放在血管外侧"
        en: "Beside the vessel"
    explanation:
      zh: "过大或贴壁会混入管壁搏动和低速血流，使频谱增宽。"
      en: "A gate that is too wide or on the wall takes in wall motion and slow flow and broadens the spectrum."
  - id: t09-01
    topic: T09
    kind: multiple
    text:
      zh: "上传到质控平台的图像，下列哪些内容不应出现在图中？"
      en: "What must not be seen in images that are handed in?"
    choices:
      - zh: "患者姓名"
        en: "The patient's name"
        correct: true
      - zh: "身份证号或住院号"
        en: "Identity or hospital number"
        correct: true
      - zh: "患者电话"
        en: "The patient's phone number"
        correct: true
      - zh: "深度标尺"
        en: "The depth scale"
    explanation:
      zh: "个人健康信息属敏感个人信息，处理应遵循最小必要原则；标尺、体标、测量值是技术信息，应保留。"
      en: "Health data are sensitive personal information and only the necessary is processed; scale, marks and measurements stay."
  - id: t09-02
    topic: T09
    text:
      zh: "文件名写成“张三_5101…_胆囊.jpg”，问题是？"
      en: "A file is called “ZhangSan_5101…_gallbladder.jpg”. What is wrong?"
    choices:
      - zh: "文件名泄露患者身份，应使用检查号或假名"
        en: "The name reveals the patient; use the exam's number or a pseudonym"
        correct: true
      - zh: "扩展名应为大写，且文件名不应超过八个字符"
        en: "The extension should be in capitals and the name no longer than eight characters"
      - zh: "切面写错"
        en: "The section is wrong"
      - zh: "没有问题"
        en: "Nothing"
    explanation:
      zh: "文件名、文件夹名、DICOM 标签与图中文字同样可能泄露身份。"
      en: "Names of files and folders and DICOM tags reveal as much as text in the picture."
  - id: t09-03
    topic: T09
    text:
      zh: "用个人手机拍摄患者超声图并发到微信群讨论，主要风险是？"
      en: "Photographing a patient's scan with a private phone and posting it in a chat group: what is the main risk?"
    choices:
      - zh: "患者隐私泄露且无法追溯，图像质量也被压缩破坏"
        en: "The patient's privacy is lost untraceably, and compression spoils the picture"
        correct: true
      - zh: "没有实质风险：群成员都是医务人员，图片过期后会自动清除"
        en: "No real risk: all members are medical staff, and pictures expire and delete themselves after a while"
      - zh: "只是占用手机空间"
        en: "It only fills the phone"
      - zh: "图像会自动删除"
        en: "The picture deletes itself"
    explanation:
      zh: "会诊应通过有权限管理和留痕的平台进行。"
      en: "Consult through a platform with access control and a trail."
  - id: t10-01
    topic: T10
    text:
      zh: "不同患者的检查里出现同一幅图像，系统会怎样处理？"
      en: "The same picture turns up in exams of two patients. How is it treated?"
    choices:
      - zh: "判为严重问题，送专家复核并由机构说明原因"
        en: "As a critical finding: an expert looks, and the clinic explains"
        correct: true
      - zh: "忽略"
        en: "It is ignored"
      - zh: "自动删除后上传的一张，并把前一张的评分记给两位患者"
        en: "The later one is deleted, and the score of the first counts for both patients"
      - zh: "提高两张图的评分"
        en: "Both scores are raised"
    explanation:
      zh: "图像张冠李戴可能造成误诊，也可能涉及造假；误传时应撤回并重传。"
      en: "A picture in another patient's exam can mislead and may be fraud; if sent by mistake, withdraw it and hand in the right one."
  - id: t10-02
    topic: T10
    text:
      zh: "同一检查中把同一幅图以不同切面名重复上传，正确的做法是？"
      en: "One picture was handed in twice under two section names in one exam. What is right?"
    choices:
      - zh: "删去重复图，补采缺失的切面"
        en: "Drop the repeat and take the missing section"
        correct: true
      - zh: "保留两张，凑足切面数"
        en: "Keep both to fill the count"
      - zh: "把其中一张左右翻转"
        en: "Mirror one of them"
      - zh: "修改文件日期"
        en: "Change the file's date"
    explanation:
      zh: "重复图不能代替缺失的切面，翻转或改名属于造假。"
      en: "A repeat is no substitute for a missing section; mirroring or renaming it is fraud."
  - id: t10-03
    topic: T10
    text:
      zh: "发现已上传的图像属于另一位患者，首先应？"
      en: "You notice that a picture already handed in belongs to another patient. What comes first?"
    choices:
      - zh: "立即撤回该检查并注明原因，更正后重传"
        en: "Withdraw the exam at once with the reason, then hand in the corrected one"
        correct: true
      - zh: "等专家发现"
        en: "Wait for the expert to notice"
      - zh: "再传一幅正确的图覆盖原图，不必说明原因以免影响评分"
        en: "Send the right one over it without a reason, so that the score does not suffer"
      - zh: "删除本地文件即可"
        en: "Delete the local file"
    explanation:
      zh: "主动撤回并留痕能避免错误继续流转。"
      en: "Withdrawing it openly keeps the mistake from spreading."
  - id: t11-01
    topic: T11
    kind: multiple
    text:
      zh: "超声报告与图像不符的例子是？"
      en: "Which are examples of a report that does not fit the pictures?"
    choices:
      - zh: "报告写“右肾结石”，图像显示左肾结石"
        en: "The report says stone in the right kidney, the picture shows the left"
        correct: true
      - zh: "报告测值与图上测量不同"
        en: "The report's value differs from the one on the picture"
        correct: true
      - zh: "报告描述的病灶没有对应图像"
        en: "A described lesion has no picture"
        correct: true
      - zh: "报告与图像所见一致"
        en: "Report and pictures agree"
    explanation:
      zh: "图文相符是报告合格的基本要求；阳性所见都应有图像支持。"
      en: "Agreement is the base of an acceptable report; every positive finding needs its picture."
  - id: t11-02
    topic: T11
    text:
      zh: "规范的超声报告应包含哪些部分？"
      en: "Which parts does a proper ultrasound report have?"
    choices:
      - zh: "一般信息、检查部位与方法、超声所见、超声提示、签名与时间"
        en: "General data, part and method, findings, impression, signature and time"
        correct: true
      - zh: "一般信息、超声提示、治疗方案、用药建议、费用明细与审核时间"
        en: "General data, impression, plan of treatment, drugs, costs and time of approval"
      - zh: "只写测量值"
        en: "The measurements only"
      - zh: "只写建议复查"
        en: "A recommendation only"
    explanation:
      zh: "“所见”客观描述，“提示”给出结论；两者应对应。"
      en: "The findings describe, the impression concludes; the two must match."
  - id: t11-03
    topic: T11
    text:
      zh: "乳腺病灶的超声报告，结论部分应当给出？"
      en: "What should the conclusion on a breast lesion give?"
    choices:
      - zh: "BI-RADS 分类"
        en: "The BI-RADS class"
        correct: true
      - zh: "TI-RADS 分类"
        en: "The TI-RADS class"
      - zh: "仅写“请结合临床”"
        en: "“Please correlate clinically” only"
      - zh: "病理诊断"
        en: "The pathological diagnosis"
    explanation:
      zh: "乳腺病变超声报告的 BI-RADS 分类率是国家质控指标之一；超声不作病理诊断。"
      en: "The BI-RADS rate of breast reports is a national quality indicator; ultrasound does not give the pathology."
  - id: t11-04
    topic: T11
    text:
      zh: "检查条件受限（肥胖、气体、未空腹）影响显示时，报告应？"
      en: "Obesity, gas or a meal limited the examination. What should the report do?"
    choices:
      - zh: "如实写明受限原因和未能显示的部位"
        en: "State the limitation and what could not be seen"
        correct: true
      - zh: "写“所见脏器未见明显异常”，以免患者反复检查"
        en: "Say “no abnormality of the organs seen”, to spare the patient another examination"
      - zh: "不提该部位"
        en: "Leave that part out"
      - zh: "借用上次的描述"
        en: "Copy the last description"
    explanation:
      zh: "未显示不等于正常；写明受限是对患者和自己的保护。"
      en: "Not seen is not normal; stating the limits protects patient and operator."
  - id: t12-01
    topic: T12
    text:
      zh: "按国家质控指标，超声危急值应在多长时间内完成通报？"
      en: "By the national indicator, within what time is a critical ultrasound result notified?"
    choices:
      - zh: "10 分钟"
        en: "10 minutes"
        correct: true
      - zh: "2 小时"
        en: "2 hours"
      - zh: "24 小时"
        en: "24 hours"
      - zh: "48 小时"
        en: "48 hours"
    explanation:
      zh: "指标为“超声危急值 10 分钟内通报完成率”，通报应有记录。"
      en: "The indicator is the share of critical values notified within 10 minutes; the notification is recorded."
  - id: t12-02
    topic: T12
    text:
      zh: "住院超声检查的时限指标是？"
      en: "What is the time limit for inpatients' ultrasound examinations?"
    choices:
      - zh: "自申请起 48 小时内完成检查并出具报告"
        en: "Examined and reported within 48 hours of the order"
        correct: true
      - zh: "7 天内"
        en: "Within 7 days"
      - zh: "1 小时内"
        en: "Within 1 hour"
      - zh: "自入院起 7 天内完成检查，出院前补齐全部报告即可"
        en: "Examined within 7 days of admission, with all reports complete by discharge"
    explanation:
      zh: "指标为“住院超声检查 48 小时内完成率”。"
      en: "The indicator is the share of inpatients' examinations completed within 48 hours."
  - id: t12-03
    topic: T12
    text:
      zh: "收到质控反馈“增益过高”后，最有效的改进做法是？"
      en: "What is the best response to the feedback “gain too high”?"
    choices:
      - zh: "按建议调整预设和操作习惯，并在后续检查中复看同类图像"
        en: "Adjust preset and habit as advised, and look at later pictures of the kind"
        correct: true
      - zh: "下次不再上传该切面"
        en: "Stop handing that section in"
      - zh: "用图像软件把原图整体调暗、增大对比后重新上传，以提高评分"
        en: "Darken the original by software, raise its contrast and hand it in again for a better score"
      - zh: "换人签名"
        en: "Have somebody else sign"
    explanation:
      zh: "质控的目的是改进采集；后期调暗不能恢复饱和丢失的细节，也改变了原始资料。"
      en: "The aim is better acquisition; darkening afterwards restores nothing and alters the original."
  - id: t12-04
    topic: T12
    text:
      zh: "对质控结果有不同意见时，应怎样做？"
      en: "What should be done by one who disagrees with a result?"
    choices:
      - zh: "通过平台提出异议并说明理由，由另一位专家复核"
        en: "Object through the platform with reasons; another expert reads it"
        correct: true
      - zh: "私下联系评分专家说明情况，请其直接修改原来的评分记录"
        en: "Ask the expert privately to look at the case again and change the recorded score"
      - zh: "删除该检查"
        en: "Delete the exam"
      - zh: "不予理会"
        en: "Ignore it"
    explanation:
      zh: "异议和复核都会留痕，最终以复核判读为准。"
      en: "Objection and second reading are recorded, and the second reading counts."

"""###),
    ]
}
