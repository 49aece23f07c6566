import { useText } from '#store/use-store.tsx';
import { formatQuantity, LayerSection, PropertySection, useKit } from '#ui';
import type { ElementSet } from '../contract.ts';
import { layersOf, patternOf } from './material-layers.ts';
import { inspectorMessages as messages } from './messages.ts';

/** The layers that an element is built of, drawn as a cut through it. */
export function MaterialSection({ sets }: { readonly sets: readonly ElementSet[] }) {
  const say = useText();
  const { language } = useKit();
  const layers = sets.map(layersOf).find((found) => found.length > 0);
  if (!layers) return null;
  const thickness = layers.reduce((sum, { thicknessM }) => sum + thicknessM, 0);
  const millimetres = (valueM: number) => formatQuantity(valueM * 1000, 'mm', language);
  return (
    <PropertySection title={say(messages.layers)} aside={millimetres(thickness)} isFree>
      <LayerSection
        label={say(messages.thickness)}
        total={millimetres(thickness)}
        layers={layers.map((layer) => ({
          id: String(layer.number),
          name: layer.material || '–',
          thickness: layer.thicknessM,
          text: millimetres(layer.thicknessM),
          pattern: patternOf(layer),
        }))}
      />
    </PropertySection>
  );
}
