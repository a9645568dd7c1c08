import { type Definition, defineTerm } from './define.ts';

const FLOOR = '六个维度各0到100分，没有数据就是空着，不是0分。';

/** R I E C S T, and how they make the overall. */
export const DIMENSION_TERMS: readonly Definition[] = [
  defineTerm({
    id: 'R',
    name: '规律',
    says: '干部是不是每周都来，中间有没有断很久。',
    saysNot: `不看说了多少。${FLOOR}`,
    worry: '不到50分：有的周没来，或断了两个多星期。',
    act: '定一个每周固定的时间。',
    formula:
      '50×（说过话的周÷有工作日的周）＋50×夹在0到1之间的（[dimensions.gapFree]−最长间隔）÷[dimensions.gapSpan]。',
    source: '本项目定义；依据M1、M5。',
    restsOn: ['M1', 'M5'],
  }),
  defineTerm({
    id: 'I',
    name: '互动',
    says: '群众的话有没有人接，通知有没有人应，结对的人有没有往来。',
    saysNot: `三样里哪一样没有数据，就由其余的分担。${FLOOR}`,
    worry: '不到40分。',
    act: '从没人接的诉求回起。',
    formula: '100×（0.4×有人回的占比＋0.3×回声＋0.3×直接联系），缺的不计，其余按比例放大。',
    source: '讲话：“有呼有应”；依据M7、M6、M8。',
    restsOn: ['M7', 'M6', 'M8'],
  }),
  defineTerm({
    id: 'E',
    name: '暖心',
    says: '抽样问到的群众里，找过帮助的有几成说帮上了。',
    saysNot: `只来自群众自己的回答，不从聊天里猜情绪。${FLOOR}`,
    worry: '不到50分。',
    act: '问问没帮上的是哪一类事。',
    formula: '100×说帮上了的÷找过帮助的；不到10人不显示。',
    source: '讲话：“找100名所联系的群众，问一问”；依据M14。',
    restsOn: ['M14'],
  }),
  defineTerm({
    id: 'C',
    name: '实在',
    says: '服务清单上的事，到期的有几成按时办好。',
    saysNot: `没有清单就空着。${FLOOR}`,
    worry: '不到80分。',
    act: '做不到的从清单上拿下来，列上的就做到。',
    formula: '100×按时办好的÷到期的。',
    source: '讲话：“事先有个约定”；依据M18。',
    restsOn: ['M18'],
  }),
  defineTerm({
    id: 'S',
    name: '解决',
    says: '到期的诉求里，群众自己说解决了的占几成。',
    saysNot: `有到期的诉求而一件都没解决是0分；没有到期的诉求才是空着。${FLOOR}`,
    worry: '不到50分。',
    act: '逐件去问：解决了没有，没解决卡在哪里。',
    formula: '100×群众确认解决的÷到期的诉求。',
    source: '讲话：“更缺少帮群众解决问题的记录”。',
    restsOn: ['S'],
  }),
  defineTerm({
    id: 'T',
    name: '满意',
    says: '回访到的工单里，群众有几成满意。',
    saysNot: `要和回访率一起看。${FLOOR}`,
    worry: '不到60分。',
    act: '看不满意的是哪一类事，换一种办法再办一次。',
    formula: '100×（满意＋0.9×基本满意）÷回访到的件数。',
    source: '公开的12345“接诉即办”；依据M13。',
    restsOn: ['M13'],
  }),
];
