/**
 * What a question wants to know of its subject: one class a way of asking, however it is worded. Two questions with the
 * same subject are the same when they want the same, and another when they want something else.
 */
const CLASSES: readonly string[] = [
  // cause
  '原因|为什么|为啥|为何|怎么回事|咋回事|怎么引起|如何引起|是什么引起|引起的|怎么得的|怎么造成|怎么形成|诱因|由来|怎么搞的',
  // what to do, cure
  '怎么办|咋办|怎么治疗?|如何治疗?|咋治|怎样治疗?|治疗(?:方法|方案)?|医治|怎么医|疗法|有什么办法|什么办法|什么方法|怎么做|如何做|该怎么|如何处理|怎么处理|怎么弄|咋弄|怎么解决|如何解决|根治|咋整|怎么整|如何是好',
  // which medicine
  '吃什么药|用什么药|吃啥药|用啥药|什么药|哪些药|用药',
  // food and diet
  '吃什么(?!药)|吃啥(?!药)|饮食|食物|忌口|食疗|食谱|喝什么|吃点什么|水果',
  // signs
  '症状|体征|表现|征兆|迹象|前兆|什么感觉',
  // use and effect
  '作用|功效|有什么用|有啥用|主治|治什么|治啥|干什么用|效果|有用|管用|药效|疗效|好用|有效|好不好|怎么样|咋样|如何$|好吗',
  // side effects and harm
  '副作用|不良反应|危害|坏处|后遗症|害处|伤害|影响',
  // dose and how to take it
  '用量|用法|剂量|几片|几粒|几颗|几支|一天几|一次几|怎么吃|怎么服|如何服用|怎么用|如何使用|使用方法|怎样使用|饭前|饭后',
  // how serious, how it ends
  '严重|要紧|能活多久|寿命|危险|后果|能治好|治得好|能好|能治愈|彻底治|致命',
  // contagion
  '传染|传播|遗传',
  // prevention
  '预防|防止|避免|防护|怎么防|如何防',
  // what is it
  '什么意思|啥意思|什么是|是什么病|是什么$|是啥$|是指|含义|定义|代表什么|什么东西|叫什么|做什么的|干什么的',
  // difference
  '区别|不同|差别|差异|哪个好|一样吗|是一样|一个意思',
  // precautions
  '注意',
  // price
  '多少钱|几块钱?|几元|价格|价钱|收费|费用|要钱|花多少|贵不贵|免费|手续费|什么价|利息|利率',
  // where
  '哪里|哪儿|在哪|去哪|到哪|何处|地址|地点|位置|什么地方|啥地方|怎么走',
  // when
  '什么时候|啥时候|几点|何时|什么时间|几月|几号|哪天|哪年|哪一年|时候能|几时|开始',
  // how long
  '多久|多长时间|几天|几个月|几年|多少天|多长|期限|时长|周期|几周|几个小时',
  // papers
  '材料|证件|资料|带什么|证明|需要什么|要什么|哪些东西',
  // conditions
  '条件|资格|要求|标准|规定|政策|什么人可以|谁可以|哪些人',
  // how to do it
  '怎么(?!办|回事|样|治|吃|服|用|走|得|引|弄|处|做|解|防|整|医|造|形|搞)|如何(?!治|处|是|服|使|解|防|引|做)|咋(?!办|回|治|样|弄|整)|怎样(?!治|使)|流程|步骤|手续|途径|方式|操作|教程',
  // may one, can one
  '能不能|可不可以|可以.{0,8}[吗么嘛不]|能.{1,10}[吗么嘛不]$|能否|可否|是否可以|允许|行不行|行吗|可以吗',
  // is it so
  '是不是|是否|对不对|真的吗|属于|算不算',
  // must one
  '需要.{0,8}吗|要不要|用不用|有必要|必须|应该.{0,6}吗|需不需要|一定要|非要',
  // is there
  '有没有|有.{1,8}吗$|还有吗',
  // how much, how many
  '多少(?!钱|天)|几(?!天|点|月|号|年|乎|块|元|片|粒|颗|支|个月|周)|多大|多高|多重|额度|数量',
  // which one
  '哪个(?!好)|哪种|哪款|哪家|哪一|哪些|哪几|最好|推荐|好的|介绍',
  // who
  '谁|哪个部门|什么人|哪位|找谁',
  // check, test, look up
  '检查|检测|诊断|化验|拍片|判断|确诊|怎么看|查询|查看|怎么查|鉴别|怎么知道|如何知道',
  // apply, open
  '申请|办理|开通|激活|注册|申办|登记|报名|预约',
  // cancel, give back
  '取消|退款|退货|退钱|退还|撤销|注销|关闭|删除|解除|停用|卸载|销户',
  // change
  '更改|修改|变更|更换|换成|改成|改为|调整|转移|过户',
  // it fails
  '失败|不了|无法|没法|不成功|错误|不上|不到|拒绝|用不|收不|打不|没收到|没有收到|没到',
  // how far it has come
  '进度|进展|结果|审核|到哪一步|什么情况|怎么还没|还没',
  // number, address to reach
  '电话|号码|联系方式|热线|网址|官网|下载|客服',
  // relation
  '有关|关系|联系|相关',
  // write, say, read
  '怎么写|怎么读|怎么说|怎么念|拼音|英文|英语|翻译',
  // plot, lyrics, who plays
  '歌词|主题曲|插曲|大结局|结局|第几集|多少集|演员|主演|作者|小说',
];

const PATTERNS = CLASSES.map(words => new RegExp(words, 'gu'));
const HALF = 31;

/** What a text wants to know, as bits, and what is left of it when the words that say so are taken out. */
export interface Focus {
  bits: readonly [number, number];
  subject: string;
}

/** Splits a normalised text into what it wants to know and what about. */
export function readFocus(text: string): Focus {
  const bits: [number, number] = [0, 0];
  let subject = text;
  PATTERNS.forEach((pattern, at) => {
    const left = subject.replace(pattern, ' ');
    // Asked of the whole text: a word may speak for two classes.
    if (left === subject && text.search(pattern) < 0) return;
    bits[at < HALF ? 0 : 1] |= 1 << (at % HALF);
    subject = left;
  });
  return { bits, subject };
}
