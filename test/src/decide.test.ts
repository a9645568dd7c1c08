import { describe, expect, it } from 'vitest';
import { type DecideInput, decide, speaksAtOnce } from '../../src/decide.ts';
import { BANDS } from '../../src/understanding/bands.ts';

const hit = (entryId: string, confidence: number) => ({ entryId, confidence, score: confidence * 10 });

/** A member's question in the group that nobody addressed to the bot. */
const said = (given: Partial<DecideInput> = {}): DecideInput => ({
  text: '居住证怎么续签',
  isPrivate: false,
  mentionsBot: false,
  quotesBot: false,
  isOld: false,
  senderRole: 'member',
  label: 'question',
  confidence: 0.9,
  hits: [],
  emergency: null,
  sensitive: null,
  version: 'v',
  ...given,
});
const asked = (given: Partial<DecideInput> = {}) => said({ mentionsBot: true, ...given });
const between = [hit('a', (BANDS.answerAsked + BANDS.answerUnasked) / 2), hit('b', 0.1)];
const sure = [hit('a', 0.95), hit('b', 0.1)];
const unsure = [hit('a', 0.5), hit('b', 0.4), hit('c', 0.3), hit('d', 0.3), hit('e', 0.05)];

describe('a question nobody addressed to the bot', () => {
  it('is answered only above the stricter band', () => {
    expect(decide(said({ hits: sure }))).toMatchObject({ action: 'answer', entryId: 'a', confidence: 0.95 });
    expect(decide(said({ hits: between }))).toMatchObject({ action: 'silent', reason: 'not-asked' });
    expect(decide(asked({ hits: between }))).toMatchObject({ action: 'answer', entryId: 'a' });
  });

  it('is never met with a question back', () => {
    expect(decide(said({ hits: unsure })).action).toBe('silent');
  });

  it.each(['cadre-full-time', 'cadre-part-time', 'leader'] as const)(
    'is left to people when a %s says it',
    role => {
      expect(decide(said({ hits: sure, senderRole: role }))).toMatchObject({
        action: 'silent',
        reason: 'staff',
      });
      expect(decide(asked({ hits: sure, senderRole: role })).action).toBe('answer');
    },
  );
});

describe('a question to the bot', () => {
  it.each([{ mentionsBot: true }, { quotesBot: true }, { isPrivate: true }])('may come as %o', how => {
    expect(decide(said({ ...how, hits: between }))).toMatchObject({ action: 'answer', isAsked: true });
  });

  it('with several likely entries is met with two or three choices', () => {
    expect(decide(asked({ hits: unsure }))).toMatchObject({ action: 'clarify', entryIds: ['a', 'b', 'c'] });
  });

  it('with nothing likely is offered to be recorded, by its topic', () => {
    const decision = decide(asked({ text: '@暖群 请问活动室能借吗？', hits: [hit('a', 0.1)] }));
    expect(decision).toMatchObject({ action: 'offer', topic: '活动室能借吗' });
    expect(speaksAtOnce(decision)).toBe(true);
  });
});

describe('a request', () => {
  const request = { label: 'request', text: '三楼灯坏了', hits: sure } as const;

  it('unasked is offered, but not at once', () => {
    const decision = decide(said(request));
    expect(decision).toMatchObject({ action: 'offer', topic: '三楼灯坏了' });
    expect(speaksAtOnce(decision)).toBe(false);
  });

  it('that might be none is left alone', () => {
    expect(decide(said({ ...request, confidence: 0.4 }))).toMatchObject({
      action: 'silent',
      reason: 'unsure',
    });
  });

  it('to the bot is offered at once', () => {
    expect(speaksAtOnce(decide(asked({ ...request, hits: [] })))).toBe(true);
  });
});

describe('chatter', () => {
  it.each([said, asked])('is met with silence', how => {
    const decision = decide(how({ label: 'chatter', text: '哈哈' }));
    expect(decision).toMatchObject({ action: 'silent', reason: 'chatter' });
    expect(speaksAtOnce(decision)).toBe(false);
  });
});

describe('danger', () => {
  it('goes before everything, whoever says it', () => {
    const decision = decide(
      said({ emergency: 'fire', sensitive: 'debt', label: 'chatter', senderRole: 'leader' }),
    );
    expect(decision).toMatchObject({ action: 'emergency', kind: 'fire' });
    expect(speaksAtOnce(decision)).toBe(true);
  });
});

describe('a private matter', () => {
  it('is led away from the group, even before an answer', () => {
    expect(decide(asked({ sensitive: 'debt', hits: sure }))).toMatchObject({
      action: 'sensitive',
      topic: 'debt',
    });
    expect(decide(said({ sensitive: 'debt', hits: sure })).action).toBe('sensitive');
  });

  it('is answered in the private chat where an answer is known', () => {
    expect(decide(said({ isPrivate: true, sensitive: 'debt', hits: sure })).action).toBe('answer');
    expect(decide(said({ isPrivate: true, sensitive: 'debt' })).action).toBe('sensitive');
  });

  it('mentioned in passing is left alone', () => {
    expect(decide(said({ sensitive: 'health', label: 'chatter' })).action).toBe('silent');
  });
});

describe('what is only recorded', () => {
  it('is what arrived late, danger included', () => {
    expect(decide(asked({ isOld: true, emergency: 'fire' }))).toMatchObject({
      action: 'silent',
      reason: 'old',
    });
  });

  it("is the bot's own word", () => {
    expect(decide(asked({ senderRole: 'bot', hits: sure }))).toMatchObject({
      action: 'silent',
      reason: 'bot',
    });
  });
});
