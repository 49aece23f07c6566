import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, Row, SelectField, Stack } from '#ui';
import { type FloodSource, stormShapes } from '../../contract.ts';
import { partMessages as messages, stormNames } from '../../messages/parts.ts';
import { startDrawing } from '../../state/draw.ts';
import { putPart } from '../../state/scenarios.ts';
import styles from '../panel.module.css';
import { NumberPart } from './NumberPart.tsx';
import { SeriesField } from './SeriesField.tsx';

type Rain = Extract<FloodSource, { kind: 'rain' }>;
const shapes = [...stormShapes, 'series'] as const;
type Shape = (typeof shapes)[number];

/** How much rain within which time, in which course; or as listed. */
export function StormFields({ part }: { readonly part: Rain }) {
  const store = useAppStore();
  const say = useText();
  const { storm } = part;
  return (
    <Stack gap="s">
      <SelectField
        label={say(messages.shape)}
        value={storm.shape}
        options={shapes.map((value) => ({ value, label: say(stormNames[value]) }))}
        onChange={(shape) => putPart(store, { ...part, storm: reshaped(storm, shape) })}
      />
      {storm.shape === 'series' ? (
        <SeriesField
          label={messages.intensityOverTime}
          unit="mm/h"
          series={storm.intensity}
          onChange={(intensity) => putPart(store, { ...part, storm: { ...storm, intensity } })}
        />
      ) : (
        <div className={styles.fields}>
          <NumberPart
            label={messages.depth}
            value={storm.depthMm}
            unit="mm"
            onChange={(depthMm) => putPart(store, { ...part, storm: { ...storm, depthMm } })}
          />
          <NumberPart
            label={messages.duration}
            value={storm.durationS}
            unit="min"
            factor={1 / 60}
            onChange={(durationS) => putPart(store, { ...part, storm: { ...storm, durationS } })}
          />
          <PeakField part={part} />
        </div>
      )}
      <Row gap="s" isWrapping>
        <Button
          size="s"
          icon="select-area"
          onClick={() => startDrawing(store, 'rain', { redraws: part.id })}
        >
          {say(messages.drawnArea)}
        </Button>
        {part.area && (
          <Button
            size="s"
            onClick={() => {
              const { area: _, ...everywhere } = part;
              putPart(store, everywhere);
            }}
          >
            {say(messages.everywhere)}
          </Button>
        )}
      </Row>
    </Stack>
  );
}

/** Chicago and alternating block peak at a share of their time, Huff in one of its quarters. */
function PeakField({ part }: { readonly part: Rain }) {
  const store = useAppStore();
  const { storm } = part;
  if (storm.shape === 'series' || storm.shape === 'block' || storm.shape === 'scs-ii') return null;
  const isHuff = storm.shape === 'huff';
  return (
    <NumberPart
      label={isHuff ? messages.quartile : messages.peak}
      value={storm.peak ?? (isHuff ? 1 : 0.4)}
      unit={isHuff ? '' : '%'}
      factor={isHuff ? 1 : 100}
      decimals={0}
      onChange={(peak) => putPart(store, { ...part, storm: { ...storm, peak } })}
    />
  );
}

function reshaped(storm: Rain['storm'], shape: Shape): Rain['storm'] {
  if (shape === storm.shape) return storm;
  if (shape === 'series') {
    const rate = storm.shape === 'series' ? 0 : (storm.depthMm / storm.durationS) * 3600;
    const endS = storm.shape === 'series' ? 3600 : storm.durationS;
    return {
      shape,
      intensity: [
        [0, rate],
        [endS, rate],
        [endS + 1, 0],
      ],
    };
  }
  const { depthMm, durationS } =
    storm.shape === 'series' ? { depthMm: 45, durationS: 3600 } : storm;
  const hasPeak = shape === 'chicago' || shape === 'alternating-block';
  return {
    ...{ shape, depthMm, durationS },
    ...(hasPeak && { peak: 0.4 }),
    ...(shape === 'huff' && { peak: 1 }),
  };
}
