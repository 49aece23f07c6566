import {
  type ClosureSource,
  closureSources,
  type RoadClosures,
  roadClosuresOf,
} from '#model/road-closures.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Button,
  formatNumber,
  IconButton,
  Note,
  PropertySection,
  Row,
  Stack,
  Toggle,
  useKit,
} from '#ui';
import {
  openAllStreets,
  takeClosures,
  toggleStation,
  toggleStreet,
} from '../../state/change-response.ts';
import { beginPointing } from '../../state/pointing.ts';
import { selectFire } from '../../state.ts';
import { messages } from './messages.ts';
import styles from './response.module.css';
import { useCover } from './use-response.ts';

const switches = { flood: 'takesFlood', fire: 'takesFire', works: 'takesWorks' } as const;

/** What is closed to engines, by whom and whether it counts; which stations send engines. */
export function RoadsTab() {
  const say = useText();
  const store = useAppStore();
  const { language } = useKit();
  const cover = useCover();
  const { closedStreets } = useAppState((state) => selectFire(state).response);
  return (
    <Stack gap="s">
      <PropertySection title={say(messages.closures)} isFree>
        <Stack gap="s">
          {closureSources.map((source) => (
            <SourceSwitch key={source} source={source} />
          ))}
        </Stack>
      </PropertySection>
      <PropertySection title={say(messages.byHand)} isFree>
        <Stack gap="s">
          <ul className={styles.plain}>
            {closedStreets.map((id) => (
              <li key={id}>
                <span>{id}</span>
                <IconButton
                  icon="close"
                  size="s"
                  label={say(messages.openStreet(id))}
                  onClick={() => toggleStreet(store, id)}
                />
              </li>
            ))}
          </ul>
          <Row gap="s" isWrapping>
            <Button size="s" icon="road" onClick={() => beginPointing(store, 'closure')}>
              {say(messages.closeStreet)}
            </Button>
            {closedStreets.length > 1 && (
              <Button size="s" onClick={() => openAllStreets(store)}>
                {say(messages.openAll)}
              </Button>
            )}
          </Row>
        </Stack>
      </PropertySection>
      <PropertySection title={say(messages.stations)} isFree>
        <Stack gap="s">
          {(cover?.stations ?? []).map(({ id, name, engines, crew, isClosed }) => (
            <Toggle
              key={id}
              label={name}
              hint={say(messages.stationWords(engines, Number.isNaN(crew) ? '' : String(crew)))}
              checked={!isClosed}
              onChange={() => toggleStation(store, id)}
            />
          ))}
        </Stack>
      </PropertySection>
      {cover && cover.unreached > 0 && (
        <Note>{say(messages.unreached(formatNumber(cover.unreached, language)))}</Note>
      )}
    </Stack>
  );
}

function SourceSwitch({ source }: { readonly source: ClosureSource }) {
  const say = useText();
  const store = useAppStore();
  const closures = useFrame<RoadClosures>(roadClosuresOf(source));
  const closed = useCover()?.closed.find((one) => one.source === source);
  const takes = useAppState((state) => selectFire(state).response[switches[source]]);
  const hint = !takes
    ? say(messages.notTaken)
    : closed
      ? say(messages.closes(closed.streets, closed.name))
      : say(messages.noneClosed);
  return (
    <Toggle
      label={say(messages.takes[source])}
      hint={closures === undefined && takes ? say(messages.noneClosed) : hint}
      checked={takes}
      onChange={(next) => takeClosures(store, switches[source], next)}
    />
  );
}
