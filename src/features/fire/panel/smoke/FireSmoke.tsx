import { useText } from '#store/use-store.tsx';
import { Banner, EmptyState, formatQuantity, Note, Stack } from '#ui';
import type { AirReport, AirSource } from '../../contract/smoke.ts';
import panel from '../panel.module.css';
import { useCount, useLanguage } from '../use-fire.ts';
import { AirLine } from './AirNotes.tsx';
import { messages, phaseNames, sourceWords } from './messages.ts';
import { SiteList } from './SiteList.tsx';
import { useLength, useSmokeReport } from './use-air.ts';
import { ZoneList } from './ZoneList.tsx';

/** Zones of the shown fire's smoke now, who is inside, and what it stands on. */
export function FireSmoke({ isShort }: { readonly isShort: boolean }) {
  const say = useText();
  const report = useSmokeReport();
  if (!report || (report.sources.length === 0 && !report.problem)) {
    return (
      <EmptyState icon="cloud" title={say(messages.noSmoke)}>
        {say(messages.noSmokeWhy)}
      </EmptyState>
    );
  }
  const { zones, problem } = report;
  if (problem) return <Banner tone="warning" title={say(problem)} />;
  const gas = zones.filter(({ zone }) => zone.kind === 'toxic');
  const sight = zones.filter(({ zone }) => zone.kind === 'smoke');
  const isClear = zones.every(({ farthestM }) => farthestM === undefined);
  return (
    <Stack gap="s">
      {isClear && <Note>{say(messages.clear)}</Note>}
      <strong>{say(messages.gas)}</strong>
      <ZoneList label={messages.gas} zones={gas} />
      <strong>{say(messages.sight)}</strong>
      <ZoneList label={messages.sight} zones={sight} />
      <Note kind="faint">{say(messages.range)}</Note>
      {!isClear && (
        <>
          <strong>{say(messages.inside)}</strong>
          <SiteList report={report} most={isShort ? 4 : 20} />
        </>
      )}
      {!isShort && <Sources report={report} />}
      <AirLine report={report} />
    </Stack>
  );
}

function Sources({ report }: { readonly report: AirReport }) {
  const say = useText();
  return (
    <>
      <strong>{say(messages.sources)}</strong>
      <ul className={panel.list} aria-label={say(messages.sources)}>
        {report.sources.map((source) => (
          <SourceRow key={source.at.join(' ') + source.phase} {...source} />
        ))}
      </ul>
    </>
  );
}

function SourceRow({ buildings, heatMW, phase, isInWake, finalHeightM }: AirSource) {
  const say = useText();
  const count = useCount();
  const length = useLength();
  const language = useLanguage();
  const megawatts = formatQuantity(Number(heatMW.toPrecision(2)), 'MW', language);
  return (
    <li className={panel.small}>
      {[
        say(sourceWords.line(count(buildings), megawatts)),
        say(phaseNames[phase]),
        ...(phase === 'flaming'
          ? [say(isInWake ? sourceWords.wake : sourceWords.rises(length(finalHeightM)))]
          : []),
      ].join(' · ')}
    </li>
  );
}
