/** How the ids of a pack are kept: the first byte of their column. */
export const OWN_IDS = 0;
export const TEXT_IDS = 1;
