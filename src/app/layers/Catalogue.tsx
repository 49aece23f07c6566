import type { Feature } from '#features/feature.ts';
import { removeLayer } from '#store/layers.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import { Button, Heading, Icon, Stack } from '#ui';
import { toIconName } from '../icon-name.ts';
import { useParts } from '../parts.tsx';
import styles from './catalogue.module.css';
import { messages } from './messages.ts';
import { useFeatures } from './use-features.ts';

/** What exists here, to read about before it is added, and what this city has no data for. */
export function Catalogue() {
  const say = useText();
  const { available, absent } = useFeatures();
  return (
    <Stack gap="l">
      <Shelf title={say(messages.here)} features={available} isHere />
      {absent.length > 0 && (
        <Shelf title={say(messages.notHere)} features={absent} isHere={false} />
      )}
    </Stack>
  );
}

interface ShelfProps {
  readonly title: string;
  readonly features: readonly Feature[];
  readonly isHere: boolean;
}

function Shelf({ title, features, isHere }: ShelfProps) {
  return (
    <section>
      <Heading level={3}>{title}</Heading>
      <ul className={styles.list}>
        {features.map((feature) => (
          <Entry key={feature.id} feature={feature} isHere={isHere} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ feature, isHere }: { readonly feature: Feature; readonly isHere: boolean }) {
  const { store } = useParts();
  const say = useText();
  const isRemoved = useAppState(({ layers }) => layers[feature.id]?.isRemoved ?? false);
  const manifest = useAppState(({ city }) => city?.manifest);
  const data = manifest?.layers.filter(({ id, kind }) => id === feature.id || kind === feature.id);
  return (
    <li className={styles.entry}>
      <span className={styles.icon}>
        <Icon name={toIconName(feature.icon)} size="l" />
      </span>
      <div className={styles.words}>
        <strong>{say(feature.name)}</strong>
        <p className={styles.summary}>{say(feature.summary)}</p>
        {data?.map(({ id, name }) => (
          <p key={id} className={styles.data}>
            {name}
          </p>
        ))}
        <div className={styles.choice}>
          {isHere ? (
            <Button
              size="s"
              kind={isRemoved ? 'primary' : 'quiet'}
              icon={isRemoved ? 'plus' : 'check'}
              isPressed={!isRemoved}
              onClick={() => removeLayer(store, feature.id, !isRemoved)}
            >
              {say(isRemoved ? messages.add : messages.added)}
            </Button>
          ) : (
            <span className={styles.summary}>{say(messages.absent)}</span>
          )}
        </div>
      </div>
    </li>
  );
}
