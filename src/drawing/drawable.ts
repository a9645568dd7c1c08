const NEVER_DRAWN =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Variation_Selector}|\p{Co}|\p{Cc}|\p{Cf}|\u20E3/gu;

/** A name as the project's font can draw it: emoji and control signs fall away instead of showing as empty boxes. */
export const drawable = (text: string): string => text.replace(NEVER_DRAWN, '').trim();
