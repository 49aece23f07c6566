import { toDegrees } from '#model/units.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Icon, Tooltip } from '#ui';
import { useCommand } from '../commands/use-commands.ts';
import { messages } from './messages.ts';
import styles from './status-bar.module.css';

/** Points north; a press turns north up. */
export function NorthArrow() {
  const say = useText();
  const { command, run } = useCommand('view.north');
  const heading = useAppState(({ camera }) => Math.round(toDegrees(camera.heading)) % 360);
  const label = say(messages.heading(heading));
  return (
    <Tooltip text={label} shortcut={command.shortcut} side="top">
      <button type="button" className={styles.button} aria-label={label} onClick={run}>
        <span className={styles.arrow} style={{ rotate: `${-heading}deg` }}>
          <Icon name="north" />
        </span>
      </button>
    </Tooltip>
  );
}
