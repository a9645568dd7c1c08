/** The font that pictures and pages are drawn with, so that they look the same on a machine without any. */
export const fontFile = (name: string): URL => new URL(`../content/fonts/${name}`, import.meta.url);
