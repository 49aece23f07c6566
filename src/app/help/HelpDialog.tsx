import { useText } from '#store/use-store.tsx';
import { openDialog } from '#store/workbench.ts';
import { Button, Dialog, Heading, Icon, Stack } from '#ui';
import { useCommands } from '../commands/use-commands.ts';
import { useGroupTitle } from '../commands/use-group-title.ts';
import { toIconName } from '../icon-name.ts';
import { useParts } from '../parts.tsx';
import styles from './help.module.css';
import { messages } from './messages.ts';

/** How to move, and everything that can be done. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { store } = useParts();
  const say = useText();
  const titleOf = useGroupTitle();
  const groups = useCommands();
  return (
    <Dialog
      title={say(messages.title)}
      size="l"
      isOpen
      onClose={onClose}
      actions={
        <Button icon="keyboard" onClick={() => openDialog(store, 'shortcuts')}>
          {say(messages.shortcuts)}
        </Button>
      }
    >
      <Stack gap="l">
        <section>
          <Heading level={3}>{say(messages.moving)}</Heading>
          <dl className={styles.gestures}>
            {messages.gestures.map(({ how, what }) => (
              <div key={how.en}>
                <dt>{say(how)}</dt>
                <dd>{say(what)}</dd>
              </div>
            ))}
          </dl>
        </section>
        {groups.map(({ id, commands }) => (
          <section key={id}>
            <Heading level={3}>{titleOf(id)}</Heading>
            <ul className={styles.commands}>
              {commands.map(({ id: command, title, icon }) => (
                <li key={command}>
                  <Icon name={toIconName(icon)} />
                  {say(title)}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Stack>
    </Dialog>
  );
}
