import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Icon, IconButton, type IconName, Note } from '#ui';
import type { ReleaseKind, ReleaseScenario } from '../../contract/smoke.ts';
import { substanceOf } from '../../kernel/substances.ts';
import { editRelease, removeRelease, showRelease } from '../../state/releases.ts';
import { selectFire } from '../../state.ts';
import { lookAt } from '../look-at.ts';
import panel from '../panel.module.css';
import { kindNames, messages } from './messages.ts';
import { ReleaseForm } from './ReleaseForm.tsx';
import { ReleaseResult } from './ReleaseResult.tsx';

const icons: Readonly<Record<ReleaseKind, IconName>> = {
  plume: 'cloud',
  puff: 'cloud',
  'dense-gas': 'wave',
  blast: 'explode',
  'vapour-cloud': 'explode',
  'pool-fire': 'flame',
};

/** All releases, the newest first; the one that is shown with its form and what it reaches. */
export function ReleaseList() {
  const say = useText();
  const { releases } = useAppState((state) => selectFire(state).releases);
  if (releases.length === 0) return <Note kind="faint">{say(messages.none)}</Note>;
  return (
    <ul className={panel.list} aria-label={say(messages.releases)}>
      {releases.toReversed().map((release) => (
        <li key={release.id}>
          <ReleaseRow release={release} />
        </li>
      ))}
    </ul>
  );
}

function ReleaseRow({ release }: { readonly release: ReleaseScenario }) {
  const store = useAppStore();
  const say = useText();
  const { shown, edited } = useAppState((state) => selectFire(state).releases);
  const { id, name, kind, substance, at } = release;
  const isShown = shown === id;
  const isEdited = edited === id;
  const what = substanceOf(substance);
  return (
    <>
      <div className={panel.item}>
        <span className={panel.itemIcon}>
          <Icon name={icons[kind]} />
        </span>
        <span className={panel.words}>
          <span className={panel.name}>{name}</span>
          <span className={panel.small}>
            {[say(kindNames[kind]), ...(what ? [say(what.name)] : [])].join(' · ')}
          </span>
        </span>
        <span className={panel.buttons}>
          <IconButton
            size="s"
            icon={isShown ? 'eye' : 'eye-off'}
            isPressed={isShown}
            label={say((isShown ? messages.hide : messages.show)(name))}
            onClick={() => showRelease(store, isShown ? '' : id)}
          />
          <IconButton
            size="s"
            icon="pencil"
            isPressed={isEdited}
            label={say(messages.edit(name))}
            onClick={() => editRelease(store, isEdited ? '' : id)}
          />
          <IconButton
            size="s"
            icon="locate"
            label={say(messages.flyTo(name))}
            onClick={() => lookAt(store, at)}
          />
          <IconButton
            size="s"
            icon="trash"
            label={say(messages.remove(name))}
            onClick={() => removeRelease(store, id)}
          />
        </span>
      </div>
      {isEdited && <ReleaseForm release={release} />}
      {isShown && <ReleaseResult release={release} />}
    </>
  );
}
