/** Reads rows page by page in the order of their ids, and hands each page on. */
export async function visitPages<T extends { id: string }>(
  read: (after: string) => Promise<T[]>,
  visit: (page: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let after = ''; ; ) {
    const page = await read(after);
    const last = page.at(-1);
    if (!last) return;
    await visit(page);
    after = last.id;
  }
}
