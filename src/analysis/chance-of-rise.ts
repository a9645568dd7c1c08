/**
 * How likely it is that chance alone put `now` or more of `now + before` events into the share of the time that is now,
 * 0-1: the conditional test of two Poisson counts (Przyborowski and Wilenski, Biometrika 31, 1940), one-sided and exact.
 */
export function chanceOfRise(now: number, before: number, shareOfTime: number): number {
  const all = now + before;
  const odds = Math.log(shareOfTime) - Math.log(1 - shareOfTime);
  let term = all * Math.log(1 - shareOfTime);
  let chance = now <= 0 ? Math.exp(term) : 0;
  for (let count = 1; count <= all; count++) {
    term += Math.log(all - count + 1) - Math.log(count) + odds;
    if (count >= now) chance += Math.exp(term);
  }
  return Math.min(1, chance);
}
