import { useState } from 'react';
import { instant } from '#model/time.ts';
import {
  DataTable,
  EmptyState,
  IconButton,
  ItemList,
  ItemRow,
  Legend,
  Quantity,
  Row,
  Skeleton,
  Stack,
  Stat,
  StatusBadge,
} from '../index.ts';
import { Exhibit } from './Exhibit.tsx';
import { SampleTree } from './SampleTree.tsx';
import { type SampleBuilding, sampleBuildings, viridis } from './samples.ts';
import { useSay } from './use-say.ts';

const moment = instant(Date.UTC(2026, 10, 26, 13, 5));

export function DataExhibits() {
  const say = useSay();
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set(['school']));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set(['NL-000003']));
  const columns = [
    {
      id: 'id',
      title: say('Building', '建筑'),
      value: (row: SampleBuilding) => row.id,
      width: 'minmax(8rem, 2fr)',
    },
    {
      id: 'use',
      title: say('Use', '用途'),
      value: (row: SampleBuilding) => say(row.use.en, row.use.zh),
    },
    {
      id: 'height',
      title: say('Height', '高度'),
      unit: 'm',
      align: 'end' as const,
      value: (row: SampleBuilding) => row.heightM,
      render: (row: SampleBuilding) => <Quantity value={row.heightM} decimals={1} />,
    },
    {
      id: 'year',
      title: say('Built', '建成'),
      align: 'end' as const,
      value: (row: SampleBuilding) => row.year,
    },
  ];
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    setHidden(next);
  };
  return (
    <>
      <Exhibit name="Quantity">
        <Stack>
          <Row gap="l" isWrapping>
            <Quantity value={42.56} unit="m" />
            <Quantity value={1_234_567} unit="m³" />
            <Quantity value={48.21} unit="°" />
            <Quantity value={87.5} unit="%" />
            <Quantity value={1985} isGrouped={false} />
          </Row>
          <Row gap="l" isWrapping>
            <Quantity value={undefined} unit="m" />
            <Quantity value={6.02e23} />
            <Quantity value={-4.5e-7} unit="m" />
          </Row>
          <Quantity
            value={3.42}
            unit="m³/s"
            time={moment}
            timeZone="Europe/Amsterdam"
            source="KNMI"
          />
          <Quantity
            value={3.42}
            unit="m³/s"
            state="stale"
            time={moment}
            timeZone="Europe/Amsterdam"
            source="Rijnmond 12"
          />
          <Quantity
            value={0.84}
            unit="m"
            state="simulated"
            model={say('shallow water, valid to 6 h', '浅水方程，6 小时内有效')}
          />
        </Stack>
      </Exhibit>
      <Exhibit name="ItemList">
        <ItemList label={say('Runs', '运行')}>
          <ItemRow
            lead="wave"
            name={say('Breach at the south levee', '南堤决口')}
            details={[say('shown', '显示中'), 'T+40 min']}
            more={<StatusBadge tone="good" word={say('done', '已完成')} isPlain />}
            actions={
              <>
                <IconButton size="s" icon="eye" label={say('Show', '显示')} />
                <IconButton size="s" icon="trash" label={say('Forget', '删除')} />
              </>
            }
          />
          <ItemRow lead="flame" name={say('Kiln Street 4', '窑街 4 号')} />
        </ItemList>
      </Exhibit>
      <Exhibit name="Stat">
        <Row gap="l" align="start" isWrapping>
          <Stat label={say('Buildings', '建筑')} value={128_412} />
          <Stat
            label={say('Water level', '水位')}
            value={1.84}
            unit="m"
            trend={{
              direction: 'up',
              words: say('+0.12 m in 1 h', '1 小时 +0.12 m'),
              judgement: 'bad',
            }}
          />
          <Stat
            label={say('Load', '负荷')}
            value={412}
            unit="MW"
            trend={{ direction: 'down', words: '−3.1%', judgement: 'good' }}
          />
          <Stat
            label={say('Visitors', '访客')}
            value={1_250_000}
            isCompact
            trend={{ direction: 'flat', words: say('as usual', '正常') }}
          />
          <Stat label={say('No value', '无数据')} value={undefined} unit="m">
            <StatusBadge tone="stale" word={say('stale', '已过期')} isPlain />
          </Stat>
        </Row>
      </Exhibit>
      <Exhibit name="Legend">
        <Stack gap="l">
          <Legend
            title={say('Height', '高度')}
            unit="m"
            scale={{ kind: 'continuous', min: 0, max: 120, colours: viridis }}
            noData={{ colour: 'var(--no-data)', count: 214 }}
          />
          <Legend
            title={say('Use', '用途')}
            onToggleClass={toggle}
            scale={{
              kind: 'classes',
              classes: [
                { id: 'housing', label: say('Housing', '住宅'), colour: '#e69f00', count: 84_201 },
                { id: 'office', label: say('Office', '办公'), colour: '#56b4e9', count: 12_044 },
                { id: 'school', label: say('School', '学校'), colour: '#009e73', count: 312 },
                {
                  id: 'others',
                  label: say('Others', '其他'),
                  colour: '#8b97a5',
                  count: 96,
                  isFixed: true,
                },
              ].map((each) => ({ ...each, isHidden: hidden.has(each.id) })),
            }}
          />
        </Stack>
      </Exhibit>
      <Exhibit name="Tree">
        <SampleTree />
      </Exhibit>
      <Exhibit name="DataTable" isWide>
        <Stack gap="l">
          <DataTable
            label={say('20,000 buildings', '两万栋建筑')}
            columns={columns}
            rows={sampleBuildings}
            rowId={(row) => row.id}
            selectedIds={selected}
            onSelectionChange={setSelected}
            initialSort={{ column: 'height', direction: 'descending' }}
            height="16rem"
          />
          <Row gap="l" align="start" isEven>
            <DataTable
              label={say('Loading', '加载中')}
              columns={columns}
              rows={[]}
              rowId={(row) => row.id}
              instead={<Skeleton />}
            />
            <DataTable
              label={say('Empty', '空')}
              columns={columns}
              rows={[]}
              rowId={(row) => row.id}
              instead={
                <EmptyState
                  icon="filter"
                  title={say('No building passes the filter', '没有符合筛选的建筑')}
                />
              }
            />
          </Row>
        </Stack>
      </Exhibit>
    </>
  );
}
