import { useText } from '#store/use-store.tsx';
import { IconButton } from '#ui';
import { toIconName } from '../icon-name.ts';
import { useCommand } from './use-commands.ts';

interface CommandButtonProps {
  readonly id: string;
  readonly isPressed?: boolean;
  readonly tooltipSide?: 'top' | 'bottom' | 'left' | 'right';
}

/** A command as a button with its name and shortcut in the tooltip. */
export function CommandButton({ id, ...rest }: CommandButtonProps) {
  const say = useText();
  const { command, isEnabled, run } = useCommand(id);
  return (
    <IconButton
      icon={toIconName(command.icon)}
      label={say(command.title)}
      shortcut={command.shortcut}
      disabled={!isEnabled}
      onClick={run}
      {...rest}
    />
  );
}
