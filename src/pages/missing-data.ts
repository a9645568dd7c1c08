/** What a detector needs that an archive may not hold; said where it could not be judged. */
const MISSING: Readonly<Record<string, string>> = {
  'cadre-silent': '不知道谁是干部',
  'no-help-record': '看到的时间不够',
  'quiet-group': '看到的时间不够',
  'occasional-contact': '看到的干部发言太少',
  'one-way-broadcast': '发出的通知太少',
  'link-without-service': '没有结对名单',
  'backbone-only': '没有登记谁是骨干，或来往太少',
  relay: '没有登记谁是志愿者，或回应太少',
  'office-only': '没有登记干部的群和联系点',
  'inspection-spike': '没有登记检查日期',
  'service-substituted': '办成的事太少，或没有结对名单',
  'noisy-office': '看到的历史不到三个月',
  'self-certified': '办结的事不到10件，或没有工单',
  'low-awareness': '没有问过群众，或答的人不到10位',
  'quantity-without-quality': '没有结对名单或群众评价',
  'shallow-touch': '登记的联系太少',
  formalism: '发言太少',
  'improvement-not-closed': '没有改进任务',
  'unit-imbalance': '每个单位的群太少',
  'too-many-hands': '转手的事太少',
  'no-inbound-demand': '看到的时间不到60天',
  'load-guard': '没有提醒的记录',
  'zombie-group': '看到的时间不到60天',
};

/** Why a detector was silent for want of data, in a few words. */
export const missingFor = (detector: string): string => MISSING[detector] ?? '缺少它要看的记录';
