// An incident in the words of the server's log (`src/contract/incident.ts`), and back.

import * as v from 'valibot';
import type { FieldAction, IncidentRecord, NewEntry, NewIncident } from '#contract/incident.ts';
import type { Language } from '#model/text.ts';
import type { BurstIncident, IncidentAct, IncidentStep } from '../../contract/burst.ts';
import { isStop } from '../../kernel/incident-log.ts';
import { parseKey } from '../../kernel/index-space.ts';
import { actText, burstMessages } from '../../messages/burst.ts';
import { PIPES } from '../../state/selected.ts';
import { incidentAct, incidentHead } from '../../state/shared.ts';

const LONGEST_HEADLINE = 200;

export function toNewIncident(
  incident: BurstIncident,
  city: string,
  language: Language,
): NewIncident {
  const { key, onsetMs, longitudeDeg, latitudeDeg, link, network, share, sectionM2, place, steps } =
    incident;
  const [first] = steps;
  return {
    key,
    city,
    kind: 'pipeBurst',
    headline: burstMessages.title(place)[language].slice(0, LONGEST_HEADLINE),
    severity: 'severe',
    onsetMs,
    atMs: first?.atMs ?? onsetMs,
    longitudeDeg,
    latitudeDeg,
    subject: { feature: PIPES, id: link },
    ...(first?.by && { by: first.by }),
    data: { head: { network, link, share, sectionM2, place }, act: first?.act },
  };
}

export function toNewEntry(
  incident: BurstIncident,
  { key, atMs, by, act }: IncidentStep,
  language: Language,
): NewEntry {
  const action = toFieldAction(incident, act);
  return {
    key,
    atMs,
    ...(by && { by }),
    kind: kindOf(act),
    text: actText(act)[language],
    ...(action && { action }),
    data: { act },
  };
}

function kindOf({ kind }: IncidentAct): NewEntry['kind'] {
  switch (kind) {
    case 'opened':
      return 'opened';
    case 'close':
    case 'open':
    case 'stuck':
    case 'repaired':
      return 'field';
    case 'known':
      return 'state';
    case 'workOrder':
      return 'workOrder';
    case 'ended':
      return 'closed';
    case 'size':
    case 'turnable':
    case 'notRepaired':
    case 'note':
      return 'note';
  }
}

/** What the readings of the city follow. */
function toFieldAction(
  { network, link }: BurstIncident,
  act: IncidentAct,
): FieldAction | undefined {
  switch (act.kind) {
    case 'close':
    case 'open':
    case 'stuck':
      return { act: act.kind, network, link: act.link, ...(!isStop(act) && { valve: act.valve }) };
    case 'repaired':
      return { act: 'repair', network, link: parseKey(link)?.id ?? '' };
    default:
      return undefined;
  }
}

const firstData = v.object({ head: incidentHead, act: incidentAct });
const nextData = v.object({ act: incidentAct });

/** Undefined where it is no burst that these screens wrote: a drill, a flood. */
export function fromRecord({ incident, log }: IncidentRecord): BurstIncident | undefined {
  const head = v.safeParse(firstData, log[0]?.data);
  if (!head.success) return undefined;
  const steps = log.flatMap(({ key, atMs, by, text, data }): IncidentStep[] => {
    const read = v.safeParse(nextData, data);
    const act: IncidentAct = read.success ? read.output.act : { kind: 'note', text };
    return [{ key, atMs, by, act }];
  });
  const { key, longitudeDeg, latitudeDeg, onsetMs } = incident;
  return { ...head.output.head, key, longitudeDeg, latitudeDeg, onsetMs, steps };
}
