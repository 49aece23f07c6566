import { useAppStore, useText } from '#store/use-store.tsx';
import { Segmented, Stack, Toggle } from '#ui';
import type { FloodStructure } from '../../contract.ts';
import { partMessages as messages } from '../../messages/parts.ts';
import { putPart } from '../../state/scenarios.ts';
import styles from '../panel.module.css';
import { NumberPart } from './NumberPart.tsx';
import { SeriesField } from './SeriesField.tsx';

const MINUTES = 1 / 60;

/** The figures of what stands in the water's way or lets it through. */
export function StructureFields({ part }: { readonly part: FloodStructure }) {
  switch (part.kind) {
    case 'barrier':
      return <BarrierFields part={part} />;
    case 'pump':
      return <PumpFields part={part} />;
    case 'culvert':
      return <CulvertFields part={part} />;
    case 'gate':
      return <GateFields part={part} />;
  }
}

type Of<Kind extends FloodStructure['kind']> = {
  readonly part: Extract<FloodStructure, { kind: Kind }>;
};

function BarrierFields({ part }: Of<'barrier'>) {
  const store = useAppStore();
  const say = useText();
  const { crestM, heightM, untilS: _, ...rest } = part;
  const isLevel = crestM !== undefined;
  const until = part.untilS === undefined ? {} : { untilS: part.untilS };
  return (
    <Stack gap="s">
      <Segmented
        label={say(messages.height)}
        value={isLevel ? 'level' : 'height'}
        options={[
          { value: 'height', label: say(messages.heightAbove) },
          { value: 'level', label: say(messages.asLevel) },
        ]}
        onChange={(kind) =>
          putPart(store, {
            ...{ ...rest, ...until },
            ...(kind === 'level' ? { crestM: crestM ?? 5 } : { heightM: heightM ?? 1.2 }),
          })
        }
      />
      <div className={styles.fields}>
        {isLevel ? (
          <NumberPart
            label={messages.crest}
            value={crestM}
            unit="m"
            onChange={(next) => putPart(store, { ...part, crestM: next })}
          />
        ) : (
          <NumberPart
            label={messages.height}
            value={heightM}
            unit="m"
            onChange={(next) => putPart(store, { ...part, heightM: next })}
          />
        )}
        <NumberPart
          label={messages.stands}
          value={part.fromS}
          unit="min"
          factor={MINUTES}
          onChange={(fromS) => putPart(store, { ...part, fromS })}
        />
        <NumberPart
          label={messages.until}
          value={part.untilS}
          unit="min"
          factor={MINUTES}
          onChange={(untilS) => putPart(store, { ...part, untilS })}
          onEmpty={() =>
            putPart(store, {
              ...rest,
              ...(crestM !== undefined && { crestM }),
              ...(heightM !== undefined && { heightM }),
            })
          }
        />
      </div>
    </Stack>
  );
}

function PumpFields({ part }: Of<'pump'>) {
  const store = useAppStore();
  return (
    <div className={styles.fields}>
      <NumberPart
        label={messages.flow}
        value={part.flowM3s}
        unit="m³/s"
        onChange={(flowM3s) => putPart(store, { ...part, flowM3s })}
      />
      <NumberPart
        label={messages.startDepth}
        value={part.startDepthM}
        unit="m"
        onChange={(startDepthM) => putPart(store, { ...part, startDepthM })}
      />
      <NumberPart
        label={messages.stopDepth}
        value={part.stopDepthM}
        unit="m"
        onChange={(stopDepthM) => putPart(store, { ...part, stopDepthM })}
      />
      <NumberPart
        label={messages.begins}
        value={part.fromS}
        unit="min"
        factor={MINUTES}
        onChange={(fromS) => putPart(store, { ...part, fromS })}
      />
    </div>
  );
}

function CulvertFields({ part }: Of<'culvert'>) {
  const store = useAppStore();
  const say = useText();
  return (
    <Stack gap="s">
      <div className={styles.fields}>
        <NumberPart
          label={messages.width}
          value={part.widthM}
          unit="m"
          onChange={(widthM) => putPart(store, { ...part, widthM })}
        />
        <NumberPart
          label={messages.height}
          value={part.heightM}
          unit="m"
          onChange={(heightM) => putPart(store, { ...part, heightM })}
        />
        <NumberPart
          label={messages.count}
          value={part.count}
          unit=""
          decimals={0}
          onChange={(count) => putPart(store, { ...part, count })}
        />
      </div>
      <Toggle
        label={say(messages.oneWay)}
        checked={part.isOneWay}
        onChange={(isOneWay) => putPart(store, { ...part, isOneWay })}
      />
    </Stack>
  );
}

function GateFields({ part }: Of<'gate'>) {
  const store = useAppStore();
  return (
    <Stack gap="s">
      <NumberPart
        label={messages.sill}
        value={part.sillM}
        unit="m"
        onChange={(sillM) => putPart(store, { ...part, sillM })}
      />
      <SeriesField
        label={messages.openingOverTime}
        unit="m"
        series={part.opening}
        onChange={(opening) => putPart(store, { ...part, opening })}
      />
    </Stack>
  );
}
