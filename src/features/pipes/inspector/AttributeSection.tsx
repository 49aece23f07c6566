import { useText } from '#store/use-store.tsx';
import { Note, PropertyRow, PropertySection } from '#ui';
import type { ElementDetails } from '../contract/answers.ts';
import { nameOfAttribute, wordOfValue } from '../messages/attributes.ts';
import { inspectorMessages as messages } from '../messages/inspector.ts';
import { useMeasure } from '../panel/use-words.ts';

/** What the register says, in units that people read; then everything that the city handed over. */
export function AttributeSection({ details }: { readonly details: ElementDetails }) {
  const say = useText();
  const measure = useMeasure();
  const { values, properties, segment } = details;
  const own = Object.entries(properties).filter(([, value]) => value !== null && value !== '');
  return (
    <>
      <PropertySection
        title={say(messages.attributes)}
        footer={<Note kind="faint">{say(messages.register)}</Note>}
      >
        {values.map(({ name, value, unit }) => {
          const text =
            typeof value === 'number' ? measure(value, unit, name) : say(wordOfValue(value));
          return (
            <PropertyRow key={name} name={say(nameOfAttribute(name))} copyText={text}>
              {text}
            </PropertyRow>
          );
        })}
        {segment !== undefined && <PropertyRow name={say(messages.segment)}>{segment}</PropertyRow>}
      </PropertySection>
      {own.length > 0 && (
        <PropertySection title={say(messages.ofCity)} aside={own.length} isInitiallyOpen={false}>
          {own.map(([name, value]) => {
            const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
            return (
              <PropertyRow key={name} name={name} copyText={text}>
                {text}
              </PropertyRow>
            );
          })}
        </PropertySection>
      )}
    </>
  );
}
