import { createUrbanFire } from '#simulation/fire/urban/urban-fire.ts';
import { type Service, Transfer } from '../../port.ts';
import { toTownScenario } from '../run/town-scenario.ts';
import type { SpreadTopics } from '../spread-desk.ts';
import { readFireTown } from '../town/read-fire-town.ts';
import { computeMember } from './compute-member.ts';
import type { Member, MembersProtocol } from './protocol.ts';

/** Reads the town by itself: links between buildings are found as fires reach them, and aren't shared. */
export function createMembersService({
  read,
  loadKernel,
}: Pick<SpreadTopics, 'read' | 'loadKernel'>): Service<MembersProtocol> {
  let opened: Promise<(member: number) => Member> | undefined;
  return {
    calls: {
      async open({ city, scenario, members }) {
        const open = async () => {
          const [fireTown, kernel] = await Promise.all([readFireTown(read, city), loadKernel?.()]);
          const fire = createUrbanFire(fireTown.town, {}, kernel);
          const urban = toTownScenario(scenario, fireTown);
          return (member: number) => computeMember(fire, urban, scenario, members, member);
        };
        opened = open();
        await opened;
        return undefined;
      },
      async run({ member }) {
        if (!opened) throw new Error('No town is open for members of an ensemble.');
        const result = (await opened)(member);
        return new Transfer(result, [result.ignitionS.buffer as ArrayBuffer]);
      },
    },
    streams: {},
  };
}
