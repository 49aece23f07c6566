import { useEffect, useMemo, useRef, useState } from 'react';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { EmptyState, ErrorState, formatNumber, Note, Spinner, Stack, useKit } from '#ui';
import type { LongSection } from '../../contract/section.ts';
import { placeThrough } from '../../kernel/section/cross-section.ts';
import { levelAt } from '../../kernel/section/ground.ts';
import { traceMessages } from '../../messages/trace.ts';
import { longWayOf, markSection } from '../../state/section.ts';
import { selectPipes } from '../../state.ts';
import { networkOf, useChanges, useSolvedAt } from '../trace/use-traced.ts';
import { useAnswer } from '../use-line.ts';
import { useToolMarks } from '../use-marks.ts';
import { CoursePicker } from './CoursePicker.tsx';
import { groundWord } from './CrossView.tsx';
import { boundsOf, LongPlot } from './LongPlot.tsx';
import { messages } from './messages.ts';
import { PlotFiles } from './PlotFiles.tsx';
import { fittingExaggeration } from './plot-view.ts';
import { SpanTable } from './SpanTable.tsx';
import { toLongCsv, toSpanRows } from './section-table.ts';
import { useSelectedKeys, useTerrainUrl, useUtilityColour } from './use-section.ts';

const usualPlot = { width: 340, height: 282 };

/** A section along pipes: the plot, what the cursor reads, the table. */
export function LongView() {
  const say = useText();
  const store = useAppStore();
  const { language } = useKit();
  const terrain = useTerrainUrl();
  const colourOf = useUtilityColour();
  const choice = useAppState(selectPipes).section;
  const keys = useSelectedKeys();
  const of = longWayOf(choice, keys);
  const network = networkOf(of && ('along' in of ? of.along[0] : of.from));
  const changes = useChanges(network);
  const solvedAt = useSolvedAt(network);
  const answer = useAnswer('longSection', of && { of, changes, terrain }, solvedAt);
  const section = answer.value;
  useToolMarks(useMemo(() => section && { marked: section.indices }, [section]));
  const rows = useMemo(() => (section ? toSpanRows(section) : []), [section]);
  const [cursorM, setCursor] = useState<number>();
  useEffect(() => {
    const isOn = section && cursorM !== undefined && cursorM <= section.lengthM;
    markSection(
      store,
      isOn ? placeThrough(section.places, section.placesAlongM, cursorM) : undefined,
    );
  }, [store, section, cursorM]);
  useEffect(() => () => markSection(store, undefined), [store]);
  const svg = useRef<SVGSVGElement | null>(null);
  const write = (metres: number) =>
    Number.isFinite(metres) ? `${formatNumber(metres, language, { decimals: 2 })} m` : '–';
  return (
    <Stack gap="s">
      <CoursePicker selected={keys} />
      {!of && (
        <EmptyState icon="section" title={say(messages.chooseLong[choice.along])}>
          {say(messages.chooseLongWhy[choice.along])}
        </EmptyState>
      )}
      {answer.failure !== undefined && (
        <ErrorState title={say(messages.failed)} onRetry={answer.retry}>
          {answer.failure}
        </ErrorState>
      )}
      {answer.isWaiting && !section && <Spinner label={say(messages.waiting)} />}
      {section && answer.failure === undefined && (
        <>
          <LongPlot
            label={say(messages.long)}
            section={section}
            colourOf={colourOf}
            cursorM={cursorM}
            onCursor={setCursor}
            svgRef={(element) => {
              svg.current = element;
            }}
          />
          <div aria-live="polite">
            <Note>
              {cursorM === undefined
                ? say(messages.readOut)
                : readOut(section, cursorM)
                    .map(([name, value]) => `${say(name)} ${write(value)}`)
                    .join(' · ')}
            </Note>
          </div>
          <SpanTable rows={rows} write={write} onChoose={setCursor} />
          <PlotFiles name="long-section" svg={() => svg.current} csv={() => toLongCsv(section)} />
          <Note kind="faint">
            {say(
              messages.exaggerated(
                String(fittingExaggeration(boundsOf(section), usualPlot.width, usualPlot.height)),
              ),
            )}{' '}
            {say(groundWord(section.ground.source))}{' '}
            {section.by !== undefined && `${say(traceMessages.direction(section.by))} `}
            {section.model !== undefined &&
              section.hydraulic &&
              say(messages.simulated(section.model))}{' '}
            {section.staleSinceMs !== undefined && say(messages.old)} {say(messages.keys)}
          </Note>
        </>
      )}
    </Stack>
  );
}

function readOut(section: LongSection, alongM: number) {
  const { ground, stations, spans, hydraulic } = section;
  const span = spans.find(
    (one) => alongM >= (one.alongM[0] ?? 0) && alongM <= (one.alongM.at(-1) ?? 0),
  );
  const axis = span ? levelAt(span.alongM, span.axisM, alongM) : Number.NaN;
  const half = span && span.innerM > 0 ? span.innerM / 2 : 0;
  const groundM = levelAt(ground.alongM, ground.levelM, alongM);
  const solved = levelAt(
    stations.map((one) => one.alongM),
    stations.map((one) => one.hydraulicM),
    alongM,
  );
  const parts: (readonly [(typeof messages)['ground'], number])[] = [
    [messages.station, alongM],
    [messages.ground, groundM],
    [messages.crown, axis + half],
    [messages.invert, axis - half],
    [messages.cover, groundM - axis - half - (span?.wallM ?? 0)],
  ];
  if (hydraulic) {
    parts.push([hydraulic === 'head' ? messages.hydraulicHead : messages.hydraulicLevel, solved]);
  }
  return parts;
}
