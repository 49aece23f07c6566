// What is to be done now, or was at the time that is shown: asked of topology at once and of hydraulics a moment
// later, again with each valve that is turned. The latest question wins.

import { type NetworkChanges, noChanges } from '#model/network-changes.ts';
import { watch } from '#store/watch.ts';
import type { PipesLine } from '#workers/pipes/client.ts';
import { type BurstIncident, INCIDENT_PLAN } from '../../contract/burst.ts';
import { PIPES_LINE, PIPES_NETWORKS } from '../../contract/channels.ts';
import type { IncidentHydraulics, Isolation } from '../../contract/incident.ts';
import type { IncidentPlan } from '../../contract/plan.ts';
import type { ToolMarks } from '../../contract/tool-marks.ts';
import { WATER_INCIDENT, WATER_INCIDENT_RESULT, type WaterIncident } from '../../contract/water.ts';
import type { OpenNetwork, PipeKey } from '../../contract.ts';
import { historyOf } from '../../kernel/incident-log.ts';
import { parseKey } from '../../kernel/index-space.ts';
import { selectIncidentState, shownUntilMs } from '../../state/incident.ts';
import { selectPipes } from '../../state.ts';
import type { StartPart } from '../part.ts';
import { INCIDENT_MARKS } from './channels.ts';
import { createCriticalFinder } from './find-critical.ts';
import { isolateBurst } from './isolate-burst.ts';

export const followPlan: StartPart = ({ store, frames, signal }) => {
  let asked = '';
  let told = '';
  let plan: IncidentPlan | undefined;
  const linkOf: Record<string, string> = {};
  const finder = createCriticalFinder(signal);

  const publish = (next: IncidentPlan | undefined) => {
    plan = next;
    frames.publish(INCIDENT_PLAN, next);
  };

  function follow(): void {
    const state = store.getState();
    const { incident } = selectPipes(state);
    const shown = selectIncidentState(state);
    tellHydraulics(incident);
    const isOver = shown?.endedAtMs !== undefined && state.clock.mode === 'live';
    const question =
      incident && shown && !isOver ? `${incident.key} ${JSON.stringify(shown.changes)}` : '';
    if (question === asked) return;
    asked = question;
    if (incident && shown && question !== '') void ask(incident, shown.changes, question);
    else show(undefined, undefined);
  }

  /** The whole history: who solves an instant takes what was done until then. */
  function tellHydraulics(incident: BurstIncident | undefined): void {
    const state = store.getState();
    const isOver = selectIncidentState(state)?.endedAtMs !== undefined;
    const history =
      incident &&
      !(isOver && state.clock.mode === 'live') &&
      historyOf(incident, Number.POSITIVE_INFINITY);
    const next: WaterIncident | undefined = history
      ? { network: incident.network, history }
      : undefined;
    const text = JSON.stringify(next) ?? '';
    if (text === told) return;
    told = text;
    frames.publish(WATER_INCIDENT, next);
  }

  async function ask(
    { key, link }: BurstIncident,
    changes: NetworkChanges,
    question: string,
  ): Promise<void> {
    const line = frames.peek<PipesLine>(PIPES_LINE);
    if (!line) {
      asked = '';
      return;
    }
    const beganMs = performance.now();
    const before = plan?.incident === key ? plan : undefined;
    const bare = { incident: key, linkOf, hydraulics: before?.hydraulics, failure: undefined };
    try {
      const isolation = await isolateBurst(line, networkOf(link), { link, changes }, signal);
      if (asked !== question) return;
      const answeredInMs = performance.now() - beganMs;
      const { critical } = isolation;
      show({ ...bare, isolation, critical, answeredInMs }, changes);
      await findLinks(line, isolation);
      if (asked === question && plan) publish({ ...plan, linkOf: { ...linkOf } });
    } catch (error) {
      if (signal.aborted || asked !== question) return;
      const failure = error instanceof Error ? error.message : String(error);
      const { isolation, critical } = before ?? { isolation: undefined, critical: [] };
      show({ ...bare, isolation, critical, failure, answeredInMs: 0 }, changes);
    }
  }

  const networkOf = (link: PipeKey) =>
    frames
      .peek<readonly OpenNetwork[]>(PIPES_NETWORKS)
      ?.find(({ network }) => network === parseKey(link)?.network);

  /** The link that each valve sits on: the field's log names both. */
  async function findLinks(line: PipesLine, { valves, passed }: Isolation): Promise<void> {
    const missing = [...valves, ...passed].filter(({ id }) => linkOf[id] === undefined);
    await Promise.all(
      missing.map(async ({ key, id }) => {
        if (parseKey(key)?.kind === 'link') linkOf[id] = id;
        const details = await line.call('details', { key }, { signal });
        const on = details?.neighbours.find(({ role }) => role === 'on');
        if (on) linkOf[id] = on.id;
      }),
    );
  }

  async function takeHydraulics(): Promise<void> {
    const hydraulics = frames.peek<IncidentHydraulics>(WATER_INCIDENT_RESULT);
    if (plan) publish({ ...plan, hydraulics });
    const line = frames.peek<PipesLine>(PIPES_LINE);
    if (!hydraulics || !line) return;
    const low = await finder.find(line, hydraulics).catch(() => []);
    if (signal.aborted || plan?.hydraulics !== hydraulics) return;
    const out = plan.isolation?.critical ?? [];
    const more = low.filter(({ key }) => out.every((one) => one.key !== key));
    if (plan.critical.length !== out.length + more.length) {
      publish({ ...plan, critical: [...out, ...more] });
    }
  }

  function show(next: IncidentPlan | undefined, changes: NetworkChanges | undefined): void {
    publish(next);
    frames.publish(INCIDENT_MARKS, next?.isolation && marksOf(next.isolation, changes));
  }

  const stops = [
    watch(store, (state) => [selectPipes(state).incident, shownUntilMs(state)], follow),
    frames.subscribe((channel) => {
      if (channel === PIPES_LINE) follow();
      if (channel === WATER_INCIDENT_RESULT && plan) void takeHydraulics();
    }),
  ];
  follow();
  return () => {
    for (const stop of stops) stop();
    for (const channel of [INCIDENT_PLAN, INCIDENT_MARKS, WATER_INCIDENT]) {
      frames.publish(channel, undefined);
    }
  };
};

const marksOf = (
  { network, isolated, stranded, valves }: Isolation,
  changes: NetworkChanges = noChanges,
): ToolMarks => ({
  isolated,
  noSupply: stranded,
  marked: Uint32Array.from(valves, ({ index }) => index),
  changes: { [network]: changes },
});
