import { openReplyModel } from '../../cli/open-reply-model.ts';
import { readRooms } from '../replies/chat-rows.ts';
import { linkRooms, mentionElseOwnElsePrevious } from '../replies/methods.ts';
import { f1, precision, recall, type Score } from '../replies/score.ts';
import { scoreMethod } from '../replies/score-method.ts';
import { sharedFile } from '../shared/shared-data.ts';
import type { Figure, Section } from './figure.ts';

const say = (share: number): string => (100 * share).toFixed(1);

function figuresOf({ links, answered, openings }: Score, simple: Score): Figure[] {
  return [
    {
      name: 'link F1',
      measured: say(f1(links)),
      bar: '55 / 65',
      baseline: `mention, own, starts ${say(f1(simple.links))}`,
      cases: links.true,
    },
    {
      name: 'opening questions answered: precision',
      measured: say(precision(answered)),
      bar: '82 / 88',
      baseline: `the same ${say(precision(simple.answered))}`,
      cases: openings,
    },
    {
      name: 'opening questions answered: recall',
      measured: say(recall(answered)),
      bar: '82 / 88',
      baseline: `the same ${say(recall(simple.answered))}`,
      cases: openings,
    },
  ];
}

/** Who answered whom on set C; the model learned from this half, so these figures flatter it. */
export async function replySection(): Promise<Section> {
  const title =
    'Reply links: set C, which the model learned from (flattering; scripts/train-replies.ts --folds 3 is not)';
  const file = sharedFile('c_group_chat.jsonl');
  if (file === null) return { title, figures: [{ name: 'set C is not there', measured: '-' }] };
  const [rooms, model] = [await readRooms(file), await openReplyModel()];
  const score = scoreMethod(rooms, rows => linkRooms(model, rows));
  return { title, figures: figuresOf(score, scoreMethod(rooms, mentionElseOwnElsePrevious)) };
}
