import { useText } from '#store/use-store.tsx';
import { Banner, EmptyState, Skeleton, Stack } from '#ui';
import type { BurstIncident } from '../../contract/burst.ts';
import { burstMessages as messages } from '../../messages/burst.ts';
import { CriticalList } from './CriticalList.tsx';
import { FiguresSection } from './FiguresSection.tsx';
import { IncidentActions } from './IncidentActions.tsx';
import { IncidentHead } from './IncidentHead.tsx';
import { LogSection } from './LogSection.tsx';
import { PassedValves } from './PassedValves.tsx';
import { ReplayBar } from './ReplayBar.tsx';
import { SizeSection } from './SizeSection.tsx';
import { useIncident } from './use-incident.ts';
import { ValveList } from './ValveList.tsx';

/** Who is without water, which valve is next, what has been done: everything of one burst. */
export function RunningIncident({ incident }: { readonly incident: BurstIncident }) {
  const say = useText();
  const shown = useIncident(incident);
  const { state, plan } = shown;
  return (
    <Stack>
      <IncidentHead incident={incident} shown={shown} />
      {shown.isReplay && <ReplayBar incident={incident} atMs={shown.atMs} />}
      {!state && <EmptyState icon="history" title={say(messages.beforeIncident)} />}
      {plan?.failure && (
        <Banner tone="critical" title={say(messages.failed)}>
          {plan.failure}
        </Banner>
      )}
      {state && !plan && state.endedAtMs === undefined && <Skeleton lines={8} />}
      {state && (
        <>
          <FiguresSection shown={shown} />
          <CriticalList shown={shown} />
          <ValveList incident={incident} shown={shown} />
          <PassedValves shown={shown} />
          <IncidentActions incident={incident} shown={shown} />
          <SizeSection state={state} isReplay={shown.isReplay} />
        </>
      )}
      <LogSection incident={incident} atMs={shown.isReplay ? shown.atMs : undefined} />
    </Stack>
  );
}
