import { Failure } from '../../../src/errors.ts';
import { momentsAfter } from '../../../web/demo/effects.ts';
import type { DemoFace, DemoState, Effect, ShownMessage } from '../../../web/demo/face.ts';

/** Tuesday morning. */
export const NOW = new Date('2026-11-24T10:00:00+08:00');

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** A demo without bots and workers: what is said stays said, and everything asked for is kept in `asked`. */
export function createFakeFace() {
  let now = NOW;
  const messages: (ShownMessage & { place: string })[] = [];
  const asked: unknown[] = [];
  const state: Omit<DemoState, 'now'> = {
    bot: { id: 'bot', name: '小暖' },
    groups: [
      { id: 'g1', name: '彭浦青年之家' },
      { id: 'g2', name: '永和里邻里群' },
    ],
    people: [
      { id: 'p1', name: '王芳', role: 'cadre-full-time', groups: ['g1'] },
      { id: 'p2', name: '李阿姨', role: 'member', groups: ['g1', 'g2'] },
    ],
  };
  const effects: Effect[] = [1, 2, 3].map(n => ({
    id: `ticket/t1/${n}`,
    at: NOW,
    trace: 't',
    kind: 'ticket',
    title: `第${n}件`,
    says: '记下了：楼道灯',
    state: null,
  }));
  const need = (ids: readonly { id: string }[], id: string, code: 'no-such-person' | 'no-such-group') => {
    if (!ids.some(each => each.id === id)) throw new Failure(code, `这里没有 ${id}。`);
  };
  const after = <T extends { id: string }>(rows: T[], id: string | null): T[] =>
    rows.slice(rows.findIndex(row => row.id === id) + 1);

  const face: DemoFace = {
    state: async () => ({ now, ...state }),
    async say(words) {
      need(state.people, words.from, 'no-such-person');
      if (words.group !== null) need(state.groups, words.group, 'no-such-group');
      asked.push(words);
      const id = `m${messages.length + 1}`;
      const { from, text, replyTo } = words;
      messages.push({
        id,
        from,
        bot: false,
        kind: 'text',
        text,
        at: now,
        replyTo,
        place: words.group ?? from,
      });
      return id;
    },
    async messages(place, afterId) {
      if ('group' in place) need(state.groups, place.group, 'no-such-group');
      const id = 'group' in place ? place.group : place.person;
      return after(
        messages.filter(message => message.place === id).map(({ place: _, ...message }) => message),
        afterId,
      );
    },
    async clock(to) {
      if (to < now) throw new Failure('not-understood', '时间只能往前走。');
      now = to;
      return now;
    },
    recall: async id => void asked.push({ recall: id }),
    join: async (group, person) => void asked.push({ join: [group, person] }),
    leave: async (group, person) => void asked.push({ leave: [group, person] }),
    async addPerson(name, group) {
      state.people.push({ id: 'p9', name, role: 'unknown', groups: [group] });
      return 'p9';
    },
    effects: async afterId => after(effects, afterId),
    groupStates: async () => [{ id: 'g1', band: 'red', word: '冷群' }],
    moments: async () => momentsAfter(now),
    image: async id => (id === 'picture' ? PICTURE : null),
  };
  return { face, asked };
}
