/** Fewest Han characters of an answer that may stand in the FAQ. */
const LEAST_HAN = 8;

const HAN = /\p{Script=Han}/gu;
/** A promise or an acknowledgement: it helps the one who asked, and says nothing to the next. */
const PROMISE =
  /我(?:这就|马上|现在|等下|下午|上午|明天|晚点|待会儿?|回头|先|来|去|们)*(?:去|来|帮|给|替)?(?:您|你|大家)?(?:看看?|看一下|问问?|问一下|了解|核实|反映|联系|处理|安排|转达|查查?|查一下|催催?|上门)/u;
const LATER =
  /(?:稍等|等一下|等我|请等|马上(?:来|到|处理|安排)|尽快(?:处理|回复|安排|解决)|(?:稍后|晚点|回头|明天|下午).{0,6}(?:回复|答复|告诉|联系)(?:您|你)|(?:给|向)(?:您|你|大家)(?:回复|答复|回话))/u;
/** What was done this time. */
const ALREADY_DONE =
  /(?:已经?|刚刚?)(?:帮您|给您|跟|和|向|报|联系|通知|安排|派|转|解决|修好|处理|办好|弄好|恢复)/u;
const ASKS_BACK =
  /[?？]|(?:吗|呢|么)[。~！!\s]*$|(?:您|你)(?:家)?(?:是|在|住)(?:哪|几|什么)|哪一?(?:栋|户|位|家)/u;
const POLITE = /收到|好的|谢谢|辛苦|您好|你好|大家好|不客气|没关系|嗯+/gu;

/** How many Han characters are left once politeness is taken away. */
export const hanOf = (text: string): number => text.replace(POLITE, '').match(HAN)?.length ?? 0;

/** Does it tell something that would help the next person with the same question? */
export function isFactual(text: string): boolean {
  if (hanOf(text) < LEAST_HAN) return false;
  return ![PROMISE, LATER, ALREADY_DONE, ASKS_BACK].some(pattern => pattern.test(text));
}
