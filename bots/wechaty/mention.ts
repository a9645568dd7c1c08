/** Ids that puppets put into a mention list for @所有人; nobody in particular is meant. */
const EVERYBODY = new Set(['announcement@all', 'notify@all', 'all', '@all', '所有人']);

/** The people mentioned, each once, without @所有人. */
export const mentionedPeople = (ids: readonly string[]): string[] => [
  ...new Set(ids.filter(id => id !== '' && !EVERYBODY.has(id))),
];

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `@name` as WeChat writes it: U+2005 from a telephone, a space from a computer, or the end of the text. */
const mentionOf = (names: readonly string[]): RegExp | null => {
  const known = names.filter(name => name !== '').sort((a, b) => b.length - a.length);
  return known.length === 0
    ? null
    : new RegExp(`@(?:${known.map(escaped).join('|')})(?:[\\u2005 ]|\\s|$)`, 'gu');
};

/** Somebody wrote `@` and one of these names. */
export const mentionsName = (text: string, names: readonly string[]): boolean =>
  mentionOf(names)?.test(text) ?? false;

/** The text without the mentions of these names; other people's mentions stay. */
export function withoutMentions(text: string, names: readonly string[]): string {
  const mention = mentionOf(names);
  return mention ? text.replace(mention, ' ').replace(/^ +| +$/g, '') : text;
}

/** The text with `@name` before it for everyone who is to be mentioned and is not named in it yet. */
export const withMentions = (text: string, names: readonly string[]): string =>
  names
    .filter(name => !text.includes(`@${name}`))
    .map(name => `@${name}\u2005`)
    .join('') + text;
