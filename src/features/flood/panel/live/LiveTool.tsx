import { useState } from 'react';
import { useFrame } from '#scene/use-frames.tsx';
import { useAppState, useAppStore, useText } from '#store/use-store.tsx';
import { Banner, Button, EmptyState, formatNumber, Note, SelectField, Stack, Toggle } from '#ui';
import { FLOOD_LIVE, type LiveDesk, type LiveSettings } from '../../contract/live.ts';
import { showRun } from '../../state/runs.ts';
import { NumberPart } from '../parts/NumberPart.tsx';
import { useMoment } from '../use-flood.ts';
import { GaugeTable } from './GaugeTable.tsx';
import { messages } from './messages.ts';

/** The city's gauges as boundaries, what they say against the forecast, and the forecast itself. */
export default function LiveTool() {
  const say = useText();
  const store = useAppStore();
  const moment = useMoment();
  const language = useAppState(({ preferences }) => preferences.language);
  const desk = useFrame<LiveDesk>(FLOOD_LIVE);
  const [changed, setChanged] = useState<Partial<LiveSettings>>({});
  if (!desk || (desk.gauges.length === 0 && desk.rain.all === 0))
    return (
      <EmptyState icon="activity" title={say(messages.none)}>
        {say(messages.noneDetail)}
      </EmptyState>
    );
  const { phase, run, restarts, restartedMs, startMs, silent, rain, recordProblem } = desk;
  const settings = { ...withUsual(desk), ...changed };
  const set = (part: Partial<LiveSettings>) => setChanged((before) => ({ ...before, ...part }));
  const names = silent.join(', ');
  return (
    <Stack gap="m">
      {phase === 'off' ? (
        <>
          {(['river', 'tide'] as const).map((kind) => (
            <SelectField
              key={kind}
              label={say(messages[kind])}
              value={settings[kind]}
              options={optionsOf(desk, kind, say(messages.nothing))}
              onChange={(sensor) => set({ [kind]: sensor })}
            />
          ))}
          <Toggle
            label={say(messages.usesRain)}
            checked={settings.usesRain}
            onChange={(usesRain) => set({ usesRain })}
          />
          <NumberPart
            label={messages.every}
            unit={say(messages.minutes)}
            value={settings.everyS}
            factor={1 / 60}
            onChange={(everyS) => everyS >= 60 && set({ everyS })}
          />
          <NumberPart
            label={messages.horizon}
            unit={say(messages.hours)}
            value={settings.horizonS}
            factor={1 / 3600}
            onChange={(horizonS) => horizonS >= 600 && set({ horizonS })}
          />
          <NumberPart
            label={messages.spinUp}
            hint={messages.spinUpHint}
            unit={say(messages.hours)}
            value={settings.spinUpS}
            factor={1 / 3600}
            onChange={(spinUpS) => spinUpS >= 0 && spinUpS <= 6 * 3600 && set({ spinUpS })}
          />
          <Button icon="play" kind="primary" onClick={() => desk.start(settings)}>
            {say(messages.start)}
          </Button>
        </>
      ) : (
        <>
          {phase === 'stale' && (
            <Banner tone="serious" title={say(messages.stale)}>
              {say(messages.staleDetail(names))}
            </Banner>
          )}
          {phase === 'running' && silent.length > 0 && <Note>{say(messages.partly(names))}</Note>}
          <Note>
            {say(run === '' ? messages.waiting : messages.running(restarts, moment(restartedMs)))}
          </Note>
          {run !== '' && startMs < restartedMs && (
            <Note>{say(messages.spunUp(moment(startMs)))}</Note>
          )}
          {recordProblem !== undefined && <Note>{say(messages.noRecord(recordProblem))}</Note>}
          {run !== '' && (
            <Button icon="eye" onClick={() => showRun(store, run)}>
              {say(messages.show)}
            </Button>
          )}
          <Button icon="close" onClick={desk.stop}>
            {say(messages.stop)}
          </Button>
        </>
      )}
      {rain.all > 0 && (
        <Note kind="faint">
          {say(messages.rain(rain.fresh, rain.all, formatNumber(rain.meanMs * 3.6e6, language)))}
        </Note>
      )}
      <GaugeTable gauges={desk.gauges} />
      <Note kind="faint">{say(messages.note)}</Note>
    </Stack>
  );
}

/** The first gauge of each kind that speaks. */
function withUsual({ settings, gauges }: LiveDesk): LiveSettings {
  const first = (kind: 'river' | 'tide') =>
    gauges.find(({ reading }) => reading.kind === kind && !reading.isStale)?.reading.sensor ?? '';
  return {
    ...settings,
    river: settings.river || first('river'),
    tide: settings.tide || first('tide'),
  };
}

const optionsOf = ({ gauges }: LiveDesk, kind: 'river' | 'tide', nothing: string) => [
  { value: '', label: nothing },
  ...gauges
    .filter(({ reading }) => reading.kind === kind)
    .map(({ reading }) => ({ value: reading.sensor, label: reading.name })),
];
