/** +什么: what a group's service lines are called (P14-P17: 网+创业, 网+维权, 网+科普). */
export const SERVICE_LINES: Readonly<Record<string, string>> = {
  rights: '维权和法律援助',
  startup: '创业辅导',
  science: '科普',
  elderly: '老人服务',
  family: '家庭和孩子',
  housing: '物业和修缮',
  health: '健康和就医',
  jobs: '找工作',
  volunteering: '志愿服务',
};

/** Words by which a matter is known to belong to a line; the more and the longer, the surer. */
const CUES: Readonly<Record<string, readonly string[]>> = {
  rights:
    '维权 法律 律师 法援 法律援助 打官司 起诉 仲裁 劳动仲裁 欠薪 工资没发 拖欠工资 讨薪 合同纠纷 劳动合同 租房合同 押金不退 调解 纠纷 家暴 离婚 抚养权 赡养 遗产 继承 诈骗 被骗 消费投诉 优抚 信访 工伤'.split(
      ' ',
    ),
  startup:
    '创业 开店 开公司 注册公司 营业执照 小微企业 创业贷款 贴息 投资 融资 招商 对接会 商业计划 孵化 场地补贴 个体户'.split(
      ' ',
    ),
  science: '科普 讲座 反诈讲座 科学 垃圾分类 食品安全 防灾 演练 急救培训 智能手机课'.split(' '),
  elderly: '老人 养老 助老 独居 敬老 敬老卡 老年 助餐 老年食堂 居家养老 长护险 适老 高龄津贴 轮椅 空巢'.split(
    ' ',
  ),
  family:
    '孩子 育儿 托育 托班 幼儿园 入学 上学 转学 暑托班 晚托 亲子 儿童 青少年 家教 二胎 生育 产假 妇女 单亲 婚姻登记'.split(
      ' ',
    ),
  housing:
    '物业 修缮 维修 报修 漏水 楼道 楼道灯 电梯 停车 停车位 下水道 堵了 水管 门禁 加装电梯 维修基金 路灯 墙皮 屋顶 公租房 廉租房 充电桩 垃圾桶 噪音'.split(
      ' ',
    ),
  health:
    '健康 看病 就医 医保 体检 疫苗 签约医生 家庭医生 挂号 慢病 配药 门诊 住院 报销 心理 残疾证 康复'.split(
      ' ',
    ),
  jobs: '找工作 就业 招聘 求职 失业 失业金 下岗 简历 岗位 社保 培训补贴 技能培训 零工 再就业 见习 面试'.split(
    ' ',
  ),
  volunteering: '志愿 志愿者 义工 公益 捐赠 捐衣服 献血 义诊 义剪'.split(' '),
};

/** Which of these words stand in a text, a word inside a longer one that stands there too left out. */
function wordsFound(text: string, words: readonly string[]): string[] {
  const found = words.filter(word => word !== '' && text.includes(word));
  return found.filter(word => !found.some(longer => longer !== word && longer.includes(word)));
}

/** How much of a text these words are: their length in signs, the longest words only. */
export const weightOf = (text: string, words: readonly string[]): number =>
  wordsFound(text, words).reduce((sum, word) => sum + word.length, 0);

/** 服务线 of a matter by the words it is told in; null when none stands in it. */
export function lineOf(text: string): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [line, cues] of Object.entries(CUES)) {
    const weight = weightOf(text, cues);
    if (weight <= most) continue;
    most = weight;
    best = line;
  }
  return best;
}

/** The line a table names: by its key, its name or a word of it; else as it is written, a line of the unit's own. */
export function readLine(written: string): string {
  const text = written.trim();
  if (text in SERVICE_LINES) return text;
  return Object.keys(SERVICE_LINES).find(line => SERVICE_LINES[line] === text) ?? lineOf(text) ?? text;
}

/** What a line is called. */
export const lineName = (line: string): string => SERVICE_LINES[line] ?? line;
