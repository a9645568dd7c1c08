import { readFile } from 'node:fs/promises';

/** The files the page needs, read once. */
export interface DemoAssets {
  script: string;
  style: string;
  /** The project's own font, so that Chinese is shown on a machine without fonts; null when there is none. */
  font: ArrayBuffer | null;
}

const FONT = new URL('../../content/fonts/NuanqunSans-Regular.ttf', import.meta.url);

const readText = (name: string): Promise<string> => readFile(new URL(name, import.meta.url), 'utf8');

/** Reads the page's script, style and font. */
export async function readAssets(): Promise<DemoAssets> {
  const font = await readFile(FONT).catch(() => null);
  return {
    script: await readText('page.js'),
    style: await readText('page.css'),
    font: font ? Uint8Array.from(font).buffer : null,
  };
}
