import { expect, it } from 'vitest';
import { openReplyModel } from '../../../../cli/open-reply-model.ts';
import { explainLink } from '../../../../src/understanding/replies/explain-link.ts';
import { createLinker } from '../../../../src/understanding/replies/linker.ts';

it('a link says in plain words what spoke for it, the weightiest first', async () => {
  const model = await openReplyModel();
  const linker = createLinker(model);
  linker.push({ id: '1', atMs: 0, sender: '李阿姨', text: '居住证在哪里续签？' });
  const [link] = linker.push({ id: '2', atMs: 60_000, sender: '王芳', text: '@李阿姨 居住证到派出所去办' });
  if (!link) throw new Error('it was linked');
  const reasons = explainLink(model, link, 5);
  expect(reasons).toHaveLength(5);
  expect(reasons.some(({ share }) => share > 0)).toBe(true);
  const weights = reasons.map(({ share }) => Math.abs(share));
  expect(weights).toEqual(weights.toSorted((one, other) => other - one));
});

it('a quote is its own reason', async () => {
  const model = await openReplyModel();
  const linker = createLinker(model);
  linker.push({ id: '1', atMs: 0, sender: '甲', text: '停水了' });
  const [link] = linker.push({ id: '2', atMs: 1000, sender: '乙', text: '嗯', quotes: ['1'] });
  if (!link) throw new Error('it was linked');
  expect(explainLink(model, link).map(({ feature }) => feature)).toEqual(['quote']);
});
