import { Button } from '../actions/Button.tsx';
import { useWord } from '../kit-context.ts';
import type { PartGone } from '../part-gone.ts';
import { EmptyState } from './EmptyState.tsx';

interface PartGoneStateProps {
  readonly gone: PartGone;
  readonly onRetry: () => void;
}

/** In place of a part that can't be fetched: the page is of an older version, or the server is away. */
export function PartGoneState({ gone, onRetry }: PartGoneStateProps) {
  const say = useWord();
  const retry = () => {
    gone.again();
    onRetry();
  };
  return (
    <div role="alert">
      <EmptyState
        icon={gone.isUpdated ? 'refresh' : 'offline'}
        title={say(gone.isUpdated ? 'updated' : 'away')}
        action={
          gone.isUpdated ? (
            <Button kind="primary" icon="refresh" onClick={() => location.reload()}>
              {say('reload')}
            </Button>
          ) : (
            <Button icon="refresh" onClick={retry}>
              {say('retry')}
            </Button>
          )
        }
      >
        {say(gone.isUpdated ? 'updatedDetail' : 'awayDetail')}
      </EmptyState>
    </div>
  );
}
