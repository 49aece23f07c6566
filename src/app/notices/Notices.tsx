import { useAppState, useText } from '#store/use-store.tsx';
import { dismissNotice, type Notice } from '#store/workbench.ts';
import { Banner, Button, type Tone } from '#ui';
import { JoinedNotice } from '../dropping/JoinedNotice.tsx';
import { JoiningNotice } from '../dropping/JoiningNotice.tsx';
import { ShownNotice } from '../dropping/ShownNotice.tsx';
import { ServerNotice } from '../opening/ServerNotice.tsx';
import { useParts } from '../parts.tsx';
import { messages } from './messages.ts';
import styles from './notices.module.css';

const tones: Readonly<Record<Notice['tone'], Tone>> = {
  info: 'info',
  warning: 'warning',
  error: 'critical',
};

/** What concerns the whole page, until it is dismissed or over. */
export function Notices() {
  const { store } = useParts();
  const say = useText();
  const notices = useAppState(({ workbench }) => workbench.notices);
  return (
    <section className={styles.notices} aria-label={say(messages.notices)} aria-live="polite">
      <ServerNotice />
      <ShownNotice />
      <JoiningNotice />
      <JoinedNotice />
      {notices.map(({ id, tone, text, details }) => (
        <Banner
          key={id}
          tone={tones[tone]}
          title={say(text)}
          onClose={() => dismissNotice(store, id)}
          actions={
            details && (
              <Button
                size="s"
                icon="copy"
                onClick={() => void navigator.clipboard.writeText(details)}
              >
                {say(messages.copyDetails)}
              </Button>
            )
          }
        />
      ))}
    </section>
  );
}
