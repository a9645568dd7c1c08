import { type Group, groupById, groupIdsOfCadre, groupIdsOfMember } from '../../db/groups.ts';
import type { Turn } from '../turn.ts';

/** The group a general question is about: where it was said, else the first the person is in, or answers for. */
export async function askedGroup({ tx, group, person }: Turn): Promise<Group | null> {
  if (group) return group;
  const [id] = [...(await groupIdsOfMember(tx, person.id)), ...(await groupIdsOfCadre(tx, person.id))];
  return id ? groupById(tx, id) : null;
}
