import { placeText } from '#model/place-deg.ts';
import { select } from '#store/selection.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, Heading, Note, Row, Stack, StatusBadge } from '#ui';
import type { PlaceDeg } from '../contract.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { kindNames, partMessages } from '../messages/parts.ts';
import { statusMessages } from '../messages/status.ts';
import { HonestLine } from '../panel/HonestLine.tsx';
import { lookAt } from '../panel/look-at.ts';
import { useFloodStatus, useShownRun } from '../panel/use-flood.ts';
import { beginAt } from '../state/begin-at.ts';
import { addGauge } from '../state/gauges.ts';
import { toSelectedThing } from '../state/selected.ts';
import { selectFlood } from '../state.ts';
import { PointSections } from './PointSections.tsx';

/** The water at a place: how deep, how fast, who is in danger, when it came; what can be begun here. */
export function PlaceInspector({ place }: { readonly place: PlaceDeg }) {
  const store = useAppStore();
  const say = useText();
  const run = useShownRun();
  const status = useFloodStatus(run?.id ?? '');
  const count = useAppState((state) => selectFlood(state).gauges.length);
  const placeGauge = () => {
    const name = say(partMessages.numbered(kindNames.gauge, count + 1));
    const id = addGauge(store, name, [place]);
    select(store, [toSelectedThing({ kind: 'gauge', id })]);
  };
  return (
    <Stack>
      <div>
        <Heading level={3}>{say(messages.water)}</Heading>
        <Note kind="faint">{placeText(place)}</Note>
        {status ? (
          <HonestLine status={status} isShort />
        ) : (
          <StatusBadge tone="off" word={say(statusMessages.noRun)} isPlain />
        )}
      </div>
      <Row gap="s" isWrapping>
        <Button icon="gauge" onClick={placeGauge}>
          {say(messages.gaugeHere)}
        </Button>
        <Button icon="slash" onClick={() => beginAt(store, 'breach', place)}>
          {say(messages.breachHere)}
        </Button>
        <Button icon="droplet" onClick={() => beginAt(store, 'inflow', place)}>
          {say(messages.waterHere)}
        </Button>
        <Button icon="focus" onClick={() => lookAt(store, place)}>
          {say(messages.zoom)}
        </Button>
      </Row>
      {run && <PointSections place={place} />}
    </Stack>
  );
}
