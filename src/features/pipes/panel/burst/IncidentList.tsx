import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Note, PropertySection, Row, StatusBadge } from '#ui';
import { INCIDENT_KEEPING, type IncidentKeeping } from '../../contract/burst.ts';
import { burstMessages as messages } from '../../messages/burst.ts';
import { openIncident } from '../../state/incident.ts';
import { selectPipes } from '../../state.ts';
import { useMoment } from '../use-words.ts';
import styles from './burst.module.css';

/** The incidents of the city that are kept, the latest first: to go on with, or to replay. */
export function IncidentList() {
  const store = useAppStore();
  const say = useText();
  const moment = useMoment();
  const incidents = useFrame<IncidentKeeping>(INCIDENT_KEEPING)?.incidents ?? [];
  const wanted = useAppState((state) => selectPipes(state).wantedIncident);
  return (
    <PropertySection title={say(messages.earlier)} aside={incidents.length || undefined} isFree>
      {incidents.length === 0 && <Note kind="faint">{say(messages.noEarlier)}</Note>}
      <ul className={styles.list}>
        {incidents.map(({ key, number, headline, openedAtMs, closedAtMs }) => (
          <li key={key}>
            <Button
              size="l"
              kind="quiet"
              icon="history"
              isWide
              isLoading={wanted === key}
              onClick={() => openIncident(store, key)}
            >
              {headline}
            </Button>
            <Row gap="s" isWrapping>
              <StatusBadge
                isPlain
                tone={closedAtMs === undefined ? 'warning' : 'good'}
                word={say(closedAtMs === undefined ? messages.running : messages.over)}
              />
              <Note kind="faint">
                {[moment(openedAtMs), number === undefined && say(messages.onlyHere)]
                  .filter(Boolean)
                  .join(' · ')}
              </Note>
            </Row>
          </li>
        ))}
      </ul>
    </PropertySection>
  );
}
