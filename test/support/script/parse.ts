/** One line of a chat script: `09:02 青年之家｜李阿姨：@小暖 帮我记一下 楼道灯坏了`. */
export interface ScriptLine {
  at: Date;
  /** A group's name, or a person's for their private chat with the bot. */
  place: string;
  who: string;
  words: string;
  /** Remarks that stand above it in the script. */
  remarks: string[];
}

export interface ScriptGroup {
  name: string;
  members: string[];
}

/** 名单: who there is; those marked 好友 are friends of the bot's account. */
export interface Cast {
  unit: string;
  leaders: string[];
  cadres: string[];
  friends: string[];
  members: string[];
  /** In no group at the beginning. */
  newcomers: string[];
  groups: ScriptGroup[];
}

export interface Script {
  /** Everything before the first day, kept as it is. */
  head: string[];
  cast: Cast;
  lines: ScriptLine[];
  until: Date;
}

export const BOT_NAME = '小暖';
const DAY = /^== 周. (\d{4})年(\d{1,2})月(\d{1,2})日$/u;
const LINE = /^(\d{2}:\d{2}) ([^｜]+)｜([^：]+)：(.*)$/u;

const two = (text: string): string => text.padStart(2, '0');
const namesIn = (text: string): string[] => text.split(/[、\s]+/u).filter(Boolean);

/** `单位：彭浦街道`, `领导：赵敏`, `群 青年之家：李阿姨、…` out of the head. */
function readCast(head: readonly string[]): Cast {
  const told = (key: string) => head.find(line => line.startsWith(`${key}：`))?.slice(key.length + 1) ?? '';
  const groups = head.flatMap(line => {
    const found = /^群 ([^：]+)：(.*)$/u.exec(line);
    return found ? [{ name: found[1] ?? '', members: namesIn(found[2] ?? '') }] : [];
  });
  return {
    unit: told('单位'),
    leaders: namesIn(told('领导')),
    cadres: namesIn(told('干部')),
    friends: namesIn(told('好友')),
    newcomers: namesIn(told('新人')),
    members: [...new Set(groups.flatMap(group => group.members))],
    groups,
  };
}

/** Reads a script that staff wrote; what the bot says in it is what it must say. Throws when a line cannot be read. */
export function parseScript(text: string): Script {
  const rows = text.split('\n');
  const first = rows.findIndex(row => DAY.test(row));
  const end = rows.findIndex(row => row.startsWith('== 结果'));
  const head = rows.slice(0, first);
  const lines: ScriptLine[] = [];
  let day = '';
  let remarks: string[] = [];
  let until = new Date(0);
  for (const row of rows.slice(first, end < 0 ? undefined : end)) {
    const date = DAY.exec(row);
    if (date) day = `${date[1]}-${two(date[2] ?? '')}-${two(date[3] ?? '')}`;
    else if (row.startsWith('#')) remarks.push(row);
    else if (row.trim() !== '') {
      const found = LINE.exec(row);
      if (!found) throw new Error(`not a line of a script: ${row}`);
      const at = new Date(`${day}T${found[1]}:00+08:00`);
      const line = { at, place: found[2] ?? '', who: found[3] ?? '', words: found[4] ?? '', remarks };
      until = at;
      if (line.who !== BOT_NAME) {
        lines.push(line);
        remarks = [];
      }
    }
  }
  return { head, cast: readCast(head), lines, until };
}
