import { catalogueOf } from '../../db/catalogues.ts';
import { type CatalogueItem, ITEMS_A_PAGE, searchItems } from '../../src/catalogue.ts';
import { lineName } from '../../src/service-lines.ts';
import { aboutServices, toMember } from '../../src/texts.ts';
import type { Words } from '../../src/words.ts';
import { askedGroup } from '../desk/asked-group.ts';
import type { Turn } from '../turn.ts';
import { defineCommand } from './define.ts';

function answerTo(items: readonly CatalogueItem[], words: Words, isPrivate: boolean): string {
  if (words.number === null && words.rest) {
    const found = searchItems(items, words.rest);
    if (found.length) return aboutServices.found(found, isPrivate);
    // 能办什么事 seeks nothing: it asks for the list.
    if (words.word === '服务') return aboutServices.notFound(words.rest);
  }
  const page = words.number ?? 1;
  const pages = Math.ceil(items.length / ITEMS_A_PAGE);
  return page < 1 || page > pages ? aboutServices.noPage(pages) : aboutServices.list(items, page, isPrivate);
}

async function sayServices(turn: Turn, words: Words): Promise<void> {
  const group = await askedGroup(turn);
  const catalogue = group ? await catalogueOf(turn.tx, group.unitId) : null;
  if (catalogue) return turn.say(answerTo(catalogue.items, words, turn.message.isPrivate));
  return turn.say(toMember.services((group?.serviceLines ?? []).map(lineName)));
}

/** 服务: what this group can get help with, when, where and from whom; its lines where no catalogue was given. */
export const services = defineCommand({
  name: 'services',
  says: ['服务', '服务清单', '能办什么'],
  act: 'ask',
  forWhom: 'everyone',
  isDaily: true,
  help: '看能办哪些事；服务 2 翻页，服务 法律 找一项',
  run: sayServices,
});
