import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { Button, ChipGroup, Note, NumberField, Row, Segmented, SelectField, Stack } from '#ui';
import {
  type QualityKind,
  type QualityRequest,
  qualityKinds,
  type WaterMatch,
} from '../../contract/water.ts';
import { messages } from './messages.ts';
import type { Forecast } from './use-forecast.ts';

interface ForecastFormProps {
  readonly match: WaterMatch;
  readonly forecast: Forecast;
}

const horizons = ['6', '12', '24', '48'] as const;
const HOUR_S = 3600;
const DAY_S = 86_400;

/** How far, which quality, which pumps are without power. */
export function ForecastForm({ match, forecast }: ForecastFormProps) {
  const say = useText();
  const [hours, setHours] = useState<(typeof horizons)[number]>('24');
  const [kind, setKind] = useState<QualityKind | 'none'>('none');
  const [source, setSource] = useState(match.reservoirs[0] ?? match.tanks[0]);
  const [milligrams, setMilligrams] = useState<number | undefined>(0.3);
  const [decayPerDay, setDecayPerDay] = useState<number | undefined>(0.5);
  const [stoppedPumps, setStoppedPumps] = useState<readonly string[]>([]);
  const quality = toQuality(kind, source, milligrams, decayPerDay);
  const start = () =>
    forecast.start({
      horizonS: Number(hours) * HOUR_S,
      quality: quality === 'incomplete' ? undefined : quality,
      stoppedPumps,
    });
  return (
    <Stack gap="m">
      <Segmented
        label={say(messages.horizon)}
        value={hours}
        options={horizons.map((value) => ({ value, label: say(messages.hours(Number(value))) }))}
        onChange={setHours}
        isWide
      />
      <SelectField
        label={say(messages.quality)}
        value={kind}
        options={(['none', ...qualityKinds] as const).map((value) => ({
          value,
          label: say(messages.qualities[value]),
        }))}
        onChange={setKind}
      />
      {kind === 'source' && (
        <SelectField
          label={say(messages.sourceNode)}
          value={source}
          options={[...match.reservoirs, ...match.tanks].map((id) => ({ value: id, label: id }))}
          onChange={setSource}
          isSearchable
        />
      )}
      {kind === 'chlorine' && (
        <Row isEven>
          <NumberField
            label={say(messages.chlorineAt)}
            value={milligrams}
            onChange={setMilligrams}
            unit="mg/L"
            min={0}
            max={10}
            decimals={2}
          />
          <NumberField
            label={say(messages.decay)}
            value={decayPerDay}
            onChange={setDecayPerDay}
            unit="1/d"
            min={0}
            max={50}
            decimals={2}
          />
        </Row>
      )}
      {match.pumps.length > 0 && (
        <Stack gap="s">
          <Note>{say(messages.outage)}</Note>
          <ChipGroup
            label={say(messages.outage)}
            options={match.pumps.map((id) => ({ value: id, label: id }))}
            values={stoppedPumps}
            onChange={setStoppedPumps}
          />
          <Note kind="faint">{say(messages.outageWhy)}</Note>
        </Stack>
      )}
      {forecast.progress === undefined ? (
        <Button
          kind="primary"
          icon="play"
          onClick={start}
          disabled={!forecast.canRun || quality === 'incomplete'}
        >
          {say(messages.run)}
        </Button>
      ) : (
        <Button icon="close" onClick={forecast.stop}>
          {say(messages.stop)}
        </Button>
      )}
    </Stack>
  );
}

function toQuality(
  kind: QualityKind | 'none',
  node: string | undefined,
  milligrams: number | undefined,
  decayPerDay: number | undefined,
): QualityRequest | undefined | 'incomplete' {
  switch (kind) {
    case 'none':
      return undefined;
    case 'age':
      return { kind };
    case 'source':
      return node === undefined ? 'incomplete' : { kind, node };
    case 'chlorine':
      if (milligrams === undefined || decayPerDay === undefined) return 'incomplete';
      return { kind, sourceKgM3: milligrams / 1000, decayPerS: decayPerDay / DAY_S };
  }
}
