import { useMemo, useRef, useState } from 'react';
import { utilityNetworks } from '#model/utility-network.ts';
import { useAppState, useText } from '#store/use-store.tsx';
import {
  Button,
  EmptyState,
  ErrorState,
  formatNumber,
  Note,
  SelectField,
  Slider,
  Spinner,
  Stack,
  TextField,
  useKit,
} from '#ui';
import type { PlanPlace } from '../../contract/section.ts';
import { selectPipes } from '../../state.ts';
import { useAnswer } from '../use-line.ts';
import { useToolMarks } from '../use-marks.ts';
import { CrossPlot } from './CrossPlot.tsx';
import { CutTable } from './CutTable.tsx';
import { DrawSection } from './DrawSection.tsx';
import { messages } from './messages.ts';
import { PlotFiles } from './PlotFiles.tsx';
import { toCrossCsv, toCutRows } from './section-table.ts';
import {
  parsePlace,
  placeText,
  useSelectedKeys,
  useTerrainUrl,
  useUtilityColour,
  useViewLine,
} from './use-section.ts';

type Way = 'pipe' | 'view' | 'points' | 'drawn';

/** A section across a street: where the line comes from, the plot, the table. */
export function CrossView() {
  const say = useText();
  const { language } = useKit();
  const terrain = useTerrainUrl();
  const { hidden } = useAppState(selectPipes).look;
  const colourOf = useUtilityColour();
  const [across] = useSelectedKeys();
  const [way, setWay] = useState<Way>('pipe');
  const [lengthM, setLength] = useState(20);
  const [held, setHeld] = useState<number>();
  const [points, setPoints] = useState<readonly [string, string]>(['', '']);
  const view = useViewLine(lengthM);
  const typed = [parsePlace(points[0]), parsePlace(points[1])] as const;
  const drawn = useAppState((state) => selectPipes(state).sectionLine);
  const line = toLine(way, across, lengthM, view, typed, drawn);
  const answer = useAnswer('crossSection', line && { line, hidden, terrain });
  const section = answer.value;
  const rows = useMemo(() => (section ? toCutRows(section) : []), [section]);
  const marks = useMemo(() => ({ marked: Uint32Array.from(rows, ({ index }) => index) }), [rows]);
  useToolMarks(marks);
  const [chosen, setChosen] = useState<string>();
  const svg = useRef<SVGSVGElement | null>(null);
  const write = (metres: number) => `${formatNumber(metres, language, { decimals: 2 })} m`;
  const row = rows.find(({ key }) => key === chosen);
  return (
    <Stack gap="s">
      <SelectField
        label={say(messages.byWay)}
        value={way}
        options={[
          { value: 'pipe', label: say(messages.acrossPipe) },
          { value: 'view', label: say(messages.acrossView) },
          { value: 'drawn', label: say(messages.byDrawing) },
          { value: 'points', label: say(messages.byPoints) },
        ]}
        onChange={(next) => setWay(isWay(next) ? next : 'pipe')}
      />
      {way === 'drawn' ? (
        <DrawSection />
      ) : way === 'points' ? (
        <PointFields points={points} middle={view.middle} onChange={setPoints} />
      ) : (
        <Slider
          label={say(messages.width)}
          min={6}
          max={80}
          step={2}
          value={held ?? lengthM}
          format={(value) => `${value} m`}
          onChange={setHeld}
          onChangeEnd={(value) => {
            setHeld(undefined);
            setLength(value);
          }}
        />
      )}
      {answer.failure !== undefined && (
        <ErrorState title={say(messages.failed)} onRetry={answer.retry}>
          {answer.failure}
        </ErrorState>
      )}
      {!line && way === 'pipe' && (
        <EmptyState icon="section" title={say(messages.chooseCross)}>
          {say(messages.chooseCrossWhy)}
        </EmptyState>
      )}
      {answer.isWaiting && !section && <Spinner label={say(messages.waiting)} />}
      {section && line && (
        <>
          <CrossPlot
            label={say(messages.cross)}
            section={section}
            rows={rows}
            colourOf={colourOf}
            chosen={chosen}
            onChoose={setChosen}
            write={write}
            svgRef={(element) => {
              svg.current = element;
            }}
          />
          <div aria-live="polite">
            <Note>
              {row
                ? `${row.id} · ${say(utilityNetworks[row.utility])} · ${say(messages.cover)} ${write(row.coverM)} · ${say(messages.gap)} ${write(row.gapM)}`
                : say(rows.length === 0 ? messages.nothing : messages.readOut)}
            </Note>
          </div>
          <CutTable rows={rows} chosen={chosen} onChoose={setChosen} write={write} />
          <PlotFiles name="cross-section" svg={() => svg.current} csv={() => toCrossCsv(section)} />
          <Note kind="faint">
            {say(messages.trueScale)} {say(groundWord(section.ground.source))} {say(messages.keys)}
          </Note>
        </>
      )}
    </Stack>
  );
}

export const groundWord = (source: 'terrain' | 'register' | 'none') =>
  ({ terrain: messages.terrain, register: messages.register, none: messages.noGround })[source];

function toLine(
  way: Way,
  across: string | undefined,
  lengthM: number,
  view: { readonly from: PlanPlace; readonly to: PlanPlace },
  [from, to]: readonly [PlanPlace | undefined, PlanPlace | undefined],
  drawn: readonly PlanPlace[],
) {
  if (way === 'drawn') return drawn.length > 1 ? { through: drawn } : undefined;
  if (way === 'pipe') return across === undefined ? undefined : { across, halfM: lengthM / 2 };
  if (way === 'view') return { from: view.from, to: view.to };
  return from && to ? { from, to } : undefined;
}

const isWay = (value: string): value is Way => ['pipe', 'view', 'points', 'drawn'].includes(value);

interface PointFieldsProps {
  readonly points: readonly [string, string];
  readonly middle: PlanPlace;
  readonly onChange: (points: readonly [string, string]) => void;
}

function PointFields({ points: [from, to], middle, onChange }: PointFieldsProps) {
  const say = useText();
  const fault = (text: string) =>
    text !== '' && !parsePlace(text) ? say(messages.badPoint) : undefined;
  return (
    <Stack gap="s">
      <TextField
        label={say(messages.pointA)}
        value={from}
        error={fault(from)}
        onChange={(text) => onChange([text, to])}
      />
      <Button size="s" icon="target" onClick={() => onChange([placeText(middle), to])}>
        {say(messages.takeView)}
      </Button>
      <TextField
        label={say(messages.pointB)}
        value={to}
        error={fault(to)}
        onChange={(text) => onChange([from, text])}
      />
      <Button size="s" icon="target" onClick={() => onChange([from, placeText(middle)])}>
        {say(messages.takeView)}
      </Button>
    </Stack>
  );
}
