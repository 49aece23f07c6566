import { useAppState, useText } from '#store/use-store.tsx';
import { Banner, Note, Skeleton, Stack } from '#ui';
import type { ReleaseScenario } from '../../contract/smoke.ts';
import { AirLine, Cautions } from './AirNotes.tsx';
import { messages } from './messages.ts';
import { SiteList } from './SiteList.tsx';
import { useReleaseReport } from './use-air.ts';
import { ZoneList } from './ZoneList.tsx';

/** What the shown release reaches, in numbers, with what the numbers can't say beside them. */
export function ReleaseResult({ release }: { readonly release: ReleaseScenario }) {
  const say = useText();
  const report = useReleaseReport();
  const hasBegun = useAppState(({ clock }) => clock.now >= release.startMs);
  if (!report) return <Skeleton lines={4} />;
  const { problem, zones, source } = report;
  const drifts = ['plume', 'puff', 'dense-gas'].includes(release.kind);
  return (
    <Stack gap="s">
      {problem ? (
        <Banner tone="warning" title={say(problem)} />
      ) : (
        <>
          <ZoneList label={messages.zones} zones={zones} />
          {drifts && (
            <Note kind="faint">{say(hasBegun ? messages.wholeCourse : messages.notYet)}</Note>
          )}
          <SiteList report={report} most={6} />
        </>
      )}
      {drifts && release.wind === 'live' && source.kind === 'given' && (
        <Banner tone="warning" title={say(messages.assumed)} />
      )}
      <AirLine report={report} hasWind={drifts} />
      <Cautions report={report} />
    </Stack>
  );
}
