// Answers the protocol: one open town, every answer from its question alone.

import { type MaybeTransfer, type Service, Transfer } from '../port.ts';
import type { TownFiles } from '../town/client.ts';
import type { TownInside } from '../town/inside.ts';
import { answerSmoke } from './answer-smoke.ts';
import type { AirAnswer, FireSmokeProtocol } from './protocol.ts';
import { answerRelease } from './releases/answer-release.ts';

export interface FireSmokeWorld {
  readonly open: (city: TownFiles) => Promise<TownInside>;
  readonly now: () => number;
}

export function createFireSmokeService(world: FireSmokeWorld): Service<FireSmokeProtocol> {
  let town: TownInside | undefined;
  const getTown = (): TownInside => {
    if (!town) throw new Error('No city is open for smoke.');
    return town;
  };
  const timed = (answer: () => AirAnswer): MaybeTransfer<AirAnswer> => {
    const from = world.now();
    const given = answer();
    const { frame, report } = given;
    const told = { ...given, report: { ...report, elapsedMs: world.now() - from } };
    const buffer = frame?.values.buffer;
    return buffer instanceof ArrayBuffer ? new Transfer(told, [buffer]) : told;
  };
  return {
    calls: {
      async open({ city }) {
        town = await world.open(city);
        return { buildings: town.buildings?.count ?? 0, sites: town.sites.length };
      },
      smoke: (question) => timed(() => answerSmoke(question, getTown())),
      release: (question) => timed(() => answerRelease(question, getTown())),
    },
    streams: {},
  };
}
