import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useText } from '#store/use-store.tsx';
import { Banner, Button, Dialog, Stack, TextField } from '#ui';
import { useParts } from '../parts.tsx';
import { listLeftBehind } from './left-behind.ts';
import { toHash } from './link.ts';
import { messages } from './messages.ts';
import styles from './share-dialog.module.css';
import { toSharedView } from './shared-view.ts';

/** The link to what is on the screen, and what it leaves behind. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { store, features } = useParts();
  const say = useText();
  const state = useStore(store);
  const [copied, setCopied] = useState<'yes' | 'no'>();
  const view = toSharedView(state, features);
  const hash = useMemo(() => (view ? toHash(view) : ''), [view]);
  const address = new URL(location.pathname, location.origin);
  if (view) address.searchParams.set('city', view.city);
  const link = `${address.href}${hash}`;
  const leftBehind = listLeftBehind(state, { hostname: location.hostname, hash });
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied('yes'),
      () => setCopied('no'),
    );
  return (
    <Dialog
      title={say(messages.title)}
      size="m"
      isOpen
      onClose={onClose}
      actions={
        <Button
          kind="primary"
          icon={copied === 'yes' ? 'check' : 'copy'}
          onClick={() => void copy()}
        >
          {say(copied === 'yes' ? messages.copied : messages.copy)}
        </Button>
      }
    >
      <Stack gap="l">
        <TextField
          label={say(messages.link)}
          value={link}
          isReadOnly
          onChange={() => undefined}
          hint={say(messages.carries)}
        />
        {copied === 'no' && <Banner tone="warning" title={say(messages.copyFailed)} />}
        {leftBehind.length > 0 && (
          <section>
            <h3 className={styles.heading}>{say(messages.leftBehind)}</h3>
            <ul className={styles.list}>
              {leftBehind.map((text) => (
                <li key={text.en}>{say(text)}</li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
    </Dialog>
  );
}
