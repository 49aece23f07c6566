import { useState } from 'react';
import {
  ColourRampPicker,
  formatQuantity,
  Histogram,
  LayerSection,
  Stack,
  TimeSeriesChart,
  useKit,
} from '../index.ts';
import { Exhibit } from './Exhibit.tsx';
import {
  cividis,
  gaugeDay,
  heightCounts,
  heightEdges,
  inferno,
  sampleGauges,
  viridis,
} from './samples.ts';
import { useSay } from './use-say.ts';

export function ChartExhibits() {
  const say = useSay();
  const { language } = useKit();
  const [range, setRange] = useState<readonly [number, number]>([16, 72]);
  const [breaks, setBreaks] = useState<readonly number[]>([12, 28, 60, 88]);
  const [ramp, setRamp] = useState('viridis');
  const [isReversed, setReversed] = useState(false);
  const metres = (value: number) => formatQuantity(Math.round(value), 'm', language);
  const classOf = (value: number) => breaks.filter((each) => each <= value).length;
  const ramps = [
    { id: 'viridis', name: 'Viridis', colours: viridis, isColourBlindSafe: true },
    { id: 'cividis', name: 'Cividis', colours: cividis, isColourBlindSafe: true },
    { id: 'inferno', name: 'Inferno', colours: inferno, isColourBlindSafe: true },
    { id: 'traffic', name: say('Traffic', '交通'), colours: ['#1a9850', '#fee08b', '#d73027'] },
  ];
  const plot = { edges: heightEdges, counts: heightCounts, format: metres };
  return (
    <>
      <Exhibit name="Histogram" isWide>
        <Stack gap="l">
          <Histogram
            {...plot}
            label={say('Height, range', '高度，范围')}
            handles={{ kind: 'range', value: range, onChange: setRange }}
          />
          <Histogram
            {...plot}
            label={say('Height, breaks', '高度，分级')}
            colours={heightEdges.slice(0, -1).map((edge) => viridis[classOf(edge)] ?? '')}
            handles={{ kind: 'breaks', value: breaks, onChange: setBreaks }}
          />
          <Histogram {...plot} label={say('Height, to look at', '高度，仅查看')} disabled />
        </Stack>
      </Exhibit>
      <Exhibit name="TimeSeriesChart" isWide>
        <TimeSeriesChart
          label={say('Water level, one day', '水位，一天')}
          series={sampleGauges}
          formatValue={(value) => formatQuantity(value, 'm', language, { decimals: 2 })}
          {...gaugeDay}
          timeZone="Europe/Amsterdam"
          limits={[
            { value: 2.2, name: say('warning', '预警'), tone: 'warning' },
            { value: 2.6, name: say('alarm', '报警'), tone: 'critical' },
          ]}
        />
      </Exhibit>
      <Exhibit name="LayerSection">
        <LayerSection
          label={say('Outer wall', '外墙')}
          total={formatQuantity(379, 'mm', language)}
          layers={(
            [
              ['masonry', say('Brick', '砖'), 102],
              ['air', say('Air', '空气层'), 40],
              ['insulation', say('Mineral wool', '岩棉'), 120],
              ['concrete', say('Concrete', '混凝土'), 92],
              ['metal', say('Steel stud', '钢龙骨'), 5],
              ['timber', say('Battens', '木龙骨'), 6],
              ['glass', say('Vapour barrier', '隔汽层'), 1],
              ['board', say('Plasterboard', '石膏板'), 12.5],
              ['plain', say('Paint', '涂料'), 0.5],
            ] as const
          ).map(([pattern, name, thickness]) => ({
            id: pattern,
            name,
            thickness,
            text: formatQuantity(thickness, 'mm', language),
            pattern,
          }))}
        />
      </Exhibit>
      <Exhibit name="ColourRampPicker">
        <Stack>
          <ColourRampPicker
            label={say('Colours', '配色')}
            ramps={ramps}
            value={ramp}
            onChange={setRamp}
            isReversed={isReversed}
            onReversedChange={setReversed}
          />
          <ColourRampPicker
            label={say('Disabled', '禁用')}
            ramps={ramps}
            value="cividis"
            onChange={setRamp}
            disabled
          />
        </Stack>
      </Exhibit>
    </>
  );
}
