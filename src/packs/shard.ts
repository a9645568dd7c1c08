/** A job over all groups is cut into so many shards, which workers share. */
export const SHARDS = 256;

/** The shard of a group, 0-255, by its id alone (FNV-1a, 32 bits). */
export function shardOf(groupId: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < groupId.length; at++) hash = Math.imul(hash ^ groupId.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % SHARDS;
}
