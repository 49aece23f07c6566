import { useMemo } from 'react';
import { sampleRamp } from '#model/colour-ramp.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import {
  Banner,
  Button,
  DataTable,
  EmptyState,
  Legend,
  Note,
  PropertyRow,
  PropertySection,
  Row,
  Stack,
  saveText,
} from '#ui';
import type { LeakCandidate, LeakResult } from '../../contract/analyses.ts';
import { HEAT_RAMP, type PipeHeat } from '../../contract/marks.ts';
import { startBurst } from '../../state/incident.ts';
import { ComputedBy } from '../analysis/AnalysisState.tsx';
import { toCsv } from '../analysis/csv.ts';
import { analysisMessages } from '../analysis/messages.ts';
import { showElement } from '../use-element.ts';
import { useLine, useNetworks } from '../use-line.ts';
import { useToolMarks } from '../use-marks.ts';
import { useMeasure, useQuantity } from '../use-words.ts';
import { LoggerTable } from './LoggerTable.tsx';
import { messages } from './messages.ts';

const heatColours = sampleRamp(HEAT_RAMP, 8, true).map(
  (colour) => `#${colour.toString(16).padStart(6, '0')}`,
);

/** The probable area: marked on the globe, listed pipe by pipe. */
export function LeakArea({
  result,
  onsetMs,
}: {
  readonly result: LeakResult;
  /** When the first logger alarmed. */
  readonly onsetMs: number | undefined;
}) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const measure = useMeasure();
  const quantity = useQuantity();
  const base = useNetworks().find(({ network }) => network === result.network)?.base ?? 0;
  const { area, centre, isFound } = result;
  useToolMarks(
    useMemo(
      () => ({
        marked: isFound ? Uint32Array.from(area, ({ index }) => base + index) : new Uint32Array(),
        heat: isFound ? heatOf(area, base) : undefined,
      }),
      [area, isFound, base],
    ),
  );
  const percent = (share: number) => quantity(100 * share, '%', { decimals: 1 });
  const show = (key: string) => line && void showElement(store, line, key);
  if (!isFound) {
    return (
      <Stack gap="m">
        <ComputedBy model={result.model} atMs={result.atMs} />
        <EmptyState icon="radar" title={say(messages.notFound)}>
          {say(messages.notFoundWhy)}
        </EmptyState>
        <LoggerTable sensors={result.sensors} />
      </Stack>
    );
  }
  return (
    <Stack gap="m">
      <Banner tone="info" title={say(messages.found)}>
        {say(
          messages.area(
            quantity(100 * result.areaShare, '%', { decimals: 0 }),
            measure(result.areaLengthM, 'm', 'length'),
            area.length,
          ),
        )}
      </Banner>
      <ComputedBy model={result.model} atMs={result.atMs} />
      <PropertySection title={say(messages.evidence)}>
        <PropertyRow name={say(messages.flow)}>{measure(result.meanFlowM3s, 'm³/s')}</PropertyRow>
        <PropertyRow name="90 %">
          {say(
            messages.range(measure(result.lowFlowM3s, 'm³/s'), measure(result.highFlowM3s, 'm³/s')),
          )}
        </PropertyRow>
        <PropertyRow name={say(messages.match)}>{percent(result.match)}</PropertyRow>
        <PropertyRow name={say(messages.centre)}>{centre?.id}</PropertyRow>
      </PropertySection>
      <Legend
        title={say(messages.heat)}
        unit="%"
        scale={{ kind: 'continuous', min: 0, max: 100, colours: heatColours }}
      />
      {centre && (
        <Row gap="s" isWrapping>
          <Button icon="focus" onClick={() => show(centre.key)}>
            {say(messages.show)}
          </Button>
          <Button
            icon="incident"
            onClick={() => startBurst(store, centre.key, onsetMs === undefined ? {} : { onsetMs })}
          >
            {say(messages.begin)}
          </Button>
        </Row>
      )}
      <DataTable
        label={say(messages.pipes)}
        rows={area}
        rowId={({ key }) => key}
        height="18rem"
        initialSort={{ column: 'probability', direction: 'descending' }}
        onActivate={({ key }) => show(key)}
        columns={[
          {
            id: 'id',
            title: say(messages.pipe),
            width: 'minmax(6rem, 1fr)',
            value: ({ id }) => id,
          },
          {
            id: 'probability',
            title: say(messages.probability),
            align: 'end',
            width: '7.5rem',
            value: ({ probability }) => probability,
            render: ({ probability }) => percent(probability),
          },
          {
            id: 'flow',
            title: say(messages.flow),
            align: 'end',
            width: '6rem',
            value: ({ flowM3s }) => flowM3s,
            render: ({ flowM3s }) => measure(flowM3s, 'm³/s'),
          },
          {
            id: 'length',
            title: say(messages.length),
            align: 'end',
            width: '5rem',
            value: ({ lengthM }) => lengthM,
            render: ({ lengthM }) => measure(lengthM, 'm', 'length'),
          },
        ]}
      />
      <Button icon="download" onClick={() => saveText('leak-area.csv', csvOf(area), 'text/csv')}>
        {say(analysisMessages.csv)}
      </Button>
      <LoggerTable sensors={result.sensors} />
      <Note kind="faint">{say(result.isHeld ? messages.held : messages.notHeld)}</Note>
      <Note kind="faint">{say(messages.assumed)}</Note>
    </Stack>
  );
}

/** Probability a metre of pipe, by that of the densest one. */
function heatOf(area: readonly LeakCandidate[], base: number): PipeHeat {
  const density = area.map(({ probability, lengthM }) => probability / Math.max(1, lengthM));
  const most = Math.max(...density);
  return {
    indices: Uint32Array.from(area, ({ index }) => base + index),
    shares: Float32Array.from(density, (one) => one / most),
  };
}

const csvOf = (rows: readonly LeakCandidate[]) =>
  toCsv(
    ['pipe', 'longitude_deg', 'latitude_deg', 'probability', 'flow_m3s', 'length_m'],
    rows.map((row) => [
      ...[row.id, row.longitudeDeg, row.latitudeDeg, row.probability, row.flowM3s, row.lengthM],
    ]),
  );
