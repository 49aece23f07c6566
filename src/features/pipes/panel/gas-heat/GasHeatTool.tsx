import { useState } from 'react';
import { useFrame, useFrames } from '#scene/use-frames.tsx';
import { useAppStore, useText } from '#store/use-store.tsx';
import {
  Banner,
  Button,
  EmptyState,
  formatNumber,
  Note,
  PropertyRow,
  PropertySection,
  Segmented,
  Slider,
  Stack,
  useKit,
} from '#ui';
import {
  GAS_HEAT_LOAD,
  GAS_HEAT_REPORTS,
  type GasHeatReport,
  usualLoadShare,
} from '../../contract/gas-heat.ts';
import { showElement } from '../use-element.ts';
import { useLine } from '../use-line.ts';
import { useMoment } from '../use-words.ts';
import { messages } from './messages.ts';
import { NotableTable } from './NotableTable.tsx';
import { ResidualTable } from './ResidualTable.tsx';
import { useFigure } from './use-figure.ts';

const kinds = { gas: messages.gas, heat: messages.heat, power: messages.power };

/** How gas, heat and power are supplied now; valves that are closed elsewhere count at once. */
export default function GasHeatTool() {
  const say = useText();
  const reports = useFrame<readonly GasHeatReport[]>(GAS_HEAT_REPORTS) ?? [];
  const [chosen, setChosen] = useState<GasHeatReport['kind']>();
  const report = reports.find(({ kind }) => kind === chosen) ?? reports[0];
  if (!report) {
    return (
      <EmptyState icon="flame" title={say(messages.waiting)}>
        {say(messages.waitingWhy)}
      </EmptyState>
    );
  }
  return (
    <Stack gap="s">
      {reports.length > 1 && (
        <Segmented
          label={say(messages.kind)}
          value={report.kind}
          options={reports.map(({ kind }) => ({ value: kind, label: say(kinds[kind]) }))}
          onChange={setChosen}
        />
      )}
      <Failure report={report} />
      <State report={report} />
      <NotableTable rows={report.notable} />
      {report.kind !== 'power' && <ResidualTable rows={report.residuals} />}
      <PropertySection title={say(messages.assumptions)} isFree>
        {report.assumptions.map((one) => (
          <Note key={one.en} kind="faint">
            {say(one)}
          </Note>
        ))}
        <Note kind="faint">{say(messages.limits)}</Note>
      </PropertySection>
    </Stack>
  );
}

function Failure({ report }: { readonly report: GasHeatReport }) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const moment = useMoment();
  const { failure } = report;
  if (!failure) return null;
  const [first] = failure.keys;
  return (
    <Banner
      tone="serious"
      title={say(messages.old(moment(failure.sinceMs)))}
      actions={
        first !== undefined &&
        line && (
          <Button onClick={() => void showElement(store, line, first)}>
            {say(messages.where)}
          </Button>
        )
      }
    >
      {say(failure.text)}
    </Banner>
  );
}

function State({ report }: { readonly report: GasHeatReport }) {
  const say = useText();
  const { language } = useKit();
  const frames = useFrames();
  const moment = useMoment();
  const figure = useFigure();
  const asked = useFrame<number>(GAS_HEAT_LOAD) ?? usualLoadShare;
  const [held, setHeld] = useState<number>();
  return (
    <PropertySection
      title={say(kinds[report.kind])}
      footer={
        <Stack gap="s">
          {report.kind !== 'power' && (
            <>
              <Slider
                label={say(messages.load)}
                min={0}
                max={1.2}
                step={0.05}
                value={held ?? asked}
                format={(value) => `${formatNumber(value * 100, language, { decimals: 0 })} %`}
                onChange={setHeld}
                onChangeEnd={(value) => {
                  setHeld(undefined);
                  frames.publish(GAS_HEAT_LOAD, value);
                }}
              />
              <Note kind="faint">{say(messages.loadHint)}</Note>
            </>
          )}
          <Note kind="faint">{say(messages.simulated(report.model, moment(report.atMs)))}</Note>
        </Stack>
      }
    >
      {report.figures.map(({ name, value, unit }) => (
        <PropertyRow key={name.en} name={say(name)}>
          {figure(value, unit)}
        </PropertyRow>
      ))}
    </PropertySection>
  );
}
