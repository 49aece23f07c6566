import { useMemo, useState } from 'react';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, EmptyState, Note, Stack, Stat, saveText } from '#ui';
import type { NightReport } from '../../contract/night-flow.ts';
import { analysisMessages } from '../analysis/messages.ts';
import { showElement } from '../use-element.ts';
import { useLine, useNetworks } from '../use-line.ts';
import { useToolMarks } from '../use-marks.ts';
import { useMoment, useQuantity } from '../use-words.ts';
import { DistrictTable } from './DistrictTable.tsx';
import { DistrictView } from './DistrictView.tsx';
import { nightsCsv, totalLossM3s } from './district-figures.ts';
import { messages } from './messages.ts';

/** The districts by what they probably lose; the chosen one is marked on the globe. */
export function NightResult({ report }: { readonly report: NightReport }) {
  const say = useText();
  const store = useAppStore();
  const line = useLine();
  const moment = useMoment();
  const quantity = useQuantity();
  const [chosen, setChosen] = useState<string>();
  const base = useNetworks().find(({ network }) => network === report.network)?.base ?? 0;
  const { districts, unclosed, unused } = report;
  const district = districts.find(({ id }) => id === chosen) ?? districts[0];
  useToolMarks(
    useMemo(
      () => district && { marked: Uint32Array.from(district.links, (row) => base + row) },
      [district, base],
    ),
  );
  const span = [moment(report.fromMs), moment(report.toMs)] as const;
  const source = say(report.isSimulated ? messages.simulated(...span) : messages.measured(...span));
  if (!district) {
    return (
      <Stack gap="m">
        <EmptyState icon="moon" title={say(messages.none)}>
          {say(messages.noneWhy)}
        </EmptyState>
        <Note kind="faint">{source}</Note>
        <LeftOut unclosed={unclosed} unused={unused} />
      </Stack>
    );
  }
  const total = totalLossM3s(report);
  return (
    <Stack gap="m">
      <Stat label={say(messages.total)} value={1000 * total} unit="L/s" decimals={1}>
        {`${quantity(total * 3600 * report.nightDayHours, 'm³', { decimals: 0 })} ${say(messages.aDay)}`}
      </Stat>
      <Note kind="faint">{source}</Note>
      <DistrictTable
        districts={districts}
        chosen={district.id}
        onChoose={setChosen}
        onShow={({ meters: [meter] }) => line && meter && void showElement(store, line, meter.key)}
      />
      <Note kind="faint">{say(messages.rank)}</Note>
      <DistrictView key={district.id} report={report} district={district} />
      <Button
        icon="download"
        onClick={() => saveText('night-flow.csv', nightsCsv(report), 'text/csv')}
      >
        {say(analysisMessages.csv)}
      </Button>
      <LeftOut unclosed={unclosed} unused={unused} />
    </Stack>
  );
}

function LeftOut({ unclosed, unused }: Pick<NightReport, 'unclosed' | 'unused'>) {
  const say = useText();
  const names = unclosed.map(({ name }) => name || '–').join(', ');
  return (
    <>
      {unclosed.length > 0 && (
        <Note kind="faint">{say(messages.unclosed(unclosed.length, names))}</Note>
      )}
      {unused.length > 0 && <Note kind="faint">{say(messages.unused(unused.length))}</Note>}
    </>
  );
}
