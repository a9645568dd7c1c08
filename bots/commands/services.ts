import { SERVICE_LINES } from '../../src/service-lines.ts';
import { toMember } from '../../src/texts.ts';
import { defineCommand } from './define.ts';

/** 服务: what this group can get help with. */
export const services = defineCommand({
  name: 'services',
  says: ['服务', '服务清单', '能办什么'],
  act: 'ask',
  forWhom: 'everyone',
  help: '看能办哪些事',
  async run(turn) {
    const lines = (turn.group?.serviceLines ?? []).map(line => SERVICE_LINES[line] ?? line);
    await turn.say(toMember.services(lines));
  },
});
