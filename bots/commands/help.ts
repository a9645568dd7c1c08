import { isCadre, type Person } from '../../src/people.ts';
import { toMember } from '../../src/texts.ts';
import { type Command, defineCommand } from './define.ts';

/** Is this command made for somebody of this role? */
export const isFor = (command: Command, person: Person): boolean =>
  command.forWhom === 'everyone' ||
  (command.forWhom === 'staff' && isStaff(person)) ||
  (command.forWhom === 'cadre' && isCadre(person.role)) ||
  (command.forWhom === 'leader' && person.role === 'leader');

const isStaff = ({ role }: Person): boolean => isCadre(role) || role === 'leader';

/** Staff see the words of their own work; they may say a member's words too. */
const isShownTo = (command: Command, person: Person): boolean =>
  isFor(command, person) && !command.onlyAsAnswer && (command.forWhom === 'everyone') !== isStaff(person);

/** The words a person can say, each command by its first one: those said every day, and the others. */
export function wordsFor(commands: readonly Command[], person: Person): { daily: string[]; more: string[] } {
  const shown = commands.filter(command => isShownTo(command, person));
  const wordsOf = (list: readonly Command[]) => list.map(command => command.says[0] ?? command.name);
  return {
    daily: [...wordsOf(shown.filter(command => command.isDaily)), '帮助'],
    more: wordsOf(shown.filter(command => !command.isDaily && !command.isTold)),
  };
}

/** How one word is used: 帮助 延期. */
const usageOf = (commands: readonly Command[], person: Person, word: string): string | null =>
  commands.find(command => isFor(command, person) && command.says.includes(word))?.help ?? null;

/** 帮助: made from the list of commands itself, so that it cannot go stale. */
export const helpFor = (commands: readonly Command[]): Command =>
  defineCommand({
    name: 'help',
    says: ['帮助', '菜单', '你会什么'],
    act: 'ask',
    forWhom: 'everyone',
    help: '看可以说什么；帮助 进度 看一个词怎么用',
    async run({ person, group, say }, { rest }) {
      const usage = rest ? usageOf(commands, person, rest) : null;
      const words = wordsFor(commands, person);
      await say(
        usage ? toMember.usage(rest, usage) : group ? toMember.helpInGroup(words) : toMember.help(words),
      );
    },
  });
