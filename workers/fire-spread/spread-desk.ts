// The fires of the open city: the town is read once, each fire is computed whole, the last good one stays.

import type {
  FireSpread,
  SecondaryIgnitions,
  SpreadEnsemble,
} from '#features/fire/contract/spread.ts';
import type { FireScenario, FireStatus, HazardZones } from '#features/fire/contract.ts';
import { createEnsembleTally } from '#simulation/fire/urban/ensemble.ts';
import type { UrbanScenario } from '#simulation/fire/urban/scenario.ts';
import { createUrbanFire, type UrbanFire } from '#simulation/fire/urban/urban-fire.ts';
import type { TownFiles } from '../town/client.ts';
import { readCriticalSites } from '../town/critical-sites.ts';
import { createTownInside, type TownInside } from '../town/inside.ts';
import type { ReadBytes } from '../town/read-bytes.ts';
import type { MembersWorker } from './members/client.ts';
import { computeMember } from './members/compute-member.ts';
import type { Member } from './members/protocol.ts';
import { type Hand, shareMembers } from './members/share-members.ts';
import type { SecondaryProgress, SpreadNews } from './protocol.ts';
import { burningPlaces } from './run/burning-places.ts';
import { burningZones } from './run/burning-zones.ts';
import { toCityOrder } from './run/city-order.ts';
import { secondaryFires } from './run/secondary.ts';
import { toSpread } from './run/to-spread.ts';
import { toTownScenario } from './run/town-scenario.ts';
import { type FireTown, readFireTown } from './town/read-fire-town.ts';

export interface SpreadTopics {
  readonly read: ReadBytes;
  readonly now: () => number;
  /** The compiled kernel; fires are computed in JavaScript where there is none. */
  readonly loadKernel?: () => Promise<WebAssembly.Module | undefined>;
  /** Threads that compute members of an ensemble beside this one; ended with it. */
  readonly startMembers?: () => readonly MembersWorker[];
}

interface Opened {
  readonly fireTown: FireTown;
  readonly fire: UrbanFire;
  readonly kernel: WebAssembly.Module | undefined;
  readonly inside: TownInside;
}

export class SpreadDesk {
  readonly #topics: SpreadTopics;
  readonly #city: TownFiles;
  /** The last good result of each fire. */
  readonly #spreads = new Map<string, FireSpread>();
  #opened: Promise<Opened> | undefined;

  constructor(topics: SpreadTopics, city: TownFiles) {
    this.#topics = topics;
    this.#city = city;
  }

  get build(): string {
    return `${this.#city.id} ${this.#city.build}`;
  }

  async *run(scenario: FireScenario, signal: AbortSignal): AsyncGenerator<SpreadNews> {
    const status = (part: Partial<FireStatus> & Pick<FireStatus, 'phase'>): SpreadNews => ({
      kind: 'status',
      status: { scenario: scenario.id, progress: 0, buildings: 0, assumptions: [], ...part },
    });
    yield status({ phase: 'preparing' });
    const { fireTown, fire } = await this.#open();
    signal.throwIfAborted();
    const { assumptions, buildings } = fireTown;
    const known = { assumptions, buildings: buildings.count };
    yield status({ phase: 'computing', ...known });
    const begin = this.#topics.now();
    const urban = toTownScenario(scenario, fireTown);
    const freely = this.#burnFreely(fire, urban, scenario);
    fire.start(urban);
    fire.advance(scenario.durationS);
    const spread = toSpread(fire, scenario, fireTown, freely);
    this.#spreads.set(scenario.id, spread);
    yield { kind: 'spread', spread, places: burningPlaces(spread, fireTown) };
    const elapsedMs = this.#topics.now() - begin;
    yield status({ phase: 'ready', progress: 1, ...known, elapsedMs });
  }

