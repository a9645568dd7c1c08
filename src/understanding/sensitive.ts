import { normalise } from './tokens.ts';

/** Matters that are better said in private. */
export const SENSITIVE_TOPICS = ['violence', 'health', 'debt', 'dispute', 'family', 'identity'] as const;
export type SensitiveTopic = (typeof SENSITIVE_TOPICS)[number];

const MINE = '我|我家|俺|老公|老婆|丈夫|妻子|爸|妈|女儿|儿子|孩子|老伴|邻居|同事|老板|她|他';

/** Always sensitive, whoever is meant. */
const PLAIN: readonly (readonly [SensitiveTopic, RegExp])[] = [
  ['identity', /(?<!\d)\d{17}[\dx](?!\d)|(银行)?卡号.{0,4}\d{12,19}|(?<!\d)62\d{14,17}(?!\d)/u],
  [
    'dispute',
    /(举报|控告|实名反映|维权|起诉|告发|揭发|要告).{0,10}([赵钱孙李周吴郑王冯陈蒋沈韩杨朱秦许何吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁马方任袁柳唐罗薛贺倪汤滕殷毕郝邵汪毛戴宋庞熊董梁杜阮蓝季贾江童郭梅林刁钟徐邱骆高夏蔡田樊胡凌霍万卢莫房丁邓郁单洪包左石崔龚程陆][\p{Script=Han}]{0,2}(书记|主任|经理|老师|局长|所长|院长|校长|老板|医生|某)|某某|村干部|(?:^|[^\p{Script=Han}])(书记|主任|局长|所长|院长|校长))/u,
  ],
];

/** Sensitive when it is somebody's own. */
const PERSONAL: readonly (readonly [SensitiveTopic, string])[] = [
  ['violence', '家暴|性骚扰|骚扰我|虐待|被打|动手打|威胁我|被霸凌|校园欺凌'],
  [
    'health',
    '确诊|得了癌|癌症|肿瘤|化疗|艾滋|抑郁|躁郁|精神病|精神分裂|焦虑症|失眠.{0,6}崩溃|流产|人流|打胎|不孕|性病|乙肝|梅毒|病情|绝症|想不开|崩溃了',
  ],
  [
    'debt',
    '欠(了)?.{0,8}(钱|债|款|万|块)|借.{0,10}不还|网贷|高利贷|催债|催收|逾期|还不起|还不上|被骗.{0,6}(钱|万|块|元)|骗(了|走).{0,6}(钱|万|块|元)|赌博|信用卡.{0,4}(还不|欠)',
  ],
  [
    'family',
    '要离婚|想离婚|闹离婚|起诉离婚|离婚.{0,6}(孩子|抚养|财产|房)|出轨|外遇|小三|抚养权|不让我见孩子|争(家产|遗产)|遗产',
  ],
];

const PERSONAL_PATTERNS = PERSONAL.map(
  ([topic, words]) =>
    [topic, new RegExp(`(${MINE}).{0,20}(${words})|(${words}).{0,12}(${MINE})`, 'u')] as const,
);

/** Which private matter a text speaks of, or null. General questions such as 法律援助要钱吗 are not private. */
export function sensitiveIn(text: string): SensitiveTopic | null {
  const whole = normalise(text);
  const plain = PLAIN.find(([, pattern]) => pattern.test(whole));
  if (plain) return plain[0];
  return PERSONAL_PATTERNS.find(([, pattern]) => pattern.test(whole))?.[0] ?? null;
}
