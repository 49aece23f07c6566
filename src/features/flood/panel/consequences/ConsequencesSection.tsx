import { useText } from '#store/use-store.tsx';
import { EmptyState, Note, Stack, StatusBadge } from '#ui';
import { useShownTimeS, useSince } from '../use-flood.ts';
import { ClassBars } from './ClassBars.tsx';
import { Headline } from './Headline.tsx';
import { lackTexts, messages } from './messages.ts';
import { useImpact } from './use-impact.ts';

/** Numbers this much older (s) than the water that is shown are said to be so. */
const STALE_S = 300;

/** Who and what the water reaches at the shown moment, in numbers. */
export default function ConsequencesSection() {
  const say = useText();
  const since = useSince();
  const impact = useImpact();
  const shownS = useShownTimeS() ?? 0;
  if (!impact) {
    return (
      <EmptyState icon="users" title={say(messages.waiting)}>
        {say(messages.waitingWhy)}
      </EmptyState>
    );
  }
  const isStale = Math.abs(shownS - impact.timeS) > STALE_S;
  return (
    <Stack gap="m">
      {isStale && (
        <StatusBadge tone="stale" word={say(messages.stale(since(impact.timeS)))} isPlain />
      )}
      <Headline impact={impact} />
      <ClassBars impact={impact} />
      {impact.lacks.length > 0 && (
        <Note kind="faint">
          {[messages.lacks, ...impact.lacks.map((lack) => lackTexts[lack])]
            .map((text, at) => (at === 0 ? `${say(text)}:` : say(text)))
            .join(' ')}
        </Note>
      )}
    </Stack>
  );
}
