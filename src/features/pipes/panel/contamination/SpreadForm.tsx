import { useState } from 'react';
import { useText } from '#store/use-store.tsx';
import { Button, Note, NumberField, PropertyRow, Row, Stack } from '#ui';
import type { ContaminationResult } from '../../contract/analyses.ts';
import { AnalysisState } from '../analysis/AnalysisState.tsx';
import { analysisMessages } from '../analysis/messages.ts';
import { useAnalysis, useWaterMoment } from '../analysis/use-analysis.ts';
import { useSelectedElement } from '../analysis/use-water.ts';
import { messages } from './messages.ts';
import { SpreadResult } from './SpreadResult.tsx';

export const CONTAMINATION_RESULT = 'pipes/analysis/contamination';
const HOUR_S = 3600;
/** Out of a hydrant that is flushed: 20 L/s. */
const FLUSH_M3S = 0.02;

/** What enters where; then who is reached. */
export function SpreadForm({ network }: { readonly network: string | undefined }) {
  const say = useText();
  const analysis = useAnalysis<ContaminationResult>(CONTAMINATION_RESULT);
  const moment = useWaterMoment(network);
  const selected = useSelectedElement(network);
  const [place, setPlace] = useState<string>();
  const [massKg, setMassKg] = useState<number | undefined>(1);
  const [hours, setHours] = useState<number | undefined>(1);
  const [horizonH, setHorizonH] = useState<number | undefined>(24);
  const [actH, setActH] = useState<number | undefined>(2);
  const [milligrams, setMilligrams] = useState<number | undefined>(0.01);
  const taken = place ?? (selected?.kind === 'valve' ? undefined : selected?.id);
  const isReady = taken !== undefined && [massKg, hours, horizonH, actH, milligrams].every(Boolean);
  const run = () => {
    const now = moment();
    const request = {
      ...now,
      place: taken ?? '',
      massKg: massKg ?? 0,
      startMs: now.atMs,
      durationS: (hours ?? 0) * HOUR_S,
      horizonS: (horizonH ?? 0) * HOUR_S,
      thresholdKgM3: (milligrams ?? 0) / 1000,
      actMs: now.atMs + (actH ?? 0) * HOUR_S * 1000,
      flushM3s: FLUSH_M3S,
    };
    analysis.start((line, signal) => line.stream('contamination', request, { signal }));
  };
  const result = analysis.result?.network === network ? analysis.result : undefined;
  return (
    <Stack gap="m">
      <dl>
        <PropertyRow name={say(messages.injected)}>{taken}</PropertyRow>
      </dl>
      <Button
        onClick={() => setPlace(selected?.id)}
        disabled={!selected || selected.kind === 'valve'}
      >
        {say(analysisMessages.useSelected)}
      </Button>
      {taken === undefined && <Note kind="faint">{say(analysisMessages.selectHint)}</Note>}
      <Row isEven>
        <NumberField
          {...{ label: say(messages.mass), value: massKg, onChange: setMassKg, unit: 'kg' }}
          {...{ min: 0, decimals: 3 }}
        />
        <NumberField
          {...{ label: say(messages.duration), value: hours, onChange: setHours, unit: 'h' }}
          {...{ min: 0.1, max: 48, decimals: 1 }}
        />
      </Row>
      <Row isEven>
        <NumberField
          {...{ label: say(messages.horizon), value: horizonH, onChange: setHorizonH, unit: 'h' }}
          {...{ min: 1, max: 72, decimals: 0 }}
        />
        <NumberField
          {...{ label: say(messages.act), value: actH, onChange: setActH, unit: 'h' }}
          {...{ min: 0.1, max: 72, decimals: 1 }}
        />
      </Row>
      <NumberField
        {...{ label: say(messages.threshold), value: milligrams, unit: 'mg/L', min: 0 }}
        onChange={setMilligrams}
        decimals={4}
        step={0.01}
      />
      <AnalysisState analysis={analysis} isReady={isReady} onRun={run} />
      {result && <SpreadResult result={result} />}
    </Stack>
  );
}
