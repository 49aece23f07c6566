import { useFrame } from '#scene/use-frames.tsx';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, Row, Stack, StatusBadge } from '#ui';
import {
  type BurstIncident,
  INCIDENT_KEEPING,
  type IncidentKeeping,
} from '../../contract/burst.ts';
import { parseKey } from '../../kernel/index-space.ts';
import { burstMessages as messages } from '../../messages/burst.ts';
import { showIncident } from '../../state/incident.ts';
import { flyToElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import { useMoment, useSpan } from '../use-words.ts';
import styles from './burst.module.css';
import { phaseOf, phaseTones } from './phase.ts';
import type { ShownIncident } from './use-incident.ts';

interface IncidentHeadProps {
  readonly incident: BurstIncident;
  readonly shown: ShownIncident;
}

/** Where, since when, how it stands, whether the log is safe. */
export function IncidentHead({ incident, shown }: IncidentHeadProps) {
  const store = useAppStore();
  const say = useText();
  const span = useSpan();
  const moment = useMoment();
  const line = useLine();
  const { state, plan, atMs } = shown;
  const phase = state && phaseOf(state, plan?.isolation);
  const untilMs = state?.endedAtMs ?? atMs;
  return (
    <Stack gap="s">
      <div>
        <h4 className={styles.title}>{say(messages.title(incident.place))}</h4>
        <Note kind="faint">
          {say(messages.pipe(parseKey(incident.link)?.id ?? incident.link))} ·{' '}
          {moment(incident.onsetMs)}
        </Note>
      </div>
      <Row gap="s" spread="between" isWrapping>
        <span className={styles.clock} role="timer">
          {span((untilMs - incident.onsetMs) / 1000)}
        </span>
        {phase && <StatusBadge tone={phaseTones[phase]} word={say(messages.phases[phase])} />}
      </Row>
      <Keeping />
      <Row gap="s" isEven>
        <Button
          size="l"
          icon="focus"
          onClick={() => line && void flyToElement(store, line, incident.link)}
        >
          {say(messages.showPlace)}
        </Button>
        <Button size="l" icon="close" onClick={() => showIncident(store, undefined)}>
          {say(messages.leave)}
        </Button>
      </Row>
    </Stack>
  );
}

const keepingTones = { server: 'good', sending: 'info', browser: 'warning' } as const;

function Keeping() {
  const say = useText();
  const keeping = useFrame<IncidentKeeping>(INCIDENT_KEEPING);
  if (!keeping?.where) return null;
  const { where, number } = keeping;
  const words = say(messages.keeping[where]);
  return (
    <StatusBadge
      isPlain
      tone={keepingTones[where]}
      word={number === undefined ? words : `${words} · № ${number}`}
    />
  );
}