  async *ensemble(
    scenario: FireScenario,
    members: number,
    signal: AbortSignal,
  ): AsyncGenerator<SpreadEnsemble> {
    const { fireTown, kernel } = await this.#open();
    // Of its own: a fire that is computed between two members must not disturb them.
    const fire = createUrbanFire(fireTown.town, {}, kernel);
    const urban = toTownScenario(scenario, fireTown);
    const { buildings } = fireTown;
    const tally = createEnsembleTally(buildings.count, { members, untilS: scenario.durationS });
    const own: Hand<Member> = async (member) => {
      const computed = computeMember(fire, urban, scenario, members, member);
      await untilNextTask();
      return computed;
    };
    const workers = members > 1 ? (this.#topics.startMembers?.() ?? []) : [];
    try {
      const hands = workers.map((worker) => {
        const opened = worker.call('open', { city: this.#city, scenario, members });
        return handOf(worker, opened, own, signal);
      });
      for await (const { ignitionS, burnt } of shareMembers(members, [own, ...hands])) {
        signal.throwIfAborted();
        const step = tally.add(ignitionS, burnt);
        yield {
          ...{ scenario: scenario.id, done: step.done, members },
          burnProbability: toCityOrder(step.burnProbability, buildings, 0),
          meanIgnitionS: toCityOrder(step.meanIgnitionS, buildings, Number.NaN),
          burnt: step.burnt.slice(0, step.done),
        };
      }
    } finally {
      for (const worker of workers) worker.close();
    }
  }

  async *secondary(
    wanted: Pick<SecondaryIgnitions, 'wind' | 'withinS'>,
    signal: AbortSignal,
  ): AsyncGenerator<SecondaryProgress> {
    const { fireTown, kernel } = await this.#open();
    for (const progress of secondaryFires(fireTown, wanted, this.#topics.now, kernel)) {
      yield progress;
      await untilNextTask();
      signal.throwIfAborted();
    }
  }

  async zones(scenario: string, timeS: number): Promise<HazardZones> {
    const { fireTown, inside } = await this.#open();
    const spread = this.#spreads.get(scenario);
    if (!spread) throw new Error(`Fire ${scenario} has not been computed yet.`);
    return burningZones(spread, timeS, fireTown, inside);
  }

  forget(scenario: string): void {
    this.#spreads.delete(scenario);
  }

  /** Ignitions of the same fire when nobody fights it; undefined where nobody does. */
  #burnFreely(
    fire: UrbanFire,
    urban: UrbanScenario,
    { durationS }: FireScenario,
  ): Float64Array | undefined {
    if (!urban.engines?.length && !urban.defences?.length) return undefined;
    fire.start({ ...urban, engines: [], defences: [] });
    fire.advance(durationS);
    return fire.ignitionS.slice();
  }

  /** What failed to be read is read again the next time. */
  #open(): Promise<Opened> {
    const open = async () => {
      const { read, loadKernel } = this.#topics;
      const city = this.#city;
      const [fireTown, kernel] = await Promise.all([readFireTown(read, city), loadKernel?.()]);
      const sites = await readCriticalSites(read, city, fireTown.buildings);
      const inside = createTownInside(fireTown.buildings, sites);
      return { fireTown, inside, kernel, fire: createUrbanFire(fireTown.town, {}, kernel) };
    };
    this.#opened ??= open();
    this.#opened.catch(() => {
      this.#opened = undefined;
    });
    return this.#opened;
  }
}

/** What a thread can't do, or died of, is done by `own` instead. */
function handOf(
  worker: MembersWorker,
  opened: Promise<undefined>,
  own: Hand<Member>,
  signal: AbortSignal,
): Hand<Member> {
  // Nobody waits for it where others have computed all members meanwhile.
  opened.catch(() => {});
  return async (member) => {
    try {
      await opened;
      return await worker.call('run', { member });
    } catch {
      signal.throwIfAborted();
      return own(member);
    }
  };
}

/** Lets messages in: a cancel is heard between two members or batches. */
const untilNextTask = () =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, 0);
  });
