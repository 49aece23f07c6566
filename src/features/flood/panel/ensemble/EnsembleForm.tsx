import { useState } from 'react';
import { useAppState, useText } from '#store/use-store.tsx';
import { Button, formatNumber, NumberField, SelectField, Slider, Stack, TextField } from '#ui';
import { type EnsembleRequest, ensembleCellFactors } from '../../contract/ensemble.ts';
import { depthClassesM } from '../../contract/impact.ts';
import type { FloodRun } from '../../state/initial.ts';
import { ensembleMessages as messages } from './messages.ts';

/** Usual uncertainty where a person says none: gauged flows ± 20 %, breach widths ± 40 %, lidar ± 10 cm. */
const usual: EnsembleRequest = {
  ...{ members: 20, seed: '1', inflowSpread: 0.2, levelErrorM: 0.15, breachSpread: 0.4 },
  ...{ roughnessSpread: 0.25, demErrorM: 0.1, demReachM: 50, cellFactor: 2 },
  thresholdsM: [0.05, 0.3, 0.6, depthClassesM[4]],
};

interface EnsembleFormProps {
  readonly run: FloodRun;
  readonly isAgain: boolean;
  readonly onStart: (request: EnsembleRequest) => void;
}

/** What is uncertain, and how many runs shall find out. */
export function EnsembleForm({ run, isAgain, onStart }: EnsembleFormProps) {
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const [request, setRequest] = useState(usual);
  const set = (part: Partial<EnsembleRequest>) => setRequest((before) => ({ ...before, ...part }));
  const { sources, cellM } = run.scenario;
  const has = (...kinds: readonly string[]) => sources.some(({ kind }) => kinds.includes(kind));
  const percent = (value: number) => `± ${formatNumber(Math.round(value * 100), language)} %`;
  const metres = (value: number) => `± ${formatNumber(value, language)} m`;
  return (
    <Stack gap="m">
      <NumberField
        label={say(messages.members)}
        value={request.members}
        min={2}
        max={200}
        onChange={(members) => members !== undefined && set({ members: Math.round(members) })}
      />
      <SelectField
        label={say(messages.cells)}
        hint={say(messages.cellsHint)}
        value={String(request.cellFactor)}
        options={ensembleCellFactors.map((factor) => ({
          value: String(factor),
          label: say(messages.cellChoice(formatNumber(cellM * factor, language))),
        }))}
        onChange={(value) =>
          set({ cellFactor: ensembleCellFactors.find((one) => String(one) === value) ?? 2 })
        }
      />
      {has('inflow', 'rain', 'burst') && (
        <Slider
          label={say(messages.inflow)}
          value={request.inflowSpread}
          max={1}
          step={0.05}
          format={percent}
          onChange={(inflowSpread) => set({ inflowSpread })}
        />
      )}
      {has('stage') && (
        <Slider
          label={say(messages.level)}
          value={request.levelErrorM}
          max={1}
          step={0.05}
          format={metres}
          onChange={(levelErrorM) => set({ levelErrorM })}
        />
      )}
      {has('breach') && (
        <Slider
          label={say(messages.breach)}
          value={request.breachSpread}
          max={1}
          step={0.05}
          format={percent}
          onChange={(breachSpread) => set({ breachSpread })}
        />
      )}
      <Slider
        label={say(messages.roughness)}
        value={request.roughnessSpread}
        max={1}
        step={0.05}
        format={percent}
        onChange={(roughnessSpread) => set({ roughnessSpread })}
      />
      <Slider
        label={say(messages.ground)}
        value={request.demErrorM}
        max={0.5}
        step={0.05}
        format={metres}
        onChange={(demErrorM) => set({ demErrorM })}
      />
      <NumberField
        label={say(messages.reach)}
        unit="m"
        value={request.demReachM}
        min={1}
        hint={say(messages.spreadHint)}
        onChange={(demReachM) => demReachM !== undefined && demReachM > 0 && set({ demReachM })}
      />
      <TextField
        label={say(messages.seed)}
        hint={say(messages.seedHint)}
        value={request.seed}
        onChange={(seed) => set({ seed })}
      />
      <Button icon="play" kind="primary" onClick={() => onStart(request)}>
        {say(isAgain ? messages.again : messages.start)}
      </Button>
    </Stack>
  );
}
