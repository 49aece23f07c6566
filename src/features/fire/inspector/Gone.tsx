import { useText } from '#store/use-store.tsx';
import { EmptyState } from '#ui';
import { inspectorMessages as messages } from '../messages/inspector.ts';

/** Where a thing was selected that the fire has no longer. */
export function Gone({ id }: { readonly id: string }) {
  const say = useText();
  return (
    <EmptyState icon="flame" title={say(messages.gone)}>
      {id}
    </EmptyState>
  );
}
