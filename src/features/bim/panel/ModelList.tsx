import { useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { IconButton, Menu, type MenuItem, StatusBadge, useNotify } from '#ui';
import type { ModelSource } from '../contract.ts';
import { messages } from '../messages.ts';
import type { BimModels } from '../session/line.ts';
import { boxOf } from '../state/model-place.ts';
import { selectBim } from '../state.ts';
import { AboutModel } from './AboutModel.tsx';
import styles from './panel.module.css';
import { flyToBox } from './part-actions.ts';
import { removeGuest } from './remove-guest.ts';
import { useModels } from './use-line.ts';

/** The models of the city and those dropped: how each stands, where it comes from, whether its place is sure. */
export function ModelList() {
  const say = useText();
  const sources = useAppState((state) => selectBim(state).models);
  const models = useModels();
  return (
    <ul className={styles.models} aria-label={say(messages.models)}>
      {sources.map((source) => (
        <ModelRow
          key={source.id}
          source={source}
          opened={models.find((one) => one.source.id === source.id)}
        />
      ))}
    </ul>
  );
}

interface ModelRowProps {
  readonly source: ModelSource;
  readonly opened: BimModels[number] | undefined;
}

function ModelRow({ source, opened }: ModelRowProps) {
  const store = useAppStore();
  const say = useText();
  const notify = useNotify();
  const report = useAppState((state) =>
    selectBim(state).report.models.find(({ id }) => id === source.id),
  );
  const [isAbout, setAbout] = useState(false);
  const { name, origin } = source;

  const remove = () => {
    const guest = store.getState().guests.find(({ baseUrl }) => source.url.startsWith(baseUrl));
    if (!guest) return;
    const undo = removeGuest(store, guest);
    notify({
      title: say(messages.removedModel(name)),
      action: { label: say(messages.undo), run: undo },
    });
  };
  const items: MenuItem[] = [
    {
      id: 'about',
      label: say(messages.aboutModel),
      icon: 'info',
      disabled: !opened,
      onSelect: () => setAbout(true),
    },
    ...(origin === 'dropped'
      ? [
          {
            id: 'remove',
            label: say(messages.removeModel),
            icon: 'trash' as const,
            onSelect: remove,
          },
        ]
      : []),
  ];
  return (
    <li className={styles.model}>
      <div className={styles.words}>
        <span className={styles.name} title={name}>
          {name}
        </span>
        <span className={styles.small}>
          {report?.state === 'failed' ? (
            <StatusBadge isPlain tone="critical" word={say(messages.failedModel)} />
          ) : opened ? (
            <Verdict opened={opened} />
          ) : (
            <StatusBadge isPlain tone="info" word={say(messages.loadingModel)} />
          )}
          {opened && <span>{opened.model.source.schema}</span>}
          {origin === 'dropped' && <span>{say(messages.dropped)}</span>}
        </span>
        {report?.state === 'failed' && report.reason && (
          <span className={styles.small}>{report.reason}</span>
        )}
      </div>
      <span className={styles.buttons}>
        <IconButton
          size="s"
          icon="focus"
          label={say(messages.flyToModel(name))}
          disabled={!opened}
          onClick={() => opened && flyToBox(store, opened, boxOf(opened.model))}
        />
        <Menu
          label={say(messages.moreOf(name))}
          side="bottom-end"
          trigger={<IconButton size="s" icon="more-vertical" label={say(messages.moreOf(name))} />}
          items={items}
        />
      </span>
      {opened && <AboutModel isOpen={isAbout} onClose={() => setAbout(false)} opened={opened} />}
    </li>
  );
}

const verdictTones = {
  clear: 'good',
  moved: 'good',
  several: 'warning',
  missing: 'serious',
} as const;

/** Whether the place of a model is sure, by shape and word. */
function Verdict({ opened: { source, model } }: { readonly opened: BimModels[number] }) {
  const say = useText();
  const verdict =
    source.placement !== undefined
      ? 'moved'
      : source.reading !== undefined
        ? 'clear'
        : model.georeferencing.verdict;
  return (
    <StatusBadge isPlain tone={verdictTones[verdict]} word={say(messages.verdicts[verdict])} />
  );
}
