import { useText } from '#store/use-store.tsx';
import { formatNumber, PropertyRow, PropertySection, useKit } from '#ui';
import type { ElementDetails } from '../contract.ts';
import { nameClass } from '../state/class-names.ts';
import { inspectorMessages as messages } from './messages.ts';

/** What every element has: class, type, storey, material, size, GlobalId. */
export function FactsSection({ details }: { readonly details: ElementDetails }) {
  const say = useText();
  const { language } = useKit();
  const { boundsM } = details;
  const size = boundsM?.[0].map((least, axis) => (boundsM[1][axis] ?? least) - least);
  // Some programs write the name of the type here once more.
  const isNews = !details.type.includes(details.objectType);
  const rows = [
    [messages.class, `${say(nameClass(details.class))} · ${details.class}`, details.class],
    [messages.type, details.type, details.type],
    [messages.objectType, isNews ? details.objectType : '', details.objectType],
    [messages.storey, details.storey, details.storey],
    [messages.material, details.material, details.material],
  ] as const;
  return (
    <PropertySection title={say(messages.facts)}>
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value, copyText]) => (
          <PropertyRow key={name.en} name={say(name)} copyText={copyText}>
            {value}
          </PropertyRow>
        ))}
      {size && (
        <PropertyRow name={say(messages.extent)}>
          {`${size.map((side) => formatNumber(side, language, { decimals: 2 })).join(' × ')}\u202fm`}
        </PropertyRow>
      )}
      <PropertyRow name={say(messages.globalId)} copyText={details.globalId}>
        {details.globalId}
      </PropertyRow>
    </PropertySection>
  );
}
