/**
 * One-off: makes content/fonts/NuanqunSans-*.ttf, the GB 2312 subset of Noto Sans SC that pictures are drawn with.
 * Run again only when a character is missing. Neither source is a dependency of the project; get both outside of it:
 *
 *   npm i --no-save @expo-google-fonts/noto-sans-sc@0.4.3 subset-font@2.9.0
 *   npx tsx scripts/make-font.ts <noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf> <subset-font/index.js> Regular
 *   npx tsx scripts/make-font.ts <noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf> <subset-font/index.js> Bold
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Signs that the texts and the charts use, and characters of names and places that GB 2312 left out. */
const SIGNS = '·—…％≥≤→↑↓←●▲■◆○▽△□◇×÷＋－–“”‘’「」『』〔〕㎡℃•✓★☆喆堃玥珺璟昇祎翀赟垚犇骉焱镕瑄婳颢淏煊曌';

const isGiven = (value: string | undefined): value is string => value !== undefined && value !== '';

/** Every character of GB 2312: rows A1-F7, cells A1-FE; ASCII and the full-width forms come with it. */
function wantedCharacters(): string {
  const decoder = new TextDecoder('gb18030');
  let wanted = SIGNS;
  for (let code = 0x20; code < 0x7f; code++) wanted += String.fromCharCode(code);
  for (let code = 0xff01; code < 0xff5f; code++) wanted += String.fromCharCode(code);
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      // The rows that GB 2312 leaves empty come back as private-use characters.
      if (!/[\uE000-\uF8FF\uFFFD]/u.test(character)) wanted += character;
    }
  }
  return wanted;
}

type Subset = (font: Uint8Array, text: string, options: { targetFormat: 'truetype' }) => Promise<Uint8Array>;
const subsetFontSchema = z.object({ default: z.custom<Subset>(value => typeof value === 'function') });
const [source, subsetFont, weight] = process.argv.slice(2);
if (!isGiven(source) || !isGiven(subsetFont) || !isGiven(weight)) {
  console.error('usage: tsx scripts/make-font.ts <source.ttf> <subset-font/index.js> <Regular|Bold>');
  process.exitCode = 2;
} else {
  const { default: subset } = subsetFontSchema.parse(await import(pathToFileURL(resolve(subsetFont)).href));
  const made = await subset(readFileSync(source), wantedCharacters(), { targetFormat: 'truetype' });
  const target = new URL(`../content/fonts/NuanqunSans-${weight}.ttf`, import.meta.url);
  writeFileSync(target, made);
  console.log(`${target.pathname.split('/').at(-1)}: ${made.length} bytes`);
}
