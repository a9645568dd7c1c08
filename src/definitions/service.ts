import { type Definition, defineTerm } from './define.ts';

/** M12 to M15: whether the work was real, and what members say of it. */
const REALITY_TERMS: readonly Definition[] = [
  defineTerm({
    id: 'M12',
    name: '办结是否属实',
    says: '说办结的工单里，有几成没问过本人，或者本人说没解决。',
    saysNot: '问过而没有回音的单独算，不当成假的。',
    worry:
      '至少办结[solvedReality.leastClosed]件，没问过或被说没解决的超过[solvedReality.selfClosedShare%]。',
    act: '给这些群众打电话，问一句真的解决了没有。',
    formula:
      '自办自结＝办结时没问过本人又没有本人的话，或本人说没解决；重开只数[solvedReality.reopenDays]天内的。',
    ofGroup:
      '{selfClosed}÷{closed}＝{selfClosedShare%}；问了没回音{askedWithoutReply}件，重开{reopened}件，搁置{parked}件。',
    ofUnit:
      '{selfClosed}÷{closed}＝{selfClosedShare%}；问了没回音{askedWithoutReply}件，重开{reopened}件，搁置{parked}件。',
    source: '讲话：“自说自话、内部循环”。',
  }),
  defineTerm({
    id: 'M13',
    name: '三率',
    says: '办结后群众说过话的工单里，响应、解决、满意各占几成。',
    saysNot: '只看回访到的；回访率低时，三率再高也说明不了什么，所以两个一起看。',
    worry: '回访率不到一半，或解决率低于满意率很多。',
    act: '先把没回访的补上，再看不满意的是哪一类事。',
    formula:
      '总分＝100×（0.1×响应率＋0.5×解决率＋0.4×满意率），都除以回访到的件数；5、4星满意，3星基本满意按0.9计，2、1星不满意。',
    ofGroup:
      '回访{visited}÷办结{closed}＝{followUpShare%}；响应{responded%}、解决{solved%}、满意{satisfied%}，总分{total}。',
    ofUnit:
      '回访{visited}÷办结{closed}＝{followUpShare%}；响应{responded%}、解决{solved%}、满意{satisfied%}，总分{total}。',
    source: '公开的12345“接诉即办”考核所用的三率。',
  }),
  defineTerm({
    id: 'M14',
    name: '知晓度',
    says: '抽样问群众，有几成知道有事找谁，找过的人里有几成说帮上了。',
    saysNot: '不到10人回答不显示；区间宽就是还说不准，不要拿两个单位的点数来比。',
    worry: '知道的不到[survey.shareBelow%]，而且区间的上端也不到[survey.highBelow%]。',
    act: '每天单独跟几位群众说说自己是谁、能办什么。',
    formula: '知道的人÷回答的人，配威尔逊95%区间；看最近[survey.days]天。',
    ofGroup: '问{asked}人，{answered}人答；{k}÷{n}＝{share%}，区间{low%}到{high%}。',
    ofUnit: '问{asked}人，{answered}人答；只并入自己够10人的群：{k}÷{n}＝{share%}，区间{low%}到{high%}。',
    source: '讲话：“找100名所联系的群众，问一问”。E. B. Wilson, JASA 22 (1927) 209-212。',
  }),
  defineTerm({
    id: 'M15',
    name: '新人',
    says: '新进群的人，一小时内有没有人打招呼，一周内说没说过话，四周后还在不在。',
    saysNot: '微信看不到“来看看就走”的人；没有公认的及格线，只和自己的从前比。',
    worry: '打招呼的一直很少，一周内说过话的越来越少。',
    act: '请一位热心群众专门招呼新人。',
    formula:
      '[newcomers.greetedHours]小时内有人打招呼的÷进群的；满[newcomers.spokeDays]天的里说过话的；满[newcomers.stayedDays]天的里还在的。',
    ofGroup:
      '进群{joined}人，招呼{greeted}人；满一周{joinedAWeekAgo}人、说过话{spoke}人；满四周{joinedFourWeeksAgo}人、还在{stayed}人。',
    ofUnit:
      '进群{joined}人次，招呼{greeted}；满一周{joinedAWeekAgo}、说过话{spoke}；满四周{joinedFourWeeksAgo}、还在{stayed}。',
    source: '社区运营里常用的激活与留存看法；门槛不从别处搬。',
  }),
];

