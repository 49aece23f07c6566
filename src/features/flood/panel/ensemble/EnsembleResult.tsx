import { useMemo } from 'react';
import { spanText } from '#model/span.ts';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import {
  Button,
  ChipGroup,
  DataTable,
  formatNumber,
  Note,
  Segmented,
  Stack,
  Stat,
  saveText,
} from '#ui';
import type { EnsembleDesk, EnsembleMaps } from '../../contract/ensemble.ts';
import { ensembleArrivals, FLOOD_PLACE, type FloodPlace, isOfEnsemble } from '../../contract.ts';
import { pointsOf, toCsv, wetAreaM2 } from '../../kernel/ensemble.ts';
import { changeLook, selectFlood } from '../../state.ts';
import { FloodLegend } from '../FloodLegend.tsx';
import { ensembleMessages as messages } from './messages.ts';

interface EnsembleResultProps {
  readonly desk: EnsembleDesk;
  readonly maps: EnsembleMaps;
}

/** What the runs say: on the globe, in square kilometres, at the gauges. */
export function EnsembleResult({ desk, maps }: EnsembleResultProps) {
  const store = useAppStore();
  const say = useText();
  const language = useAppState(({ preferences }) => preferences.language);
  const place = useFrame<FloodPlace>(FLOOD_PLACE);
  const gauges = useAppState((state) => selectFlood(state).gauges);
  const colouring = useAppState((state) => selectFlood(state).look.colouring);
  const isShown = colouring === 'probability';
  const bands = [messages.early10, messages.middle50, messages.late90];
  const { shownThreshold, show } = desk;
  const { thresholdsM, members, cellM } = maps;
  const rows = useMemo(
    () => (place ? pointsOf(maps, shownThreshold, place, gauges) : []),
    [maps, shownThreshold, place, gauges],
  );
  const areas = useMemo(
    () =>
      [0.9, 0.5, 0.1].map((share) =>
        place ? wetAreaM2(maps.probability[shownThreshold], share, place.cellM) : 0,
      ),
    [maps, shownThreshold, place],
  );
  const words = [messages.sure, messages.likely, messages.possible];
  const lowest = formatNumber(thresholdsM[0] ?? 0, language);
  const showDepth = (value: string) => {
    show(Number(value));
    changeLook(store, { colouring: 'probability' });
  };
  const time = (seconds: number | undefined) =>
    seconds === undefined ? '' : say(spanText(seconds));
  return (
    <Stack gap="m">
      <Note kind="faint">{say(messages.show)}</Note>
      <Segmented
        label={say(messages.show)}
        value={String(shownThreshold)}
        options={thresholdsM.map((depth, k) => ({
          value: String(k),
          label: say(messages.depth(formatNumber(depth, language))),
        }))}
        onChange={showDepth}
        isWide
      />
      <Button
        icon={isShown ? 'eye-off' : 'eye'}
        onClick={() => changeLook(store, { colouring: isShown ? 'depth' : 'probability' })}
      >
        {say(isShown ? messages.backToDepth : messages.onGlobe)}
      </Button>
      <Note kind="faint">{say(messages.arrival)}</Note>
      <ChipGroup
        label={say(messages.arrival)}
        options={ensembleArrivals.map((value, band) => ({
          value,
          label: say(bands[band] ?? messages.middle50),
        }))}
        values={ensembleArrivals.filter((one) => one === colouring)}
        onChange={(chosen) => {
          const next = ensembleArrivals.find((one) => chosen.includes(one) && one !== colouring);
          changeLook(store, { colouring: next ?? 'depth' });
        }}
      />
      {isOfEnsemble(colouring) && <FloodLegend isOfWaterAlone />}
      <Note kind="faint">{say(messages.areaOf)}</Note>
      {areas.map((area, k) => (
        <Stat
          key={say(words[k] ?? messages.sure)}
          label={say(words[k] ?? messages.sure)}
          value={Math.round(area / 1e4) / 100}
          unit="km²"
        />
      ))}
      {gauges.length === 0 ? (
        <Note kind="faint">{say(messages.noPoints)}</Note>
      ) : (
        <>
          <DataTable
            label={say(messages.points)}
            rows={rows}
            rowId={({ id }) => id}
            height="14rem"
            columns={[
              { id: 'name', title: say(messages.point), value: ({ name }) => name },
              {
                ...{ id: 'likely', title: say(messages.likelihood), align: 'end', width: '5rem' },
                value: ({ probability }) => probability,
                render: ({ probability }) =>
                  `${formatNumber(Math.round(probability * 100), language)} %`,
              },
              ...(['early', 'middle', 'late'] as const).map((band) => ({
                ...{ id: band, title: say(messages[band]), align: 'end' as const, width: '6rem' },
                value: (row: (typeof rows)[number]) => row[band],
                render: (row: (typeof rows)[number]) => time(row[band]),
              })),
            ]}
          />
          <Note kind="faint">{say(messages.arrivalNote(lowest))}</Note>
        </>
      )}
      <Button icon="download" onClick={() => saveText('ensemble.csv', toCsv(members), 'text/csv')}>
        {say(messages.save)}
      </Button>
      <Note kind="faint">{say(messages.note(members.length, formatNumber(cellM, language)))}</Note>
    </Stack>
  );
}
