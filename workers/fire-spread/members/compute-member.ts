import type { FireScenario } from '#features/fire/contract.ts';
import { runMember } from '#simulation/fire/urban/ensemble.ts';
import type { UrbanScenario } from '#simulation/fire/urban/scenario.ts';
import type { UrbanFire } from '#simulation/fire/urban/urban-fire.ts';
import type { Member } from './protocol.ts';

/** The same bytes in every thread. */
export function computeMember(
  fire: UrbanFire,
  urban: UrbanScenario,
  { seed, durationS }: Pick<FireScenario, 'seed' | 'durationS'>,
  members: number,
  member: number,
): Member {
  const burnt = runMember(fire, urban, { members, seed, untilS: durationS }, member);
  return { burnt, ignitionS: fire.ignitionS.slice() };
}
