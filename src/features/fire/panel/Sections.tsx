import { Suspense } from 'react';
import { useText } from '#store/use-store.tsx';
import { ErrorBoundary, lazyPart, PropertySection, Skeleton } from '#ui';
import { cardMessages as messages } from '../messages/card.ts';
import styles from './panel.module.css';
import { type FireSection, sections } from './tools.ts';

/** What others tell of the fire, or of the city before one, in the order of their list. */
export function Told({ hasFire }: { readonly hasFire: boolean }) {
  const offered = sections.filter(
    ({ when }) => when === 'always' || when === (hasFire ? 'fire' : 'no-fire'),
  );
  if (offered.length === 0) return null;
  return (
    <div className={styles.sections}>
      {offered.map((section) => (
        <PartOfCard key={section.id} section={section} />
      ))}
    </div>
  );
}

/** A part that others hang in; one that breaks takes nothing with it. */
function PartOfCard({ section }: { readonly section: FireSection }) {
  const say = useText();
  const Part = lazyPart(section.load);
  return (
    <PropertySection title={say(section.name)} isFree isInitiallyOpen={section.isInitiallyOpen}>
      <ErrorBoundary title={say(messages.broken)}>
        <Suspense fallback={<Skeleton lines={4} />}>
          <Part />
        </Suspense>
      </ErrorBoundary>
    </PropertySection>
  );
}
