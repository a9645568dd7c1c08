/** The family inside content/fonts/NuanqunSans-*.ttf. */
export const FONT_FAMILY = 'Noto Sans SC';
/** Regular and bold, in content/fonts. */
export const FONT_FILES = ['NuanqunSans-Regular.ttf', 'NuanqunSans-Bold.ttf'] as const;
