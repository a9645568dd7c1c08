import type { ExportMessage } from './export-item.ts';
import type { QuotedWords } from './quoted-words.ts';

/** So many messages back a quotation is looked for. */
const REACH = 300;

/** Finds the message that a quotation means, where the export tells its words but not its id. */
export interface QuoteFinder {
  /** The id of the only earlier message that fits; null when none or several do. */
  find(quoted: QuotedWords): string | null;
  /** A message was said; `id` is what a reply to it names. */
  hear(message: ExportMessage, id: string): void;
}

interface Heard {
  id: string;
  name: string;
  text: string;
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** How a quotation shows what has no words. */
const MARK_OF_KIND: Readonly<Record<string, string>> = { image: '[图片]', voice: '[语音]', video: '[视频]' };

const CUT = /(?:…|\.\.\.)$/u;

export function createQuoteFinder(): QuoteFinder {
  const heard: Heard[] = [];
  return {
    find(quoted) {
      const wanted = plain(quoted.text);
      const start = CUT.test(wanted) ? wanted.replace(CUT, '') : null;
      if (!wanted || start === '') return null;
      const alike = heard.filter(one =>
        start === null ? one.text === wanted : one.text === wanted || one.text.startsWith(start),
      );
      const fits = quoted.name === null ? alike : alike.filter(one => one.name === quoted.name);
      const [only] = fits;
      return fits.length === 1 && only ? only.id : null;
    },
    hear(message, id) {
      const text = message.text === null ? (MARK_OF_KIND[message.kind] ?? '') : plain(message.text);
      heard.push({ id, name: message.sender.name, text });
      if (heard.length > REACH) heard.shift();
    },
  };
}
