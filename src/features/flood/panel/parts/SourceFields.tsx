import { useAppStore } from '#store/use-store.tsx';
import type { FloodSource } from '../../contract.ts';
import { partMessages as messages } from '../../messages/parts.ts';
import { putPart } from '../../state/scenarios.ts';
import styles from '../panel.module.css';
import { DamFields } from './DamFields.tsx';
import { NumberPart } from './NumberPart.tsx';
import { SeriesField } from './SeriesField.tsx';
import { StormFields } from './StormFields.tsx';

const MINUTES = 1 / 60;

/** The figures of what brings water. */
export function SourceFields({ part }: { readonly part: FloodSource }) {
  const store = useAppStore();
  switch (part.kind) {
    case 'rain':
      return <StormFields part={part} />;
    case 'inflow':
    case 'burst':
      return (
        <SeriesField
          label={messages.flowOverTime}
          unit="m³/s"
          series={part.flow}
          onChange={(flow) => putPart(store, { ...part, flow })}
        />
      );
    case 'stage':
      return (
        <SeriesField
          label={messages.levelOverTime}
          unit="m"
          series={part.level}
          onChange={(level) => putPart(store, { ...part, level })}
        />
      );
    case 'dam-break':
      return <DamFields part={part} />;
    case 'breach':
      return <BreachFields part={part} />;
  }
}

function BreachFields({ part }: { readonly part: Extract<FloodSource, { kind: 'breach' }> }) {
  const store = useAppStore();
  const withoutInvert = () => {
    const { invertM: _, ...rest } = part;
    putPart(store, rest);
  };
  return (
    <div className={styles.fields}>
      <NumberPart
        label={messages.width}
        value={part.widthM}
        unit="m"
        onChange={(widthM) => putPart(store, { ...part, widthM })}
      />
      <NumberPart
        label={messages.begins}
        value={part.atS}
        unit="min"
        factor={MINUTES}
        onChange={(atS) => putPart(store, { ...part, atS })}
      />
      <NumberPart
        label={messages.grows}
        value={part.growthS}
        unit="min"
        factor={MINUTES}
        onChange={(growthS) => putPart(store, { ...part, growthS })}
      />
      <NumberPart
        label={messages.invert}
        value={part.invertM}
        unit="m"
        hint={messages.invertHint}
        onChange={(invertM) => putPart(store, { ...part, invertM })}
        onEmpty={withoutInvert}
      />
    </div>
  );
}
