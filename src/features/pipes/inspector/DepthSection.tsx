import { useText } from '#store/use-store.tsx';
import { PropertyRow, PropertySection, StatusBadge } from '#ui';
import type { ElementDetails } from '../contract/answers.ts';
import { nameOfAttribute, wordOfValue } from '../messages/attributes.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { useMeasure } from '../panel/use-words.ts';

const shown = ['cover', 'depth', 'fromInvertLevel', 'toInvertLevel', 'invertLevel', 'groundLevel'];

/** How deep it lies and how sure that is: a wrong depth is a danger to whoever digs. */
export function DepthSection({ details: { values } }: { readonly details: ElementDetails }) {
  const say = useText();
  const measure = useMeasure();
  const source = values.find(({ name }) => name === 'heightSource')?.value;
  const rows = shown.flatMap((wanted) => values.find(({ name }) => name === wanted) ?? []);
  if (rows.length === 0 && source === undefined) return null;
  const isSure = source === 'surveyed' || source === 'invert';
  return (
    <PropertySection title={say(messages.depth)}>
      {source !== undefined && (
        <PropertyRow
          name={say(nameOfAttribute('heightSource'))}
          source={[say(wordOfValue(String(source))), !isSure && say(messages.digWithCare)]
            .filter(Boolean)
            .join(' · ')}
        >
          <StatusBadge
            tone={isSure ? 'good' : 'warning'}
            word={say(isSure ? messages.sure : messages.unsure)}
          />
        </PropertyRow>
      )}
      {rows.map(({ name, value, unit }) => (
        <PropertyRow key={name} name={say(nameOfAttribute(name))}>
          {typeof value === 'number' ? measure(value, unit, name) : String(value)}
        </PropertyRow>
      ))}
    </PropertySection>
  );
}
