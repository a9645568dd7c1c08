/** What a message quotes, as far as the export carries it. */
export interface QuotedWords {
  name: string | null;
  text: string;
}

/** `own words[引用 name：quoted]`, as exporters write a quoted reply. */
const QUOTE_BEHIND = /^([\s\S]*)\[引用[ 　]([\s\S]*)\]\s*$/u;
/** `「name：quoted」`, a row of dashes, then the own words, as the chat itself copies one. */
const QUOTE_BEFORE = /^\s*「([\s\S]*?)」\s*\n\s*(?:- ?){5,}\s*\n([\s\S]*)$/u;
const NAMED = /^([^：:\n]{1,40})[：:]([\s\S]*)$/u;

function readLabel(label: string): QuotedWords {
  const named = NAMED.exec(label);
  return named
    ? { name: (named[1] ?? '').trim(), text: (named[2] ?? '').trim() }
    : { name: null, text: label.trim() };
}

/** A person's own words apart from what they quote: only their own say what they want. */
export function splitQuote(content: string): { own: string; quoted: QuotedWords | null } {
  const behind = QUOTE_BEHIND.exec(content);
  if (behind) return { own: (behind[1] ?? '').trim(), quoted: readLabel(behind[2] ?? '') };
  const before = QUOTE_BEFORE.exec(content);
  if (before) return { own: (before[2] ?? '').trim(), quoted: readLabel(before[1] ?? '') };
  return { own: content, quoted: null };
}
