import type { SimulatedMessage } from '../../../bots/simulator/world-types.ts';
import { SHANGHAI_OFFSET_MS, weekdayOf } from '../../../src/time.ts';
import type { TestWorld } from '../world.ts';
import { BOT_NAME, type Script, type ScriptLine } from './parse.ts';

const local = (at: Date): string => new Date(at.getTime() + SHANGHAI_OFFSET_MS).toISOString();
const clockOf = (at: Date): string => local(at).slice(11, 16);

function dayLine(at: Date): string {
  const day = local(at).slice(0, 10);
  const [year, month, date] = day.split('-').map(Number);
  return `== 周${'一二三四五六日'[weekdayOf(day) - 1]} ${year}年${month}月${date}日`;
}

const shown = (text: string): string => text.replaceAll('\u2005', ' ').replaceAll('\n', ' ⏎ ');

const botLine = (said: SimulatedMessage): string =>
  `${clockOf(said.at)} ${said.groupId ?? said.to}｜${BOT_NAME}：${said.kind === 'text' ? shown(said.text) : `［${said.kind}］`}`;

/** The newest message of the place that holds these words. */
function messageWith(world: TestWorld, place: string, words: string): string {
  const found = world.chat.history(place).findLast(message => message.text.includes(words));
  if (!found) throw new Error(`nobody said “${words}” in ${place}`);
  return found.id;
}

const ACT = /^〔(图|进群|退群|撤回|回|改名)\s?([^〕]*)〕(.*)$/su;

/** Says words: @小暖 and @somebody are mentions; 〔图〕 is a picture, 〔回 …〕 quotes the newest message with those words. */
function speak({ chat }: TestWorld, { place, who }: ScriptLine, said: string, more: object): void {
  const mentions = [...said.matchAll(/@(\S+)/gu)].flatMap(([, name = '']) =>
    chat.people().some(person => person.id === name) ? [name] : [],
  );
  const text = said.replace(`@${BOT_NAME}`, '').trim();
  const mentionsBot = said.includes(`@${BOT_NAME}`);
  chat.say({ from: who, groupId: place === who ? null : place, text, mentionsBot, mentions, ...more });
}

/** Does what a line says: words, or 〔图〕, 〔回 …〕, 〔撤回 …〕, 〔进群〕, 〔退群〕, 〔改名 …〕. */
function perform(world: TestWorld, line: ScriptLine): void {
  const { place, who, words } = line;
  const [, act = '', about = '', rest = ''] = ACT.exec(words) ?? [];
  const acts: Record<string, () => unknown> = {
    图: () => speak(world, line, '', { kind: 'image' }),
    回: () => speak(world, line, rest, { replyTo: messageWith(world, place, about) }),
    撤回: () => world.chat.recall(messageWith(world, place, about)),
    进群: () => world.chat.join(place, who),
    退群: () => world.chat.leave(place, who),
    改名: () => world.chat.setAlias(place, who, about),
  };
  (acts[act] ?? (() => speak(world, line, words, {})))();
}

/** Plays a script: every line at its time, with all that the bot says in between; the same script as it really went. */
export async function playScript(world: TestWorld, { head, lines, until }: Script): Promise<string[]> {
  const transcript = [...head];
  let day = '';
  const write = (at: Date, rows: string[]) => {
    const now = dayLine(at);
    if (now !== day) transcript.push(...(day === '' ? [] : ['']), now);
    day = now;
    transcript.push(...rows);
  };
  const heard: SimulatedMessage[] = [];
  world.chat.onSaid(said => void heard.push(said));
  const flush = () => {
    for (const said of heard.splice(0)) write(said.at, [botLine(said)]);
  };
  for (const line of lines) {
    await world.passTo(line.at);
    flush();
    write(line.at, [...line.remarks, `${clockOf(line.at)} ${line.place}｜${line.who}：${line.words}`]);
    perform(world, line);
    await world.rest();
    flush();
  }
  await world.passTo(until);
  flush();
  return transcript;
}