/** M16 to M20: promises kept, and the load that the program itself makes. */
const DUTY_TERMS: readonly Definition[] = [
  defineTerm({
    id: 'M16',
    name: '数量与质量',
    says: '联系的人比两个月前多了，事情办得是不是反而差了。',
    saysNot: '质量只来自群众自己说的解决与满意；两头有一头未知就不下结论。',
    worry: '覆盖上升，而解决和满意的平均下降超过[divergence.qualityDrop]分。',
    act: '这个月先不加人，把手上的办好。',
    formula: '名义覆盖的增减，与（解决S、满意T的平均）的增减，跟[divergence.daysBack]天前比。',
    ofGroup: '覆盖{coverageBefore%}→{coverage%}；质量{qualityBefore}→{quality}分。',
    ofUnit:
      '覆盖{coverageBefore%}→{coverage%}；质量{qualityBefore}→{quality}分；这样的群{divergingGroups}个。',
    source: '讲话：“光有数量是不够的”。',
  }),
  defineTerm({
    id: 'M17',
    name: '直报',
    says: '群众直接报给领导的话，领导多久看到，多久有答复。',
    saysNot: '还没到时限的不算好也不算坏。',
    worry: '有一件过了24个工作小时领导还没看。',
    act: '今天就回“收到”，再批给能办的人。',
    formula: '24个工作小时内领导有回话的÷（按时的＋过时的）；中位数只在已有回话的里取。',
    ofGroup:
      '{sent}件：按时{inTime}、过时{late}，{inTimeShare%}；看到用{medianAckHours}小时，答复用{medianToldHours}小时。',
    ofUnit:
      '{sent}件：按时{inTime}、过时{late}，{inTimeShare%}；看到用{medianAckHours}小时，答复用{medianToldHours}小时。',
    source: '讲话：“直接把问题反映到了全国妇联领导的手机上”。',
  }),
  defineTerm({
    id: 'M18',
    name: '服务清单兑现',
    says: '清单上的事到期的有几件，按时办好的有几件，哪些列了却没人用过。',
    saysNot: '群众撤回的不算没兑现；没有清单就是未知。',
    worry: '按时的不到八成，或有服务一直没人用。',
    act: '没人用的，改掉、讲清楚，或者撤下来。',
    formula: '按时办好、问过本人、没被重开的÷到期的，都只算清单上的服务线。',
    ofGroup: '{onTime}÷{due}＝{share%}；列了{listed}条服务线，{neverUsed}条没人用过。',
    ofUnit: '{onTime}÷{due}＝{share%}；列了{listed}条服务线，{neverUsed}条没人用过。',
    source: '讲话：“事先有个约定”，“上网、上墙”，要有内容。',
  }),
  defineTerm({
    id: 'M19',
    name: '问答质量',
    says: '机器人答了几成问题，群众说有用的有几成，哪些常问的还没有答案。',
    saysNot: '它和人的帮助分开算，再好也不补人的缺。',
    worry: '说没用的多，或常问的问题过了[faq.staleClusterDays]天还没有答案。',
    act: '把常问的补进问答库，说没用的改掉或撤下。',
    formula: '机器人答过的问题÷全部问题；有用÷（有用＋没用）；机器人答了又要人来答的÷答过的。',
    ofGroup:
      '{botAnswered}÷{questions}＝{answerRate%}；有用{useful}、没用{useless}；转给人{handedOff}；没答案的常问{staleClusters}个。',
    ofUnit:
      '答过{botAnswered}个，{answerRate%}；有用{useful}、没用{useless}；转给人{handedOff}；没答案的常问{staleClusters}个。',
    source: '本项目自定；问答产品文档里常见的三样：答了没有、答对没有、没答的去哪了。',
  }),
  defineTerm({
    id: 'M20',
    name: '负担',
    says: '机器人自己一周给每位干部发了多少提醒和要求，有没有在夜里打扰。',
    saysNot: '这是给机器人立的规矩，不是看干部勤不勤。',
    worry: '给一位干部一周超过[burden.mostAWeek]条，或夜里（21点半到[burden.dayFromHour]点）有一条。',
    act: '管理员把几条并成一条，或把提醒调少。',
    formula: '最近[burden.days]天发给干部的提醒、卡片和询问÷干部人数；回复干部的话不算。',
    ofGroup: '{sent}÷{cadres}＝每人{perCadre}条；最多的一位{mostToOne}条；夜里{atNight}条。',
    ofUnit: '{sent}÷{cadres}＝每人{perCadre}条；最多的一位{mostToOne}条；夜里{atNight}条。',
    source: '讲话：“摆脱文山会海”；2023年关于防治“指尖上的形式主义”的意见；国办函〔2026〕12号。',
  }),
];

/** M12 to M20. */
export const SERVICE_TERMS: readonly Definition[] = [...REALITY_TERMS, ...DUTY_TERMS];
