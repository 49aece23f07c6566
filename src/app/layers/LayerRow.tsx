import { Suspense, useEffect, useRef, useState } from 'react';
import type { Feature } from '#features/feature.ts';
import { formatInstant } from '#model/time.ts';
import { homeView } from '#scene/camera-pose.ts';
import { flyTo } from '#store/camera.ts';
import { fadeLayer, removeLayer, retryLayer, selectLayer, showLayer } from '#store/layers.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import {
  Banner,
  Button,
  ErrorBoundary,
  IconButton,
  Later,
  LayerCard,
  lazyPart,
  Menu,
  Skeleton,
  StatusBadge,
} from '#ui';
import { toIconName } from '../icon-name.ts';
import { messages as appMessages } from '../messages.ts';
import { useParts } from '../parts.tsx';
import { problemsOf, statusWord } from './layer-status.ts';
import { messages } from './messages.ts';

interface LayerRowProps {
  readonly feature: Feature;
  /** The first card stands open, so that a newcomer sees what there is to set. */
  readonly isFirst: boolean;
}

/** One feature's card: on or off, how it stands, how much of it shows, and its own panel. */
export function LayerRow({ feature, isFirst }: LayerRowProps) {
  const { store } = useParts();
  const say = useText();
  const layer = useAppState(selectLayer(feature.id));
  const allProblems = useAppState((state) => state.problems);
  const manifest = useAppState(({ city }) => city?.manifest);
  const [isExpanded, setExpanded] = useState(isFirst);
  const place = useRef<HTMLDivElement>(null);
  const asked = useAppState(({ workbench: { card } }) =>
    card?.layer === feature.id ? card.asked : undefined,
  );
  useEffect(() => {
    if (asked === undefined) return;
    setExpanded(true);
    place.current?.scrollIntoView({ block: 'start' });
  }, [asked]);
  const problems = problemsOf(feature.id, allProblems);
  const status = statusWord(layer, problems);
  const Panel = feature.panel && lazyPart(feature.panel);
  return (
    <div ref={place}>
      <LayerCard
        icon={toIconName(feature.icon)}
        name={say(feature.name)}
        detail={status && <StatusBadge isPlain tone={status.tone} word={say(status.word)} />}
        isOn={layer.on}
        onToggle={(on) => showLayer(store, feature.id, on)}
        opacity={layer.opacity}
        onOpacityChange={(opacity) => fadeLayer(store, feature.id, opacity)}
        isExpanded={isExpanded}
        onExpandedChange={setExpanded}
        actions={
          <Menu
            label={`${say(messages.more)}: ${say(feature.name)}`}
            side="bottom-end"
            trigger={
              <IconButton
                size="s"
                icon="more-vertical"
                label={`${say(messages.more)}: ${say(feature.name)}`}
              />
            }
            items={[
              {
                id: 'zoom',
                label: say(messages.zoomTo),
                icon: 'focus',
                onSelect: () => manifest && flyTo(store, homeView(manifest)),
              },
              {
                id: 'remove',
                label: say(messages.remove),
                icon: 'close',
                onSelect: () => removeLayer(store, feature.id, true),
              },
            ]}
          />
        }
      >
        {layer.status.kind === 'failed' && problems.length === 0 && (
          <Banner tone="critical" title={layer.status.reason} actions={<Retry id={feature.id} />} />
        )}
        {problems.map((problem) => (
          <Banner
            key={`${problem.path} ${problem.code}`}
            tone={layer.status.kind === 'failed' ? 'critical' : 'warning'}
            title={say(problem.text)}
            actions={<Retry id={feature.id} />}
          >
            <Since problem={problem} />
          </Banner>
        ))}
        {Panel && (
          <ErrorBoundary title={say(appMessages.panelBroken)}>
            <Later>
              <Suspense fallback={<Skeleton lines={4} />}>
                <Panel />
              </Suspense>
            </Later>
          </ErrorBoundary>
        )}
      </LayerCard>
    </div>
  );
}

function Retry({ id }: { readonly id: string }) {
  const { store } = useParts();
  const say = useText();
  return (
    <Button size="s" icon="refresh" onClick={() => retryLayer(store, id)}>
      {say(messages.retry)}
    </Button>
  );
}

function Since({
  problem,
}: {
  readonly problem: { readonly since: Parameters<typeof formatInstant>[0] };
}) {
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const timeZone = useAppState(({ city }) => city?.manifest.timeZone ?? 'UTC');
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return <>{say(messages.since(formatInstant(problem.since, timeZone, locale)))}</>;
}
