// What follows from an incident's log: pure folds over its steps.

import { type NetworkChanges, noChanges } from '#model/network-changes.ts';
import {
  type BurstIncident,
  burstSizes,
  type IncidentState,
  type IncidentStep,
  type TurnedValve,
} from '../contract/burst.ts';
import type { WaterStep } from '../contract/water.ts';
import { parseKey } from './index-space.ts';

/** How it stands after the steps up to `untilMs`, those at that moment among them. */
export function stateAt(incident: BurstIncident, untilMs: number): IncidentState {
  let state: Omit<IncidentState, 'changes'> = {
    size: 'hole',
    closed: [],
    stuck: [],
    reopened: [],
    isRepaired: false,
    endedAtMs: undefined,
    known: undefined,
    knownAtMs: undefined,
  };
  for (const step of incident.steps) {
    if (step.atMs <= untilMs) state = { ...state, ...after(state, step) };
  }
  return { ...state, changes: toChanges(incident, state) };
}

type Bare = Omit<IncidentState, 'changes'>;

function after(state: Bare, { act, atMs }: IncidentStep): Partial<Bare> {
  switch (act.kind) {
    case 'opened':
    case 'size':
      return { size: act.size };
    case 'close':
      return {
        closed: [...without(state.closed, act), toTurned(act)],
        stuck: without(state.stuck, act),
        reopened: without(state.reopened, act),
      };
    case 'open':
      return {
        closed: without(state.closed, act),
        reopened: [...without(state.reopened, act), toTurned(act)],
      };
    case 'stuck':
      return { stuck: [...without(state.stuck, act), toTurned(act)] };
    case 'turnable':
      return { stuck: without(state.stuck, act) };
    case 'repaired':
      return { isRepaired: true };
    case 'notRepaired':
      return { isRepaired: false };
    case 'ended':
      return { endedAtMs: atMs };
    case 'known':
      return { known: act.known, knownAtMs: atMs };
    case 'note':
    case 'workOrder':
      return {};
  }
}

const toTurned = ({ valve, link }: TurnedValve): TurnedValve => ({ valve, link });

const without = (list: readonly TurnedValve[], { valve }: TurnedValve) =>
  list.filter((one) => one.valve !== valve);

function toChanges(incident: BurstIncident, state: Bare): NetworkChanges {
  const link = parseKey(incident.link)?.id ?? '';
  const areaM2 = incident.sectionM2 * burstSizes[state.size];
  return {
    ...noChanges,
    closedValves: state.closed.filter((one) => !isStop(one)).map(({ valve }) => valve),
    closedLinks: state.closed.filter(isStop).map((one) => one.link),
    stuckValves: state.stuck.map(({ valve }) => valve),
    bursts: state.isRepaired ? [] : [{ link, share: incident.share, areaM2 }],
  };
}

/** No valve was turned: the pipe itself was stopped, because the register has no valves. */
export const isStop = ({ valve, link }: TurnedValve): boolean => valve === link;

/** Steps that change what flows. */
const turning = new Set(['size', 'close', 'open', 'repaired', 'notRepaired']);

/** What was changed since when, up to `untilMs`; the first entry is the onset. */
export function historyOf(incident: BurstIncident, untilMs: number): readonly WaterStep[] {
  const times = incident.steps
    .filter(({ act, atMs }) => turning.has(act.kind) && atMs <= untilMs)
    .map(({ atMs }) => atMs);
  const opened = incident.steps[0]?.atMs ?? incident.onsetMs;
  const first = { atMs: incident.onsetMs, changes: stateAt(incident, opened).changes };
  return [
    first,
    ...[...new Set(times)].map((atMs) => ({ atMs, changes: stateAt(incident, atMs).changes })),
  ];
}

/** What takes the latest step back that can be taken back; undefined where there is none. */
export function undoOf(steps: readonly IncidentStep[]): IncidentStep['act'] | undefined {
  const last = steps.findLast(({ act }) => act.kind in opposites)?.act;
  if (!last) return undefined;
  switch (last.kind) {
    case 'close':
    case 'open':
    case 'stuck':
    case 'turnable':
      return { ...toTurned(last), kind: opposites[last.kind] };
    case 'repaired':
    case 'notRepaired':
      return { kind: opposites[last.kind] };
    default:
      return undefined;
  }
}

const opposites = {
  close: 'open',
  open: 'close',
  stuck: 'turnable',
  turnable: 'stuck',
  repaired: 'notRepaired',
  notRepaired: 'repaired',
} as const;
