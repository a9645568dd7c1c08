import { shorten } from './moments.ts';

interface OwnCounts {
  tickets: number;
  ratings: number;
  texts: number;
  groups: number;
  links: number;
  isContact: boolean;
  isOptedOut: boolean;
}

/** So much of somebody's own words fits into one private message. */
const MOST_RAW = 800;

/** What the bot says of somebody's own data: seen, taken along, corrected, deleted, kept out of the measures. */
export const aboutOwnData = {
  /** In the group, to whoever asks there. */
  onlyInPrivate: () => '您的数据只跟您一个人说：加我好友，私聊我说"我的数据"，可以看、导出、更正、删除。',
  view: (own: OwnCounts, retentionDays: number) =>
    `我存着您的：办的事${own.tickets}件，评价${own.ratings}次，问事和诉求的原话${own.texts}条（${retentionDays}天后删）。闲聊原话不存。
您在${own.groups}个群，${own.links ? `有${own.links}位干部定点联系，` : ''}${own.isContact ? '是' : '不是'}我的好友，${own.isOptedOut ? '已退出统计' : '没有退出统计'}。
可以回：导出我的数据、更正我的名字 新名字、删除我的数据、${own.isOptedOut ? '恢复统计' : '退出统计'}。`,
  fileName: (day: string) => `我的数据-${day}.json`,
  exported: () => '您的数据在下面这个文件里，别人的名字已经去掉。发给您以后我这边不留，请收好。',
  corrected: (name: string) => `好，以后就叫您${shorten(name, 20)}。再要改，还说"更正我的名字"。`,
  whichName: () => '改成什么名字？请回"更正我的名字 李秀英"，20个字以内，不写号码。',
  nameOfStaff: () => '您的名字在单位的名册里，要改请跟管理员说。',
  askDeletion: (open: number) =>
    `删了就找不回来，${open ? `在办的${open}件事也会撤回` : '办过的事也查不到了'}。确定请在10分钟内回"确定删除"。`,
  deletionNotAsked: () => '要删除，请先说"删除我的数据"，我再跟您确认一次。',
  deletionOfStaff: () => '您经手的事要由单位保存，我这里不能删。有需要请找管理员。',
  deletionUnderWay: () => '已经在删了，不用再说。',
  farewell: () => '好，现在就删，在办的事也一起撤回。删完我就不认得您了，以后有事随时再来说。再见。',
  optedOut: () =>
    '好，从现在起您在群里说的话我不听也不存，只听您@我、引用我和私聊我的。急事也请@我。想恢复，回"恢复统计"。',
  optedIn: () => '好，恢复了。您在群里问事、求助，我又能听到了；闲聊原话照样不存。',
  optOutOfStaff: () => '您在群里是替单位服务的，干部发言要计入服务情况，不能退出统计。有疑问请找管理员。',
  /** To the cadre whose open ticket it was. */
  erased: (number: number, freed: readonly number[]) =>
    `第${number}件：群众删除了自己的数据，不用办了。${
      freed.length ? `原来并在它下面的${freed.map(each => `第${each}件`).join('、')}要接着办。` : ''
    }`,
  raw: (number: number, text: string, pictures: number) =>
    `第${number}件的原话："${shorten(text, MOST_RAW)}"${pictures ? `，附图${pictures}张` : ''}。只用来办这件事，请别转发。`,
  rawGone: (number: number, pictures: number) =>
    `第${number}件的原话已经不在了：过了保存期，或者本人撤回、删除了。${pictures ? `附图${pictures}张。` : ''}可以直接问本人。`,
} as const;
