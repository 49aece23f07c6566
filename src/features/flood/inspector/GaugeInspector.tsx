import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Button,
  EmptyState,
  Note,
  PropertyRow,
  PropertySection,
  Quantity,
  Row,
  Stack,
  StatusBadge,
  TextField,
} from '#ui';
import type { PlaceDeg } from '../contract.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { statusMessages } from '../messages/status.ts';
import { messages as cardMessages } from '../messages.ts';
import { lookAt } from '../panel/look-at.ts';
import { useShownRun } from '../panel/use-flood.ts';
import { useSeries } from '../panel/use-series.ts';
import { removeGauge, renameGauge } from '../state/gauges.ts';
import { selectFlood } from '../state.ts';
import { Course } from './Course.tsx';
import { PointSections } from './PointSections.tsx';

/** A gauge as a point of the water, or a section with the flow through it. */
export function GaugeInspector({ id }: { readonly id: string }) {
  const store = useAppStore();
  const say = useText();
  const run = useShownRun();
  const gauge = useAppState((state) => selectFlood(state).gauges.find((one) => one.id === id));
  const [first] = gauge?.line ?? [];
  if (!gauge || !first) return <EmptyState icon="gauge" title={say(messages.gone)} />;
  return (
    <Stack>
      <TextField
        label={say(gauge.line.length > 1 ? messages.section : messages.gauge)}
        value={gauge.name}
        onChange={(name) => renameGauge(store, id, name)}
      />
      <Row gap="s" isWrapping>
        <Button icon="focus" onClick={() => lookAt(store, first)}>
          {say(messages.zoom)}
        </Button>
        <Button kind="quiet" icon="trash" onClick={() => removeGauge(store, id)}>
          {say(cardMessages.removePart(gauge.name))}
        </Button>
      </Row>
      {!run && <StatusBadge tone="off" word={say(statusMessages.noRun)} isPlain />}
      {run && gauge.line.length === 1 && <PointSections place={first} />}
      {run && gauge.line.length > 1 && <FlowSections line={gauge.line} />}
    </Stack>
  );
}

function FlowSections({ line }: { readonly line: readonly PlaceDeg[] }) {
  const say = useText();
  const { series, failure } = useSeries(line);
  if (failure) return <Note kind="faint">{`${say(messages.noSeries)}: ${failure}`}</Note>;
  if (!series) return null;
  const { timeMs, flowM3s } = series;
  return (
    <div>
      <PropertySection title={say(messages.soFar)}>
        <PropertyRow name={say(messages.flow)}>
          <Quantity value={flowM3s.at(-1)} unit="m³/s" decimals={2} state="simulated" />
        </PropertyRow>
        <PropertyRow name={say(messages.mostFlow)}>
          <Quantity value={Math.max(0, ...flowM3s)} unit="m³/s" decimals={2} />
        </PropertyRow>
        <PropertyRow name={say(messages.volume)}>
          <Quantity value={volumeM3(timeMs, flowM3s)} unit="m³" decimals={0} />
        </PropertyRow>
      </PropertySection>
      <PropertySection title={say(messages.course)} isFree>
        <Course label={messages.flowChart} unit="m³/s" timeMs={timeMs} values={flowM3s} />
      </PropertySection>
    </div>
  );
}

/** By trapezes between the kept times. */
function volumeM3(timeMs: Float64Array, flowM3s: Float32Array): number {
  let sum = 0;
  for (let at = 1; at < timeMs.length; at++) {
    const spanS = ((timeMs[at] ?? 0) - (timeMs[at - 1] ?? 0)) / 1000;
    sum += (spanS * ((flowM3s[at] ?? 0) + (flowM3s[at - 1] ?? 0))) / 2;
  }
  return sum;
}
