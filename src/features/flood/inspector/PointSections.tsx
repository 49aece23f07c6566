import { useFrame } from '#scene/use-frames.tsx';
import { aidrClass } from '#simulation/flood/hazard/aidr-class.ts';
import { ukClass, ukClasses, ukRating } from '#simulation/flood/hazard/uk-rating.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Note, PropertyRow, PropertySection, Quantity, Stack } from '#ui';
import {
  FLOOD_FRAME,
  FLOOD_PLACE,
  type FloodFrame,
  type FloodPlace,
  type PlaceDeg,
} from '../contract.ts';
import { findCell } from '../kernel/lattice.ts';
import { floodScale } from '../kernel/legend.ts';
import { type WaterAt, waterAt } from '../kernel/water-at.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { useShownRun, useSince } from '../panel/use-flood.ts';
import { type SeriesAnswer, useSeries } from '../panel/use-series.ts';
import { selectFlood } from '../state.ts';
import { Course } from './Course.tsx';

const ARRIVAL_M = 0.05;

/** One point of the water: now, so far, over time. */
export function PointSections({ place }: { readonly place: PlaceDeg }) {
  const say = useText();
  const run = useShownRun();
  const grid = useFrame<FloodPlace>(FLOOD_PLACE);
  const frame = useFrame<FloodFrame>(FLOOD_FRAME);
  const { series, failure } = useSeries([place]);
  const isOfRun = grid?.run === run?.id;
  const cell = grid && isOfRun ? findCell(grid, place) : undefined;
  const water =
    grid && cell !== undefined
      ? waterAt(grid, frame?.run === grid.run ? frame : undefined, cell)
      : undefined;
  if (grid && isOfRun && cell === undefined) return <Note>{say(messages.outside)}</Note>;
  return (
    <div>
      {grid && isOfRun && !water && <Note>{say(messages.noGround)}</Note>}
      {water && <NowSection water={water} />}
      {series && series.timeMs.length > 0 && <SoFarSection series={series} />}
      {failure && <Note kind="faint">{`${say(messages.noSeries)}: ${failure}`}</Note>}
      {series && (
        <PropertySection title={say(messages.course)} isFree>
          <Stack gap="s">
            <Course
              label={messages.depthChart}
              unit="m"
              timeMs={series.timeMs}
              values={series.depthM}
            />
            <Course
              label={messages.speedChart}
              unit="m/s"
              timeMs={series.timeMs}
              values={series.speedMs}
            />
          </Stack>
        </PropertySection>
      )}
    </div>
  );
}

function NowSection({ water }: { readonly water: WaterAt }) {
  const say = useText();
  const variant = useAppState((state) => selectFlood(state).look.rating);
  const { depthM, levelM, speedMs, uMs, vMs } = water;
  const rating = ukRating(depthM, speedMs, variant);
  const uk = floodScale('hazard-uk', variant);
  const aidr = floodScale('hazard-aidr', variant);
  const ukLabel = uk.labels[ukClasses.indexOf(ukClass(rating, variant))];
  const aidrLabel = aidr.labels[aidrClass(depthM, speedMs) - 1];
  const isWet = depthM >= ARRIVAL_M;
  return (
    <PropertySection title={say(messages.now)}>
      <PropertyRow name={say(messages.depth)}>
        <Quantity value={depthM} unit="m" decimals={2} state="simulated" />
      </PropertyRow>
      <PropertyRow name={say(isWet ? messages.level : messages.ground)}>
        <Quantity value={levelM} unit="m" decimals={2} />
      </PropertyRow>
      <PropertyRow name={say(messages.speed)}>
        <Quantity value={speedMs} unit="m/s" decimals={2} />
      </PropertyRow>
      {speedMs > 0.05 && (
        <PropertyRow name={say(messages.towards)}>
          <Quantity value={headingOf(uMs, vMs)} unit="°" decimals={0} />
        </PropertyRow>
      )}
      {isWet && ukLabel && (
        <PropertyRow
          name={say(messages.hazardUk)}
          source={`${say(messages.rating(rating.toFixed(2)))} · ${uk.note ? say(uk.note) : ''}`}
        >
          {say(ukLabel)}
        </PropertyRow>
      )}
      {isWet && aidrLabel && (
        <PropertyRow
          name={say(messages.hazardAidr)}
          source={aidr.note ? say(aidr.note) : undefined}
        >
          {say(aidrLabel)}
        </PropertyRow>
      )}
      {!isWet && <PropertyRow name={say(messages.hazardUk)}>{say(messages.dry)}</PropertyRow>}
    </PropertySection>
  );
}

/** Degrees from north, clockwise. */
const headingOf = (uMs: number, vMs: number): number =>
  (Math.atan2(uMs, vMs) * (180 / Math.PI) + 360) % 360;

function SoFarSection({ series }: { readonly series: SeriesAnswer }) {
  const say = useText();
  const since = useSince();
  const startMs = useShownRun()?.scenario.startMs ?? 0;
  const at = (row: number) => since(((series.timeMs[row] ?? startMs) - startMs) / 1000);
  const arrival = series.depthM.findIndex((depth) => depth >= ARRIVAL_M);
  const deepest = largest(series.depthM);
  const fastest = largest(series.speedMs);
  return (
    <PropertySection title={say(messages.soFar)}>
      <PropertyRow name={say(messages.arrival)}>
        {arrival < 0 ? say(messages.notYet) : at(arrival)}
      </PropertyRow>
      <PropertyRow name={say(messages.maxDepth)} source={say(messages.at(at(deepest)))}>
        <Quantity value={series.depthM[deepest]} unit="m" decimals={2} />
      </PropertyRow>
      <PropertyRow name={say(messages.maxSpeed)} source={say(messages.at(at(fastest)))}>
        <Quantity value={series.speedMs[fastest]} unit="m/s" decimals={2} />
      </PropertyRow>
    </PropertySection>
  );
}

function largest(values: Float32Array): number {
  let best = 0;
  for (let at = 1; at < values.length; at++) {
    if ((values[at] ?? 0) > (values[best] ?? 0)) best = at;
  }
  return best;
}
