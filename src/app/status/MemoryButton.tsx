import { sceneSlice, setMemoryBudget } from '#scene/state.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Icon, Meter, Note, Popover, Slider, Stack } from '#ui';
import { useParts } from '../parts.tsx';
import { messages } from './messages.ts';
import styles from './status-bar.module.css';

const MEBIBYTE = 1024 * 1024;
const megabytes = (bytes: number) => `${Math.round(bytes / MEBIBYTE).toLocaleString('en-GB')} MB`;

/** How many bytes the tiles hold of those they may; the budget is set here. */
export function MemoryButton() {
  const { store } = useParts();
  const say = useText();
  const { usedBytes, budgetBytes, isHeldBack } = useAppState(sceneSlice.select).memory;
  const usage = `${Math.round(usedBytes / MEBIBYTE)} / ${megabytes(budgetBytes)}`;
  return (
    <Popover
      label={say(messages.memory)}
      side="top"
      trigger={
        <button
          type="button"
          className={styles.button}
          aria-label={`${usage} · ${say(messages.memory)}`}
        >
          {isHeldBack && <Icon name="warning" size="s" label={say(messages.heldBack)} />}
          {usage}
        </button>
      }
    >
      <Stack gap="l">
        <Meter
          label={say(messages.memory)}
          value={usedBytes}
          max={budgetBytes}
          format={(used, budget) => `${megabytes(used)} / ${megabytes(budget)}`}
        />
        <Slider
          label={say(messages.budget)}
          value={budgetBytes / MEBIBYTE}
          min={64}
          max={4096}
          step={64}
          format={(value) => `${value.toLocaleString('en-GB')} MB`}
          onChange={(value) => setMemoryBudget(store, value * MEBIBYTE)}
        />
        {isHeldBack && <Note kind="faint">{say(messages.heldBack)}</Note>}
      </Stack>
    </Popover>
  );
}
