import { useState } from 'react';
import {
  Checkbox,
  ChipGroup,
  DirectionDial,
  Field,
  formatQuantity,
  NudgePad,
  NumberField,
  PlacesBar,
  RangeSlider,
  Segmented,
  SelectField,
  Slider,
  Stack,
  TextField,
  Toggle,
  useKit,
} from '../index.ts';
import { Exhibit } from './Exhibit.tsx';
import { useSay } from './use-say.ts';

const wave = 'M3 7c3 -2 6 -2 9 0s6 2 9 0 M3 17c3 -2 6 -2 9 0s6 2 9 0 M3 12c3 -2 6 -2 9 0s6 2 9 0';

const manyCities = Array.from({ length: 40 }, (_, at) => ({
  value: `district-${at + 1}`,
  label: `District ${at + 1}`,
}));

export function FieldExhibits() {
  const say = useSay();
  const { language } = useKit();
  const [name, setName] = useState('Coolhaven');
  const [height, setHeight] = useState<number | undefined>(42.5);
  const [mode, setMode] = useState<'2d' | '3d' | 'wall'>('3d');
  const [view, setView] = useState<'list' | 'table' | 'chart'>('list');
  const [use, setUse] = useState<'housing' | 'office' | 'school'>();
  const [district, setDistrict] = useState('district-7');
  const [opacity, setOpacity] = useState(0.7);
  const [heights, setHeights] = useState<[number, number]>([12, 60]);
  const [directionDeg, setDirectionDeg] = useState(240);
  const [points, setPoints] = useState(1);
  const [isOn, setOn] = useState(true);
  const [statuses, setStatuses] = useState<readonly ('alarm' | 'warning' | 'river')[]>(['alarm']);
  const metres = (value: number) => formatQuantity(value, 'm', language);
  const percent = (value: number) => `${Math.round(value * 100)}%`;
  return (
    <>
      <Exhibit name="ChipGroup">
        <ChipGroup
          label={say('Status', '状态')}
          values={statuses}
          onChange={setStatuses}
          options={[
            { value: 'alarm', label: say('alarm', '报警'), tone: 'critical', count: 3 },
            { value: 'warning', label: say('warning', '预警'), tone: 'warning', count: 0 },
            { value: 'river', label: say('River gauge', '河道水位站'), glyph: wave, count: 1204 },
          ]}
        />
      </Exhibit>
      <Exhibit name="TextField">
        <Stack>
          <TextField
            label={say('Name', '名称')}
            value={name}
            onChange={setName}
            hint={say('As it stands on the sign.', '以标牌为准。')}
          />
          <TextField
            label={say('Empty, with icon', '空，带图标')}
            value=""
            onChange={setName}
            placeholder={say('e.g. Coolhaven', '例如：人民路')}
            icon="pin"
          />
          <TextField
            label={say('With an error', '有错误')}
            value="EPSG:99999"
            onChange={setName}
            error={say(
              'EPSG:99999 is unknown; give a code such as EPSG:28992.',
              '未知的 EPSG:99999；请输入例如 EPSG:4547。',
            )}
          />
          <TextField label={say('Disabled', '禁用')} value={name} onChange={setName} disabled />
        </Stack>
      </Exhibit>
      <Exhibit name="NumberField">
        <Stack>
          <NumberField
            label={say('Height', '高度')}
            value={height}
            onChange={setHeight}
            unit="m"
            min={0}
            max={300}
            step={0.5}
          />
          <NumberField
            label={say('Discharge', '流量')}
            value={undefined}
            onChange={setHeight}
            unit="m³/s"
            placeholder={say('unknown', '未知')}
            hint={say('0 to 500 m³/s', '0 至 500 m³/s')}
          />
          <NumberField
            label={say('Too high', '过高')}
            value={420}
            onChange={setHeight}
            unit="m"
            error={say('420 m is above the limit of 300 m.', '420 m 超过上限 300 m。')}
          />
          <NumberField label={say('Disabled', '禁用')} value={3} onChange={setHeight} disabled />
        </Stack>
      </Exhibit>
      <Exhibit name="SelectField">
        <Stack>
          <SelectField
            label={say('Use', '用途')}
            value={use}
            onChange={setUse}
            placeholder={say('Choose…', '请选择…')}
            options={[
              { value: 'housing', label: say('Housing', '住宅') },
              { value: 'office', label: say('Office', '办公') },
              { value: 'school', label: say('School', '学校'), disabled: true },
            ]}
          />
          <SelectField
            label={say('Searchable', '可搜索')}
            value={district}
            onChange={setDistrict}
            options={manyCities}
            isSearchable
          />
          <SelectField
            label={say('Disabled', '禁用')}
            value="a"
            onChange={() => undefined}
            options={[{ value: 'a', label: 'EPSG:28992' }]}
            disabled
          />
        </Stack>
      </Exhibit>
      <Exhibit name="Slider">
        <Stack gap="l">
          <Slider
            label={say('Opacity', '不透明度')}
            value={opacity}
            onChange={setOpacity}
            format={percent}
          />
          <Slider
            label={say('With marks', '带刻度')}
            value={opacity}
            onChange={setOpacity}
            format={percent}
            marks={[{ value: 0 }, { value: 0.5 }, { value: 1 }]}
          />
          <Slider
            label={say('Disabled', '禁用')}
            value={0.3}
            onChange={setOpacity}
            format={percent}
            disabled
          />
        </Stack>
      </Exhibit>
      <Exhibit name="DirectionDial">
        <DirectionDial
          label={say('Wind from', '风向')}
          valueDeg={directionDeg}
          onChange={setDirectionDeg}
          letters={[say('N', '北'), say('E', '东'), say('S', '南'), say('W', '西')]}
          format={(degrees) => `${Math.round(degrees)}°`}
        />
      </Exhibit>
      <Exhibit name="NudgePad">
        <NudgePad
          steps={[0.1, 1, 10]}
          onMove={(_, __, upM) => setHeight((height ?? 0) + upM)}
          onTurn={(byDeg) => setDirectionDeg((directionDeg - byDeg + 360) % 360)}
        />
      </Exhibit>
      <Exhibit name="PlacesBar">
        <PlacesBar
          title={say('Draw: Barrier', '绘制：挡水墙')}
          how={say('Click along its line; finish with Enter.', '沿线点击，按回车完成。')}
          count={say(`${points} points`, `${points} 点`)}
          isEmpty={points === 0}
          isWhole={points >= 2}
          notRead={(typed) => say(`“${typed}” is no place.`, `“${typed}”不是坐标。`)}
          onAdd={() => setPoints((count) => count + 1)}
          onFinish={() => setPoints(0)}
          onUndo={() => setPoints((count) => count - 1)}
          onCancel={() => setPoints(0)}
        />
      </Exhibit>
      <Exhibit name="RangeSlider">
        <Stack gap="l">
          <RangeSlider
            label={say('Height', '高度')}
            value={heights}
            onChange={setHeights}
            min={0}
            max={120}
            format={metres}
          />
          <RangeSlider
            label={say('Disabled', '禁用')}
            value={[20, 40]}
            onChange={setHeights}
            min={0}
            max={120}
            format={metres}
            disabled
          />
        </Stack>
      </Exhibit>
      <Exhibit name="Segmented">
        <Stack>
          <Segmented
            label={say('Mode', '模式')}
            value={mode}
            onChange={setMode}
            options={[
              { value: '2d', label: '2D', icon: 'map' },
              { value: '3d', label: '3D', icon: 'cube' },
              { value: 'wall', label: say('Wall', '大屏'), icon: 'wall' },
            ]}
          />
          <Segmented
            label={say('View as', '视图')}
            value={view}
            onChange={setView}
            isIconOnly
            options={[
              { value: 'list', label: say('List', '列表'), icon: 'list' },
              { value: 'table', label: say('Table', '表格'), icon: 'table' },
              { value: 'chart', label: say('Chart', '图表'), icon: 'histogram' },
            ]}
          />
          <Segmented
            label={say('Disabled', '禁用')}
            value="a"
            onChange={() => undefined}
            disabled
            options={[
              { value: 'a', label: say('One', '一') },
              { value: 'b', label: say('Two', '二') },
            ]}
          />
        </Stack>
      </Exhibit>
      <Exhibit name="Toggle">
        <Stack gap="s">
          <Toggle label={say('Shadows', '阴影')} checked={isOn} onChange={setOn} />
          <Toggle
            label={say('Traffic', '交通')}
            checked={!isOn}
            onChange={() => setOn(!isOn)}
            hint={say('Simulated where no sensor stands.', '无传感器处为模拟值。')}
          />
          <Toggle label={say('Disabled', '禁用')} checked={false} onChange={setOn} disabled />
          <Toggle label={say('Disabled, on', '禁用，开启')} checked onChange={setOn} disabled />
        </Stack>
      </Exhibit>
      <Exhibit name="Checkbox">
        <Stack gap="s">
          <Checkbox label={say('Residential', '住宅')} checked={isOn} onChange={setOn} />
          <Checkbox label={say('Mixed', '部分选中')} checked={false} isMixed onChange={setOn} />
          <Checkbox
            label={say('With a hint', '带提示')}
            hint={say('Counts basements too.', '包含地下室。')}
            checked={!isOn}
            onChange={() => setOn(!isOn)}
          />
          <Checkbox label={say('Disabled', '禁用')} checked onChange={setOn} disabled />
        </Stack>
      </Exhibit>
      <Exhibit name="Field">
        <Field
          label={say('Any control', '任意控件')}
          aside="3 / 5"
          hint={say(
            'Label, aside, hint and error around what you draw.',
            '标签、旁注、提示与错误围绕您的控件。',
          )}
        >
          {(control) => <input {...control} type="range" min={0} max={5} defaultValue={3} />}
        </Field>
      </Exhibit>
    </>
  );
}
