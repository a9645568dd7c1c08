import { isCadre, type Person } from '../../src/people.ts';
import { toMember } from '../../src/texts.ts';
import { type Command, defineCommand } from './define.ts';

const isFor = (command: Command, person: Person): boolean =>
  command.forWhom === 'everyone' ||
  (command.forWhom === 'staff' && (isCadre(person.role) || person.role === 'leader')) ||
  (command.forWhom === 'cadre' && isCadre(person.role)) ||
  (command.forWhom === 'leader' && person.role === 'leader');

/** The words a person can say, each command by its first one. */
export const wordsFor = (commands: readonly Command[], person: Person): string[] =>
  commands.filter(command => isFor(command, person)).map(command => command.says[0] ?? command.name);

/** 帮助: made from the list of commands itself, so that it cannot go stale. */
export const helpFor = (commands: readonly Command[]): Command =>
  defineCommand({
    name: 'help',
    says: ['帮助', '菜单', '你会什么'],
    act: 'ask',
    forWhom: 'everyone',
    help: '看可以说什么',
    run: turn => turn.say(toMember.help(wordsFor(commands, turn.person))),
  });
