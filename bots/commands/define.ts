import type { Act } from '../../src/people.ts';
import type { Words } from '../../src/words.ts';
import type { Turn } from '../turn.ts';

/**
 * One word people can say to the bot. To add one: a file beside this one that exports `defineCommand({...})`,
 * and one line in `index.ts`; 帮助 lists it by itself.
 */
export interface Command {
  /** Kebab-case: the file's name. */
  readonly name: string;
  /** The words it begins with; the first is shown in 帮助. */
  readonly says: readonly string[];
  /** The right it needs; a person without it is refused before it runs. */
  readonly act: Act;
  /** Who finds it in 帮助. */
  readonly forWhom: 'everyone' | 'cadre' | 'leader' | 'staff';
  /** Only in private: what is asked there is nobody else's business. */
  readonly isPrivateOnly?: boolean;
  /**
   * May be said in a group without addressing the bot, when the text is exactly the word and a ticket's number.
   * Words that people use in passing (等, 转) may not.
   */
  readonly isPlainWithNumber?: boolean;
  /** From people it is not made for it is talk, not a refused word: a member's 申诉 is a matter of their own. */
  readonly isTalkFromOthers?: boolean;
  /** Without a number behind it the word is talk: 不要, 同意. */
  readonly needsNumber?: boolean;
  /** Words of ordinary talk: read only as the answer to a question of the bot (ANSWERS in read-command.ts), never listed in 帮助. */
  readonly onlyAsAnswer?: boolean;
  /** Where more than an open prompt makes the words an answer: the question is quoted, or was the last thing said here. */
  answersNow?(turn: Turn, words: Words): Promise<boolean>;
  /** Said every day: named first in 帮助, and when the bot did not understand. */
  readonly isDaily?: boolean;
  /** Told of where it is needed, so that 帮助 need not name it: 导出我的数据 stands in 我的数据. */
  readonly isTold?: boolean;
  /** One line for 帮助. */
  readonly help: string;
  run(turn: Turn, words: Words): Promise<void>;
}

export const defineCommand = (command: Command): Command => command;
