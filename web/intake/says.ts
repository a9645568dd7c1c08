/** What the page says when something cannot be; each a calm sentence with what to do next. */
export const SAYS = {
  unknown: '这个地址不对，或者已经停用了。请向发给您的人再要一次。',
  notOwn: '这封信不是从写信的页面送来的，没有收。请打开写信的页面再写。',
  tooLong: '内容太长，没有收到。请删短一些，最多写2000字。',
  tooOften: '写得太勤了，没有收到。请过一个小时再写。',
  tooMany: '今天的来信太多，没有收到。请明天再写。',
  triedTooOften: '试得太多了，请过一个小时再看。',
  noReceiver: '这里还没有安排收信的同志，没有收到。',
  wrongCode: '第几件或查询码不对，请对着截图再填一次。',
  wentWrong: '我们这边出了点小毛病，没有收到。请过一会儿再写。',
} as const;
