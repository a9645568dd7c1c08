/** Who spoke when, as the first line of a message in QQ's own text export tells it. */
export interface QqHead {
  at: Date;
  /** QQ number or mail address; null in a private chat, which names no id. */
  id: string | null;
  /** Without a title that the group gave. */
  name: string;
  /** With it: 【管理员】王芳. */
  titled: string;
  isKeeper: boolean;
}

const DAY = String.raw`(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?`;
const CLOCK = String.raw`(上午|下午)?\s*(\d{1,2}):(\d{2}):(\d{2})(?:\s*([AP]M))?`;
const WHO = String.raw`(.*?)\s*(?:[(（](\d{4,12})[)）]|<([^<>\s]+@[^<>\s]+)>)`;

const GROUP_HEAD = new RegExp(`^${DAY}\\s+${CLOCK}\\s+${WHO}\\s*$`, 'iu');
const PRIVATE_HEAD = new RegExp(`^${DAY}\\s+${CLOCK}\\s+(\\S.{0,60})$`, 'iu');
/** Below a heading of the day, as in the page form of the export. */
const CLOCK_FIRST = new RegExp(`^${CLOCK}\\s+${WHO}\\s*$`, 'iu');
const CLOCK_LAST = new RegExp(`^${WHO}\\s*${CLOCK}\\s*$`, 'iu');
const DAY_HEADING = new RegExp(`^日期[:：]\\s*${DAY}\\s*$`, 'u');
/** Begins with a year and ends like a sender, and yet is no head: a damaged one. */
const NEARLY = /^\d{4}\D.{4,80}(?:[(（]\d{4,12}[)）]|<[^<>\s]+@[^<>\s]+>)\s*$/u;
const TITLE = /^【([^】]{1,12})】/u;

/** A Shanghai moment; null when there is no such day or minute. */
function momentOf(day: readonly string[], clock: readonly (string | undefined)[]): Date | null {
  const [year = '', month = '', date = ''] = day;
  const [half, hourSaid = '', minute = '', second = '', meridiem] = clock;
  const isAfternoon = half === '下午' || meridiem?.toUpperCase() === 'PM';
  const isMorning = half === '上午' || meridiem?.toUpperCase() === 'AM';
  let hour = Number(hourSaid);
  if (isAfternoon && hour < 12) hour += 12;
  if (isMorning && hour === 12) hour = 0;
  const two = (part: string | number) => String(part).padStart(2, '0');
  const written = `${year}-${two(month)}-${two(date)}`;
  const at = new Date(`${written}T${two(hour)}:${minute}:${second}+08:00`);
  // 30 February would roll over to March.
  const isReal =
    !Number.isNaN(at.getTime()) && new Date(`${written}T00:00:00Z`).toISOString().startsWith(written);
  return isReal ? at : null;
}

function headOf(at: Date | null, said: string, id: string | undefined): QqHead | 'broken' {
  if (at === null) return 'broken';
  const titled = said.trim();
  const title = TITLE.exec(titled)?.[1] ?? '';
  const name = titled.replace(TITLE, '').trim() || titled;
  return {
    at,
    id: id ?? null,
    name: name || (id ?? ''),
    titled,
    isKeeper: title === '群主' || title === '管理员',
  };
}

/** The day that a heading names, for the heads below it; null for any other line. */
export function dayHeadingOf(line: string): string[] | null {
  const found = DAY_HEADING.exec(line.trim());
  return found ? found.slice(1, 4) : null;
}

/** Reads a line as a message's head: 'broken' when it was one once, null when it is part of a text. */
export function readQqHead(line: string, day: readonly string[] | null): QqHead | 'broken' | null {
  const trimmed = line.trim();
  const full = GROUP_HEAD.exec(trimmed);
  if (full) return headOf(momentOf(full.slice(1, 4), full.slice(4, 9)), full[9] ?? '', full[10] ?? full[11]);
  const first = day && CLOCK_FIRST.exec(trimmed);
  if (first) return headOf(momentOf(day, first.slice(1, 6)), first[6] ?? '', first[7] ?? first[8]);
  const last = day && CLOCK_LAST.exec(trimmed);
  if (last) return headOf(momentOf(day, last.slice(4, 9)), last[1] ?? '', last[2] ?? last[3]);
  return NEARLY.test(trimmed) ? 'broken' : null;
}

/** Does a line begin a message of a private chat, where nobody has an id? */
export const isPrivateHead = (line: string): boolean => PRIVATE_HEAD.test(line.trim());
