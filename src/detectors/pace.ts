/** People whom one can visit or call in a day beside other work. */
const MOST_A_DAY = 5;
const WORKDAYS = 5;

/** How many of them to turn to every day, so that a week is enough where it can be. */
export const aDayFor = (people: number): number => Math.min(MOST_A_DAY, Math.ceil(people / WORKDAYS));
