import { useState } from 'react';
import { instant } from '#model/time.ts';
import {
  AppBar,
  Breadcrumbs,
  Button,
  Histogram,
  IconButton,
  LayerCard,
  Legend,
  Meter,
  Panel,
  Row,
  SearchBox,
  Segmented,
  Stack,
  StatusBar,
  StatusItem,
  Surface,
  TimeControl,
  Toolbar,
} from '../index.ts';
import styles from './Gallery.module.css';
import { SampleInspector } from './SampleInspector.tsx';
import { samplePlaces } from './sample-search.ts';
import { heightCounts, heightEdges, juneSunDeg, viridis } from './samples.ts';
import { useSay } from './use-say.ts';

/** The parts together, as the app composes them. */
export function Workbench() {
  const say = useSay();
  const [isOn, setOn] = useState(true);
  const [opacity, setOpacity] = useState(0.9);
  const [breaks, setBreaks] = useState<readonly number[]>([12, 28, 60, 88]);
  const [now, setNow] = useState(instant(Date.UTC(2026, 5, 21, 16, 40)));
  const [by, setBy] = useState<'height' | 'use' | 'year'>('height');
  const classOf = (value: number) => breaks.filter((each) => each <= value).length;
  return (
    <section className={styles.workbench} aria-label={say('Everything together', '整体效果')}>
      <AppBar
        start={
          <>
            <IconButton icon="menu" label={say('Menu', '菜单')} />
            <strong className={styles.brand}>Panopolis</strong>
          </>
        }
        middle={
          <Breadcrumbs
            label={say('Place on the workbench', '工作台位置')}
            items={[
              { id: 'city', label: say('Rotterdam', '鹿特丹'), onSelect: () => undefined },
              { id: 'district', label: say('Delfshaven', '德尔夫斯港') },
            ]}
          />
        }
        end={
          <>
            <IconButton
              icon="sun"
              label={say('Sun and time', '日照与时间')}
              shortcut="T"
              isPressed
            />
            <IconButton icon="compare" label={say('Compare', '对比')} />
            <IconButton icon="alarm" label={say('Alarms', '告警')} count={3} />
            <Button kind="primary" size="s" icon="share">
              {say('Share', '分享')}
            </Button>
          </>
        }
      />
      <div className={styles.desk}>
        <div className={styles.left}>
          <SearchBox
            isFloating
            label={say('Search buildings, streets, valves', '搜索建筑、街道、阀门')}
            shortcut="/"
            search={async (query) =>
              samplePlaces(say).filter((place) =>
                place.title.toLowerCase().includes(query.toLowerCase()),
              )
            }
            onChoose={() => undefined}
          />
          <Panel
            title={say('Workbench', '工作台')}
            icon="layers"
            aside="4"
            actions={<IconButton size="s" icon="plus" label={say('Add a layer', '添加图层')} />}
            footer={
              <Meter
                label={say('Tile memory', '瓦片内存')}
                value={212}
                max={512}
                format={(used, budget) => `${used} / ${budget} MB`}
              />
            }
          >
            <Stack>
              <LayerCard
                icon="buildings"
                name={say('Buildings', '建筑')}
                detail="128,412 · LoD2"
                isOn={isOn}
                onToggle={setOn}
                opacity={opacity}
                onOpacityChange={setOpacity}
                isExpanded
                onExpandedChange={() => undefined}
              >
                <Segmented
                  label={say('Colour by', '着色')}
                  isWide
                  value={by}
                  onChange={setBy}
                  options={[
                    { value: 'height', label: say('Height', '高度') },
                    { value: 'use', label: say('Use', '用途') },
                    { value: 'year', label: say('Built', '年代') },
                  ]}
                />
                <Histogram
                  label={say('Height', '高度')}
                  edges={heightEdges}
                  counts={heightCounts}
                  colours={heightEdges.slice(0, -1).map((edge) => viridis[classOf(edge)] ?? '')}
                  handles={{ kind: 'breaks', value: breaks, onChange: setBreaks }}
                  format={(value) => `${Math.round(value)}`}
                />
                <Legend
                  title={say('Height', '高度')}
                  unit="m"
                  onToggleClass={() => undefined}
                  scale={{
                    kind: 'classes',
                    classes: viridis.map((colour, at) => ({
                      id: colour,
                      label: `${Math.round(breaks[at - 1] ?? 0)} – ${Math.round(breaks[at] ?? 120)}`,
                      colour,
                      count: 41_200 >> at,
                    })),
                  }}
                  noData={{ colour: 'var(--no-data)', count: 214 }}
                />
              </LayerCard>
              <LayerCard
                icon="mountain"
                name={say('Terrain', '地形')}
                isOn
                onToggle={setOn}
                isExpanded={false}
                onExpandedChange={() => undefined}
              />
              <LayerCard
                icon="droplet"
                name={say('Flood', '洪水')}
                status={{ tone: 'simulated', word: say('simulated', '模拟') }}
                isOn
                onToggle={setOn}
                isExpanded={false}
                onExpandedChange={() => undefined}
              />
              <LayerCard
                icon="sensor"
                name={say('Sensors', '传感器')}
                status={{ tone: 'stale', word: say('stale', '已过期') }}
                isOn={false}
                onToggle={setOn}
                isExpanded={false}
                onExpandedChange={() => undefined}
              />
            </Stack>
          </Panel>
        </div>
        <div className={styles.centre}>
          <Row>
            <Toolbar label={say('Tools', '工具')} isFloating>
              <IconButton
                icon="navigation"
                label={say('Navigate', '浏览')}
                shortcut="V"
                isPressed
              />
              <IconButton icon="select-area" label={say('Select an area', '框选')} shortcut="A" />
              <IconButton icon="ruler" label={say('Measure', '测量')} shortcut="M" />
              <IconButton icon="x-ray" label={say('X-ray', '透视')} shortcut="X" />
              <hr />
              <IconButton icon="camera" label={say('Picture', '截图')} shortcut="P" />
            </Toolbar>
          </Row>
          <Surface>
            <TimeControl
              now={now}
              timeZone="Europe/Amsterdam"
              isLive={false}
              rate={0}
              sunElevationsDeg={juneSunDeg}
              onTimeChange={setNow}
              onRateChange={() => undefined}
              onLive={() => undefined}
            />
          </Surface>
        </div>
        <div className={styles.right}>
          <SampleInspector title={say('Coolhaven 240', '人民南路 240 号')} />
        </div>
      </div>
      <StatusBar
        start={
          <>
            <StatusItem
              label={say('Coordinate; click for another form', '坐标；点击切换格式')}
              icon="target"
              onClick={() => undefined}
            >
              51.9114° N 4.4602° E
            </StatusItem>
            <StatusItem label={say('Height', '高程')} icon="mountain">
              44.2 m
            </StatusItem>
            <StatusItem label={say('Scale', '比例尺')} icon="ruler">
              1 : 2,500
            </StatusItem>
          </>
        }
        end={
          <>
            <StatusItem label={say('Data', '数据')}>© 3DBAG, PDOK</StatusItem>
            <StatusItem label={say('Clock', '时钟')} icon="clock">
              21 Jun 2026, 18:40 GMT+2
            </StatusItem>
          </>
        }
      />
    </section>
  );
}
