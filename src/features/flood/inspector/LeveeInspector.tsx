import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Button,
  EmptyState,
  Heading,
  Note,
  PropertyRow,
  PropertySection,
  Quantity,
  Row,
  Stack,
} from '#ui';
import { lengthM } from '../kernel/plane.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { begin } from '../panel/begin.ts';
import { lookAt } from '../panel/look-at.ts';
import { breachPreset } from '../state/presets.ts';
import { selectFlood } from '../state.ts';

/** A levee, quay or sea wall: where it is weakest, and a press that breaches it there. */
export function LeveeInspector({ id }: { readonly id: string }) {
  const store = useAppStore();
  const say = useText();
  const levee = useAppState((state) =>
    selectFlood(state).waters?.levees.find((one) => one.id === id),
  );
  if (!levee) return <EmptyState icon="wave" title={say(messages.gone)} />;
  const { name, kind, crestM, line, weakest, flood100M } = levee;
  const there = crestM[weakest.at];
  const place = line[weakest.at];
  return (
    <Stack>
      <div>
        <Heading level={3}>{name}</Heading>
        <Note kind="faint">{`${say(messages.leveeKinds[kind])} · ${id}`}</Note>
      </div>
      <Row gap="s" isWrapping>
        <Button
          kind="danger"
          size="l"
          icon="slash"
          onClick={() => begin(store, breachPreset(levee))}
        >
          {say(messages.breachHere)}
        </Button>
        {place && (
          <Button size="l" icon="focus" onClick={() => lookAt(store, place)}>
            {say(messages.zoom)}
          </Button>
        )}
      </Row>
      <PropertySection title={say(messages.leveeKinds[kind])}>
        <PropertyRow name={say(messages.length)}>
          <Quantity value={lengthM(line)} unit="m" decimals={0} />
        </PropertyRow>
        <PropertyRow name={say(messages.crestLowest)}>
          <Quantity value={Math.min(...crestM)} unit="m" decimals={2} />
        </PropertyRow>
        {weakest.sagM !== undefined && (
          <PropertyRow name={say(messages.settled)}>
            <Quantity value={weakest.sagM} unit="m" decimals={2} />
          </PropertyRow>
        )}
        {weakest.cause && <PropertyRow name={say(messages.cause)}>{weakest.cause}</PropertyRow>}
        {flood100M !== undefined && (
          <PropertyRow name={say(messages.flood100)}>
            <Quantity value={flood100M} unit="m" decimals={2} />
          </PropertyRow>
        )}
        {flood100M !== undefined && there !== undefined && (
          <PropertyRow name={say(messages.freeboard)}>
            <Quantity value={there - flood100M} unit="m" decimals={2} />
          </PropertyRow>
        )}
      </PropertySection>
    </Stack>
  );
}
