/** What a call took: on the clock, and of the processors; a busy machine hardly changes the second. */
export interface Taken {
  ms: number;
  cpuMs: number;
}

/** What each call took, one after the other, after some calls to warm up. */
export function timeEach<T>(list: readonly T[], warmUp: readonly T[], run: (each: T) => unknown): Taken[] {
  for (const each of warmUp) run(each);
  return list.map(each => {
    const worked = process.cpuUsage();
    const began = performance.now();
    run(each);
    const ms = performance.now() - began;
    const { user, system } = process.cpuUsage(worked);
    return { ms, cpuMs: (user + system) / 1000 };
  });
}

/** Resident memory in MB, after collecting garbage where the process lets itself be asked (`--expose-gc`). */
export function residentMb(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().rss / 1024 ** 2;
}
