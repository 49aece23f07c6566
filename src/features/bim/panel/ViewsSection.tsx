import { type FormEvent, useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Button, IconButton, Note, Row, Stack, TextField, useNotify } from '#ui';
import { messages } from '../messages.ts';
import { applyView, deleteView, renameView, saveView } from '../state/views.ts';
import { type SavedView, selectBim, setViews } from '../state.ts';
import styles from './panel.module.css';

/** Looks with a camera under a name: kept, shown again, renamed, deleted. */
export function ViewsSection() {
  const store = useAppStore();
  const say = useText();
  const views = useAppState((state) => selectBim(state).views);
  const [name, setName] = useState('');
  const wanted = name.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (wanted === '') return;
    saveView(store, wanted);
    setName('');
  };
  return (
    <Stack gap="m">
      <form onSubmit={save}>
        <Row gap="s" align="start">
          <div className={styles.grow}>
            <TextField
              label={say(messages.viewName)}
              isLabelHidden
              placeholder={say(messages.viewName)}
              value={name}
              onChange={setName}
              hint={views.some((view) => view.name === wanted) && say(messages.replacesView)}
            />
          </div>
          <Button type="submit" icon="bookmark" disabled={wanted === ''}>
            {say(messages.save)}
          </Button>
        </Row>
      </form>
      {views.length === 0 ? (
        <Note kind="faint">{say(messages.noViews)}</Note>
      ) : (
        <ul className={styles.models} aria-label={say(messages.views)}>
          {views.map((view) => (
            <ViewRow key={view.name} view={view} />
          ))}
        </ul>
      )}
    </Stack>
  );
}

function ViewRow({ view }: { readonly view: SavedView }) {
  const store = useAppStore();
  const say = useText();
  const notify = useNotify();
  const [draft, setDraft] = useState<string>();
  const { name } = view;

  if (draft !== undefined) {
    const rename = (event: FormEvent) => {
      event.preventDefault();
      if (draft.trim() !== '') renameView(store, name, draft.trim());
      setDraft(undefined);
    };
    return (
      <li>
        <form className={styles.view} onSubmit={rename}>
          <div className={styles.grow}>
            <TextField
              label={`${say(messages.rename)}: ${name}`}
              isLabelHidden
              value={draft}
              onChange={setDraft}
            />
          </div>
          <IconButton
            size="s"
            icon="close"
            label={say(messages.cancel)}
            onClick={() => setDraft(undefined)}
          />
          <Button size="s" type="submit" disabled={draft.trim() === ''}>
            {say(messages.save)}
          </Button>
        </form>
      </li>
    );
  }
  const remove = () => {
    const before = selectBim(store.getState()).views;
    deleteView(store, name);
    notify({
      title: say(messages.deletedView(name)),
      action: { label: say(messages.undo), run: () => setViews(store, before) },
    });
  };
  return (
    <li className={styles.view}>
      <div className={styles.grow}>
        <Button kind="quiet" icon="bookmark" isWide onClick={() => applyView(store, view)}>
          {name}
        </Button>
      </div>
      <IconButton
        size="s"
        icon="pencil"
        label={`${say(messages.rename)}: ${name}`}
        onClick={() => setDraft(name)}
      />
      <IconButton
        size="s"
        icon="trash"
        label={`${say(messages.delete)}: ${name}`}
        onClick={remove}
      />
    </li>
  );
}
