import type { Room } from './room.ts';

/** Registers an inspection of the room's own unit; `own` becomes that unit's id when the units are built. */
export function inspect(room: Room, ago: number): void {
  room.scene.put({ type: 'inspection', unit: `u-${room.id}`, date: room.scene.span.dayAt(ago) });
}
