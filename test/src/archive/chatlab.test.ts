import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chatlabMessageIn, readChatlab } from '../../../src/archive/chatlab.ts';

const name = fc.constantFrom<unknown>('王芳', '', null, 3, undefined);
const id = fc.constantFrom<unknown>('wx_1', '', null, 17, undefined, 'wx_2');
const message = fc.record(
  {
    platformMessageId: id,
    sender: id,
    accountName: name,
    groupNickname: name,
    timestamp: fc.constantFrom<unknown>(
      1_795_485_600,
      1_795_485_600.5,
      0,
      -1,
      1e10,
      1e13,
      '1795485600',
      null,
    ),
    type: fc.constantFrom<unknown>(0, 1, 25, 80, 99, 7.5, '0', null, undefined),
    content: fc.constantFrom<unknown>('路灯坏了', '', null, 5, undefined),
    replyToMessageId: id,
    avatar: fc.constant('data:image/png;base64,AAAA'),
  },
  { requiredKeys: [] },
);

test('the short way reads a ChatLab message as the schema does, or leaves it to the schema', () => {
  let short = 0;
  fc.assert(
    fc.property(message, made => {
      const value = JSON.parse(JSON.stringify(made));
      const read = chatlabMessageIn(value);
      if (read === null) return;
      short++;
      expect(readChatlab('message', value)).toMatchObject({ success: true, data: [read] });
    }),
    { seed: 5, numRuns: 20_000 },
  );
  expect(short).toBeGreaterThan(100);
});

test('a message as exporters write it goes the short way', () => {
  const value = {
    platformMessageId: '9',
    sender: 'wx_zhou',
    accountName: '周敏',
    timestamp: 1_795_485_600,
    type: 0,
    content: '楼道灯坏了',
  };
  expect(chatlabMessageIn(value)).toEqual(readChatlab('message', value).data?.[0]);
});
