import type { Text } from '#model/text.ts';
import type { Guest } from '#store/guests.ts';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { formatNumber, Note, SelectField, Stack, Toggle } from '#ui';
import { buildingTreatments, type FloodScenario, type GroundLoss } from '../contract.ts';
import { groundNames, modelMessages as messages, treatmentNames } from '../messages/model.ts';
import { backendNames, schemeNames } from '../messages/status.ts';
import { editScenario } from '../state/scenarios.ts';
import { cellsOf } from '../state/validate.ts';
import styles from './panel.module.css';
import { NumberPart } from './parts/NumberPart.tsx';

const schemes = ['auto', 'local-inertial', 'shallow-water'] as const;
const backends = ['auto', 'webgpu', 'wasm', 'js', 'reference'] as const;
const losses = ['none', 'constant', 'green-ampt', 'curve-number'] as const;

/** How the scenario is computed; each change counts for the next run. */
export function ModelSection({ scenario }: { readonly scenario: FloodScenario }) {
  const store = useAppStore();
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const { scheme, backend, cellM, buildings, ground, hasSewers, durationS } = scenario;
  const hasStormSewers = useAppState(
    ({ city }) => city?.manifest.layers.some(({ id }) => id === 'pipes-storm') === true,
  );
  const hasDroppedDrains = useAppState(({ guests }) => guests.some(hasDrains));
  const options = <Value extends string>(
    values: readonly Value[],
    names: Readonly<Record<Value, Text>>,
  ) => values.map((value) => ({ value, label: say(names[value]) }));
  const cells = formatNumber(cellsOf(scenario), language, { decimals: 0 });
  return (
    <Stack gap="s">
      <div className={styles.fields}>
        <NumberPart
          label={messages.duration}
          value={durationS}
          unit="h"
          factor={1 / 3600}
          onChange={(next) => editScenario(store, { durationS: next })}
        />
        <NumberPart
          label={messages.cell}
          value={cellM}
          unit="m"
          onChange={(next) => editScenario(store, { cellM: next })}
        />
      </div>
      <Note kind="faint">{say(messages.cells(cells))}</Note>
      <SelectField
        label={say(messages.scheme)}
        value={scheme}
        options={options(schemes, schemeNames)}
        hint={say(messages.schemeHint)}
        onChange={(next) => editScenario(store, { scheme: next })}
      />
      <SelectField
        label={say(messages.backend)}
        value={backend}
        options={options(backends, backendNames)}
        onChange={(next) => editScenario(store, { backend: next })}
      />
      <SelectField
        label={say(messages.buildings)}
        value={buildings}
        options={options(buildingTreatments, treatmentNames)}
        hint={say(messages.buildingsHint)}
        onChange={(next) => editScenario(store, { buildings: next })}
      />
      <div className={styles.fields}>
        {buildings === 'walls' && (
          <NumberPart
            label={messages.sill}
            value={scenario.sillM}
            unit="m"
            step={0.1}
            onChange={(sillM) => editScenario(store, { sillM })}
          />
        )}
        <NumberPart
          label={messages.roughness}
          value={scenario.roughnessFactor}
          unit="×"
          step={0.1}
          onChange={(roughnessFactor) => editScenario(store, { roughnessFactor })}
        />
      </div>
      <SelectField
        label={say(messages.ground)}
        value={ground.kind}
        options={options(losses, groundNames)}
        onChange={(kind) => editScenario(store, { ground: defaultLoss[kind] })}
      />
      <LossFields ground={ground} />
      {hasStormSewers && (
        <Toggle
          label={say(messages.sewers)}
          hint={say(messages.sewersHint)}
          checked={hasSewers}
          onChange={(next) => editScenario(store, { hasSewers: next })}
        />
      )}
      {hasDroppedDrains && <Note kind="faint">{say(messages.droppedDrains)}</Note>}
    </Stack>
  );
}

/** A guest with pipes of a storm or combined network. */
const hasDrains = ({ manifest }: Guest): boolean =>
  manifest.layers.some(({ id }) => /^pipes-(storm|combined)/.test(id));

/** Loam under grass for Green–Ampt (Rawls 1983); a built-up quarter for the curve number. */
const defaultLoss: Readonly<Record<GroundLoss['kind'], GroundLoss>> = {
  none: { kind: 'none' },
  constant: { kind: 'constant', rateMmH: 12 },
  'green-ampt': { kind: 'green-ampt', conductivityMmH: 3.4, suctionMm: 88.9, deficit: 0.25 },
  'curve-number': { kind: 'curve-number', number: 85, initialShare: 0.05 },
};

function LossFields({ ground }: { readonly ground: GroundLoss }) {
  const store = useAppStore();
  const set = (next: GroundLoss) => editScenario(store, { ground: next });
  switch (ground.kind) {
    case 'none':
      return null;
    case 'constant':
      return (
        <NumberPart
          label={messages.rate}
          value={ground.rateMmH}
          unit="mm/h"
          onChange={(rateMmH) => set({ ...ground, rateMmH })}
        />
      );
    case 'green-ampt':
      return (
        <div className={styles.fields}>
          <NumberPart
            label={messages.conductivity}
            value={ground.conductivityMmH}
            unit="mm/h"
            onChange={(conductivityMmH) => set({ ...ground, conductivityMmH })}
          />
          <NumberPart
            label={messages.suction}
            value={ground.suctionMm}
            unit="mm"
            onChange={(suctionMm) => set({ ...ground, suctionMm })}
          />
          <NumberPart
            label={messages.deficit}
            value={ground.deficit}
            unit="%"
            factor={100}
            onChange={(deficit) => set({ ...ground, deficit })}
          />
        </div>
      );
    case 'curve-number':
      return (
        <div className={styles.fields}>
          <NumberPart
            label={messages.curveNumber}
            value={ground.number}
            unit=""
            onChange={(number) => set({ ...ground, number })}
          />
          <NumberPart
            label={messages.initialShare}
            value={ground.initialShare}
            unit="%"
            factor={100}
            onChange={(initialShare) => set({ ...ground, initialShare })}
          />
        </div>
      );
  }
}
