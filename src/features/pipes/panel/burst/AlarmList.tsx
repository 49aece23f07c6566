import { useMemo, useRef } from 'react';
import { NETWORK_READINGS, type NetworkReading } from '#model/network-reading.ts';
import { findObservedProperty } from '#model/observed-property.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Badge, Button, Note, PropertySection, Quantity, Row, Stack } from '#ui';
import { LEAK_WATCH, type LeakWatch } from '../../contract/leak-watch.ts';
import type { OpenNetwork, PipeKey } from '../../contract.ts';
import { toKey } from '../../kernel/index-space.ts';
import { burstMessages as messages } from '../../messages/burst.ts';
import { inspectorMessages } from '../../messages/inspector.ts';
import { startBurst } from '../../state/incident.ts';
import { showElement } from '../use-element.ts';
import { useAnswer, useLine, useNetworks } from '../use-line.ts';
import { useMoment } from '../use-words.ts';
import styles from './burst.module.css';
import { burstAlarms } from './burst-alarms.ts';

const MOST = 6;
/** Sensors of pipes under pressure that are in alarm, each with the pipes beside it: full sewers tell of no burst. */
export function AlarmList() {
  const say = useText();
  const networks = useNetworks();
  const readings = useFrame<readonly NetworkReading[]>(NETWORK_READINGS);
  const alarms = useInOrderOfComing(useMemo(() => burstAlarms(readings ?? []), [readings]));
  return (
    <PropertySection
      title={say(messages.alarms)}
      aside={alarms.length > 0 && <Badge tone="critical">{alarms.length}</Badge>}
      isFree
    >
      {alarms.length === 0 && <Note kind="faint">{say(messages.noAlarms)}</Note>}
      <ul className={styles.list}>
        {alarms.slice(0, MOST).map((reading) => {
          const network = networks.find(({ utility }) => utility === reading.network);
          return (
            <li key={nameOf(reading)}>
              <AlarmRow reading={reading} network={network} />
            </li>
          );
        })}
      </ul>
    </PropertySection>
  );
}

const nameOf = ({ sensor, property }: NetworkReading): string => `${sensor} ${property}`;

/** Readings come every few seconds; what a finger is about to press must not move. */
function useInOrderOfComing(alarms: readonly NetworkReading[]): readonly NetworkReading[] {
  const order = useRef<ReadonlyMap<string, number>>(new Map());
  return useMemo(() => {
    const before = order.current;
    const placeOf = (alarm: NetworkReading) => before.get(nameOf(alarm)) ?? before.size;
    const sorted = alarms.toSorted((a, b) => placeOf(a) - placeOf(b));
    order.current = new Map(sorted.map((alarm, place) => [nameOf(alarm), place]));
    return sorted;
  }, [alarms]);
}

interface AlarmRowProps {
  readonly reading: NetworkReading;
  readonly network: OpenNetwork | undefined;
}

function AlarmRow({ reading, network }: AlarmRowProps) {
  const say = useText();
  const moment = useMoment();
  const { name, property, timeMs, isSimulated, value } = reading;
  const { shown, name: quantity } = findObservedProperty(property);
  return (
    <article className={styles.alarm} aria-label={name}>
      <div className={styles.reading}>
        <span className={styles.name}>{name}</span>
        <Quantity
          value={value * shown.factor}
          unit={shown.symbol}
          decimals={shown.digits}
          state={isSimulated ? 'simulated' : 'measured'}
        />
      </div>
      <Note kind="faint">{[say(quantity), moment(timeMs)].join(' · ')}</Note>
      {network && <NearPipes reading={reading} network={network} />}
    </article>
  );
}

interface NearPipesProps {
  readonly reading: NetworkReading;
  readonly network: OpenNetwork;
}

/** A sensor stands at a node or on a link; the pipes there can be marked at once. */
function NearPipes({ reading: { element, timeMs }, network: { network } }: NearPipesProps) {
  const store = useAppStore();
  const say = useText();
  const line = useLine();
  const asNode = toKey(network, 'node', element);
  const node = useAnswer('details', { key: asNode });
  const link = useAnswer('details', { key: toKey(network, 'link', element) });
  // The first logger that alarmed was nearest to the burst in time; this one may be a later one.
  const onsetMs =
    useFrame<ReadonlyMap<string, LeakWatch>>(LEAK_WATCH)?.get(network)?.onsetMs ?? timeMs;
  const pipes: readonly { readonly key: PipeKey; readonly id: string }[] = link.value
    ? [link.value]
    : (node.value?.neighbours.filter(({ role }) => role === 'link') ?? []);
  const place = link.value ?? node.value;
  return (
    <Stack gap="s">
      <Row gap="s" isWrapping>
        {place && (
          <Button
            size="m"
            icon="focus"
            onClick={() => line && void showElement(store, line, place.key)}
          >
            {say(inspectorMessages.zoom)}
          </Button>
        )}
        {pipes.slice(0, 3).map(({ key, id }) => (
          <Button
            key={key}
            size="m"
            icon="incident"
            onClick={() => startBurst(store, key, { onsetMs })}
          >
            {say(messages.takePipe(id))}
          </Button>
        ))}
      </Row>
    </Stack>
  );
}
