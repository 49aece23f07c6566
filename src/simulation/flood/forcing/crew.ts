// The parts that are at work: begun, told of, kept and taken up again. Times s.

import { createOperator } from './create-operator.ts';
import type { Operator, Phase, Workshop } from './operator.ts';
import type {
  ForcingChange,
  ForcingPart,
  ForcingSnapshot,
  PartFlow,
  PartState,
  RainSource,
} from './parts.ts';
import { fallen, type Rain, toRain, type Weather } from './weather.ts';

interface Working {
  readonly part: Exclude<ForcingPart, RainSource>;
  readonly operator: Operator;
  readonly startS: number;
  was: Phase | 'new';
}

interface Raining extends Rain {
  volumeM3: number;
}

export interface Crew {
  operators(): readonly Operator[];
  rains(): readonly Rain[];
  /** At the next `settle`. */
  add(part: ForcingPart): void;
  remove(id: string): void;
  /** What was added begins, what was removed is gone. */
  settle(nowS: number): void;
  account(fromS: number, untilS: number): void;
  takeChanges(): ForcingChange[];
  tell(timeS: number): void;
  flows(fromS: number, untilS: number): PartFlow[];
  states(): Record<string, PartState>;
  /** What is known by id and definition goes on; the rest waits for `settle`. Gives back whether all rains did. */
  restore(snapshot: ForcingSnapshot): boolean;
}

export function createCrew(shop: Workshop, weather: Weather, parts: readonly ForcingPart[]): Crew {
  const working = new Map<string, Working>();
  const raining = new Map<string, Raining>();
  const coming = new Map<string, ForcingPart>(parts.map((part) => [part.id, part]));
  const going = new Set<string>();
  const changes: ForcingChange[] = [];
  let operators: readonly Operator[] = [];

  function start(part: ForcingPart, startS: number, kept?: PartState): void {
    if (part.kind === 'rain') {
      raining.set(part.id, { ...toRain(part, startS), volumeM3: kept?.numbers.volumeM3 ?? 0 });
      return;
    }
    const operator = createOperator(part, shop, startS);
    Object.assign(operator.numbers, kept?.numbers);
    for (const [name, values] of Object.entries(kept?.arrays ?? {}))
      operator.arrays?.[name]?.set(values);
    working.set(part.id, { part, operator, startS, was: 'new' });
  }

  const list = () => {
    operators = [...working.values()].map(({ operator }) => operator);
  };

  return {
    operators: () => operators,
    rains: () => [...raining.values()],
    add(part) {
      coming.set(part.id, part);
    },
    remove(id) {
      if (!coming.delete(id) || working.has(id) || raining.has(id)) going.add(id);
    },
    settle(nowS) {
      if (coming.size === 0 && going.size === 0) return;
      let hasOtherRain = false;
      for (const id of [...going, ...coming.keys()]) {
        if (working.delete(id)) shop.land.drop(id);
        if (raining.delete(id)) hasOtherRain = true;
      }
      for (const part of coming.values()) {
        start(part, nowS);
        if (part.kind === 'rain') hasOtherRain = true;
      }
      going.clear();
      coming.clear();
      list();
      if (hasOtherRain) weather.setRains([...raining.values()]);
    },
    account(fromS, untilS) {
      for (const { numbers } of operators) numbers.volumeM3 += numbers.flowM3s * (untilS - fromS);
      for (const rain of raining.values())
        rain.volumeM3 += fallen(rain, fromS, untilS) * weather.areaOf(rain);
    },
    takeChanges: () => changes.splice(0),
    tell(timeS) {
      for (const one of working.values()) {
        const phase = one.operator.phase(timeS);
        if (phase === one.was) continue;
        const { id, name, kind } = one.part;
        if (phase === 'working') changes.push({ timeS, id, name, kind, what: 'begins' });
        else if (one.was === 'working') changes.push({ timeS, id, name, kind, what: 'ends' });
        one.was = phase;
      }
    },
    flows(fromS, untilS) {
      const told = [...working.values()].map(({ part, operator }): PartFlow => {
        const { flowM3s, volumeM3 } = operator.numbers;
        const state = operator.phase(fromS);
        return { ...named(part), state, flowM3s, volumeM3, detail: operator.detail() };
      });
      for (const rain of raining.values()) {
        const rate = untilS > fromS ? fallen(rain, fromS, untilS) / (untilS - fromS) : 0;
        const endS = rain.startS + rain.curve.endS;
        told.push({
          ...named(rain.part),
          state: fromS < rain.startS ? 'waiting' : fromS < endS ? 'working' : 'over',
          flowM3s: rate * weather.areaOf(rain),
          volumeM3: rain.volumeM3,
          detail: { mmPerHour: rate * 3.6e6 },
        });
      }
      return told;
    },
    states() {
      const states: Record<string, PartState> = {};
      for (const { part, operator, startS } of working.values()) {
        const { numbers, arrays = {} } = operator;
        const kept = Object.entries(arrays).map(
          ([name, values]) => [name, values.slice()] as const,
        );
        const state = { part, startS, numbers: { ...numbers } };
        states[part.id] = kept.length > 0 ? { ...state, arrays: Object.fromEntries(kept) } : state;
      }
      for (const { part, startS, volumeM3 } of raining.values())
        states[part.id] = { part, startS, numbers: { volumeM3 } };
      return states;
    },
    restore({ states, timeS }) {
      const all = [...working.values(), ...raining.values()].map(({ part }) => part);
      for (const part of [...all, ...coming.values()])
        if (!going.has(part.id)) coming.set(part.id, part);
      for (const id of working.keys()) shop.land.drop(id);
      for (const map of [working, raining, going]) map.clear();
      let isSameRain = true;
      for (const [id, part] of coming) {
        const kept = states[id];
        if (kept && JSON.stringify(kept.part) === JSON.stringify(part)) {
          start(part, kept.startS, kept);
          coming.delete(id);
        } else if (part.kind === 'rain') isSameRain = false;
      }
      for (const [id, { part }] of Object.entries(states))
        if (part.kind === 'rain' && !raining.has(id)) isSameRain = false;
      for (const one of working.values()) one.was = one.operator.phase(timeS);
      list();
      return isSameRain;
    },
  };
}

const named = ({ id, name, kind }: ForcingPart) => ({ id, name, kind });
