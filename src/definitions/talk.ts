import { type Definition, defineTerm } from './define.ts';

/** M1 to M6 and M11: what is said in a group. */
export const TALK_TERMS: readonly Definition[] = [
  defineTerm({
    id: 'M1',
    name: '干部发言',
    says: '干部30天里在群里说了几次有内容的话，最近4周里有几周说过。',
    saysNot: '话多不等于帮到人；“收到”、表情、转发和差不多的话不加数。线下做的事它看不见。',
    worry:
      '不到[cadreVoice.silentBelow]次，或4周里最多[cadreVoice.silentWeeks]周说过话，是没怎么发言；不到[cadreVoice.watchBelow]次，要留心。',
    act: '先回群里等着的事，再定一个每周固定到群里的时间。',
    formula:
      '数30天里干部有内容的发言，同一人差不多的话只算一次；把最近28天分成四个7天，有工作日的才算，数其中说过话的。',
    ofGroup: '30天里{messages}次，{workingWeeks}周里有{weeks}周说过话。',
    ofUnit: '各群合计{messages}次；{silentGroups}个群没怎么发言，{watchedGroups}个群要留心（含前者）。',
    source: '讲话：“一个月也没发几次言”。一周不到一次，就是一个月没几次；“几”最多是九。',
  }),
  defineTerm({
    id: 'M2',
    name: '诉求和帮助',
    says: '群众问了、求了几件事，其中几件真的有人帮，几件群众自己说好了。',
    saysNot: '机器人的回答不算帮助；紧跟着的一句话不算回应；群里没记下的帮助它不知道。',
    worry: '30天里一件帮助都没有：有人求而没人应，叫有求无应；没有人来求，叫无人问津。',
    act: '有求无应，逐件回到本人；无人问津，把服务清单发出来，上门问一问。',
    formula:
      '帮助＝有人引用或点名回应、[help.spoiledWithinHours]小时内没被说“没解决”的诉求＋群众确认办成的工单＋群众认可的走访和电话；确认＝群众自己说解决了。',
    ofGroup:
      '诉求{needs}件；有人帮的{needsHelped}件＋办成的工单{handovers}件＋走访电话{visits}次＝帮助{help}件，帮到{persons}人，群众确认{confirmed}件。',
    ofUnit:
      '诉求{needs}件；{needsHelped}件＋{handovers}件＋{visits}次＝帮助{help}件，群众确认{confirmed}件；有求无应的群{unansweredNeedsGroups}个，无人问津的群{noNeedsGroups}个。',
    source: '讲话：“更缺少帮群众解决问题的记录”。',
  }),
  defineTerm({
    id: 'M3',
    name: '群众活跃',
    says: '30天里多少群众说过话，有几天有人说话。',
    saysNot: '安静不等于没有服务：有事才说话的群也可以是好群，所以它单独不定红黄。',
    worry:
      '有人说话的日子不超过[activity.quietDays]天（不到[activity.smallSize]人的群[activity.smallQuietDays]天）；或[activity.largeSize]人以上的群，说话的人不到[activity.largeActiveRatio%]、不超过[activity.largeQuietDays]天。',
    act: '约三五位群众聊聊，定一件大家要办的事。',
    formula: '活跃比＝说过有内容的话的群众人数÷群人数；活跃天数＝至少有一句的天数。',
    ofGroup: '{speakers}人÷{size}人＝{activeRatio%}；{activeDays}天有人说话，共{messages}句。',
    ofUnit: '{speakers}人说过话，共{messages}句；按席位算活跃比{activeRatio%}；冷清的群{quietGroups}个。',
    source: '讲话：“群里气氛比较冷清”。',
  }),
  defineTerm({
    id: 'M4',
    name: '群状态',
    says: '这个群现在是哪一种样子：单向广播、冷群、热闹无帮助、突击式、转冷、正常，还是未知、不评。',
    saysNot: '未知不是零，不当成冷；一两天的波动不改状态。它说的是群，不是哪个人。',
    worry:
      '单向广播、冷群、热闹无帮助是红；突击式、转冷是黄；正常而综合不到[dimensions.yellowBelow]分的也是黄。',
    act: '点开看是哪几个数字定的，照每条发现里写的办。',
    formula:
      '按次序取第一个成立的：不评→未知→单向广播（M6）→冷群（M1、M2、M3都成立）→热闹无帮助（诉求至少[state.busyNeeds]件、没有帮助、不冷清）→突击式（M5，发言至少[state.burstyMessages]次）→转冷（M1、M2、M3中[state.coolingSigns]个）→正常。连续[state.daysToEnter]天相同才进入，从红黄回正常要连续[state.daysToRecover]天。',
    ofGroup: '从{since}起是这个状态；当天单独看是{raw}。',
    ofUnit:
      '{groups}个群里：冷群{cold}、单向广播{one-way}、热闹无帮助{busy-no-help}、突击式{bursty}、转冷{cooling}、正常{healthy}、未知{unknown}、不评{exempt}。',
    source:
      '讲话里“建了群却没几次言、没有帮助、冷清”三句合看；连续几天才变，是因为只看一天时，处在边上的群会来回跳。',
    restsOn: ['M4'],
  }),
  defineTerm({
    id: 'M5',
    name: '规律',
    says: '干部来群里是细水长流，还是隔很久才来、扎堆才来。',
    saysNot: '节假日和请假的天数已扣除；一周固定来一次就是规律，不要求天天来。',
    worry: '最长隔了超过[regularity.longestGap]个工作日，或集中程度超过[regularity.burstiness]。',
    act: '从这周起定一个每周固定的时间到群里。',
    formula:
      '最长间隔＝干部说话的日子之间（连同窗口两头）隔的工作日数中最大的；间隔至少[regularity.leastGaps]个时再算集中程度B，−1像钟一样准，0是随机，1是全挤在一起。',
    ofGroup: '最长隔{longestGap}个工作日；{gaps}个间隔，B＝{burstiness}。',
    ofUnit: '不规律的群{irregularGroups}个；各群里最长的间隔{longestGap}个工作日。',
    source:
      '讲话：“只偶尔联系”。K.-I. Goh, A.-L. Barabási, EPL 81 (2008) 48002；样本少时的修正 E.-K. Kim, H.-H. Jo, PRE 94 (2016) 032311。',
  }),
  defineTerm({
    id: 'M6',
    name: '单向',
    says: '群里是不是只有通知往下发，没有人应。',
    saysNot: '“收到”不算应；通知本身没有错，错在没人接话也没人管。',
    worry: '干部的话占到[oneWay.share%]，有人应的不到[oneWay.echo%]，并且至少发了[oneWay.bursts]批。',
    act: '先回群众的问题；下一条通知改成一个大家能答的问题，逐个回应。',
    formula:
      '单向比＝干部发的全部条数÷（干部条数＋群众有内容的话）；[oneWay.burstMinutes]分钟内的几条算一批，[oneWay.echoHours]小时内有群众接话的批数÷全部批数＝回声。',
    ofGroup:
      '{cadrePosts}÷（{cadrePosts}＋{memberMessages}）＝{share%}；{bursts}批里{echoedBursts}批有人应，{echo%}。',
    ofUnit:
      '{cadrePosts}÷（{cadrePosts}＋{memberMessages}）＝{share%}；{bursts}批里{echoedBursts}批有人应，{echo%}；单向广播的群{oneWayGroups}个。',
    source: '讲话：“单向联系”。',
  }),
  defineTerm({
    id: 'M11',
    name: '集中度',
    says: '群众的话是不是集中在少数几个人。',
    saysNot: '只作背景，不报警：多数人不说话很正常，服务得好的群也常这样。',
    worry: '不单独看它。',
    act: '不用为它做什么；想多听到几个人的话，可以私下问问很少说话的群众。',
    formula: '基尼系数只在说过话的人里算；最少几个人合起来说了[concentration.coveredShare%]的话。',
    ofGroup: '基尼系数{gini}；{contributorAbsence}个人说了一半。',
    ofUnit: '按席位算：基尼系数{gini}；{contributorAbsence}席说了一半。',
    source: 'CHAOSS 的 Contributor Absence Factor（50%）；基尼系数。',
  }),
];
