import type { OpenCity } from '#store/store.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { PropertyRow, PropertySection } from '#ui';
import { messages } from '../messages.ts';

const NONE: OpenCity['manifest']['sources'] = [];

/** The files that the city's buildings come from, with their licence. */
export function SourceSection() {
  const say = useText();
  const sources = useAppState(({ city }) => city?.manifest.sources ?? NONE);
  if (sources.length === 0) return null;
  return (
    <PropertySection title={say(messages.source)}>
      {sources.map(({ file, format, licence, attribution }) => (
        <PropertyRow
          key={file}
          name={format}
          copyText={file}
          source={[attribution, licence].filter(Boolean).join(' · ') || undefined}
        >
          {file}
        </PropertyRow>
      ))}
    </PropertySection>
  );
}
