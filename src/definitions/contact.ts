import { type Definition, defineTerm } from './define.ts';

/** M7 to M10: who answers whom. */
export const CONTACT_TERMS: readonly Definition[] = [
  defineTerm({
    id: 'M7',
    name: '回应',
    says: '群众开口以后，有几成等到了人的回应，一半的人等了多久。',
    saysNot: '机器人答得快不算人的回应；还没人回的也算在里面，不会因为没回就不计。',
    worry: '有回应的不到一半，或一半的人要等一个工作日以上。',
    act: '从等得最久的一件回起。',
    formula:
      '从群众说话起，到第一个人引用或点名回应止，只算工作时间；还在等的当作“至少这么久”，用Kaplan–Meier法取中位数和九成位数。',
    ofGroup:
      '{needs}件里{answered}件有人回，{answeredShare%}；一半在{medianMinutes}分钟内，九成在{p90Minutes}分钟内。',
    ofUnit:
      '{needs}件里{answered}件有人回，{answeredShare%}；一半在{medianMinutes}分钟内，九成在{p90Minutes}分钟内（等待时长最多有2%的舍入）。',
    source:
      '讲话：“有呼有应”。CHAOSS 的 Time to First Response（只看人的回应）；E. L. Kaplan, P. Meier, JASA 53 (1958) 457-481。',
  }),
  defineTerm({
    id: 'M8',
    name: '直接联系',
    says: '名册上结对的群众里，有几成90天内真的和干部有来有往。',
    saysNot: '这是名单和往来，不是对谁的考核；只给本人和分管领导看。没有结对名单就是未知。',
    worry: '名义上联系的人多，真有往来的不到一半。',
    act: '把还没有往来的分到几周里，每天单独问候几位。',
    formula:
      '90天内双方都说过话、或认可见过面的结对群众÷（应联系人数与结对人数中小的那个）；专职[contact.fullTimeTarget]人，兼职[contact.partTimeTarget]人。',
    ofGroup: '有往来{reached}人÷min（应联系{target}，结对{linked}）＝{share%}；名义{nominal%}。',
    ofUnit: '有往来{reached}人，结对{linked}人，应联系{target}人：{share%}；名义{nominal%}。',
    source: '讲话：“1+100”，专职100人、兼职10人；讲话里的名义覆盖是73%。',
  }),
  defineTerm({
    id: 'M9',
    name: '谁先接话',
    says: '群众的事有人回的里面，几成是志愿者先接的。',
    saysNot: '不是志愿者的问题：接得多的志愿者应当受到表扬。',
    worry: '至少[relay.leastAnswered]件有人回，志愿者先接的占到[relay.share%]，而干部和群众没有任何来往。',
    act: '谢谢志愿者，干部从下一件起自己先接一句。',
    formula: '第一个回应的人是志愿者的件数÷有人回的件数；不到[relay.leastAnswered]件不算。',
    ofGroup: '{byVolunteer}÷{answered}＝{share%}；{volunteers}位志愿者；和干部有来往的群众{exchanged}人。',
    ofUnit: '{byVolunteer}÷{answered}＝{share%}；{volunteers}位志愿者；这样的群{relayGroups}个。',
    source: '讲话：“实际是个‘二传手’”。',
  }),
  defineTerm({
    id: 'M10',
    name: '骨干占比',
    says: '干部的来往里，有几成是和骨干，骨干又占群众的几成。',
    saysNot: '身份以名册为准，名册没写的当作未知，不猜。',
    worry:
      '至少[backbone.leastExchanges]次来往，和骨干的超过[backbone.share%]，并且超过骨干人数占比的[backbone.timesOfMembers]倍。',
    act: '这周主动找两三位平时不说话的普通群众聊聊。',
    formula: '双方都说过话的往来里，和骨干的句数÷和身份已知者的句数。',
    ofGroup:
      '{withBackbone}÷{exchanges}＝{share%}；骨干占群众{shareOfMembers%}；另有身份未知的{withUnknown}次。',
    ofUnit:
      '{withBackbone}÷{exchanges}＝{share%}；骨干占群众{shareOfMembers%}；这样的群{backboneOnlyGroups}个。',
    source: '讲话：“只联系下级干部和基层骨干”。',
  }),
];
