import { useState } from 'react';
import {
  AppBar,
  Breadcrumbs,
  Button,
  CommandPalette,
  Highlight,
  IconButton,
  Note,
  Row,
  SearchBox,
  ShortcutSheet,
  Stack,
  StatusBar,
  StatusItem,
  Tabs,
  Trail,
} from '../index.ts';
import { Exhibit } from './Exhibit.tsx';
import { sampleCommands, samplePlaces } from './sample-search.ts';
import { useSay } from './use-say.ts';

const rest = (durationMs: number) => new Promise((done) => setTimeout(done, durationMs));

export function NavigationExhibits() {
  const say = useSay();
  const [tab, setTab] = useState<'style' | 'filter' | 'info'>('style');
  const [open, setOpen] = useState<'palette' | 'sheet'>();
  const [chosen, setChosen] = useState('');
  const places = samplePlaces(say);
  const commands = sampleCommands(say, (title) => setChosen(title));

  const search = async (query: string) => {
    await rest(250);
    const words = query.toLowerCase();
    return places.filter((place) => `${place.title} ${place.detail}`.toLowerCase().includes(words));
  };
  const fail = async (): Promise<never> => {
    await rest(150);
    throw new Error(say('The search worker has stopped.', '搜索进程已停止。'));
  };

  return (
    <>
      <Exhibit name="AppBar" isWide>
        <AppBar
          start={
            <>
              <IconButton icon="menu" label={say('Menu', '菜单')} size="l" />
              <strong>Panopolis</strong>
            </>
          }
          middle={
            <Breadcrumbs
              label={say('Place', '位置')}
              items={[
                { id: 'city', label: say('Rotterdam', '鹿特丹'), onSelect: () => undefined },
                { id: 'district', label: say('Delfshaven', '德尔夫斯港') },
              ]}
            />
          }
          end={
            <>
              <IconButton icon="sun" label={say('Sun and time', '日照与时间')} />
              <IconButton icon="compare" label={say('Compare', '对比')} />
              <IconButton icon="share" label={say('Share', '分享')} />
            </>
          }
        />
      </Exhibit>
      <Exhibit name="StatusBar" isWide>
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
              <StatusItem label={say('Height above the ellipsoid', '椭球高')} icon="mountain">
                44.2 m
              </StatusItem>
            </>
          }
          end={
            <>
              <StatusItem label={say('Data', '数据')}>© 3DBAG, PDOK</StatusItem>
              <StatusItem label={say('Clock', '时钟')} icon="clock">
                14:05 GMT+1
              </StatusItem>
            </>
          }
        />
      </Exhibit>
      <Exhibit name="StatusItem">
        <Row>
          <StatusItem label={say('To look at', '仅查看')} icon="compass">
            347°
          </StatusItem>
          <StatusItem label={say('To press', '可点击')} icon="ruler" onClick={() => undefined}>
            1 : 2,500
          </StatusItem>
        </Row>
      </Exhibit>
      <Exhibit name="Breadcrumbs">
        <Breadcrumbs
          label={say('Place in the model', '模型位置')}
          items={[
            { id: 'city', label: say('Rotterdam', '鹿特丹'), onSelect: () => undefined },
            { id: 'district', label: say('Delfshaven', '德尔夫斯港'), onSelect: () => undefined },
            { id: 'street', label: 'Coolhaven' },
          ]}
        />
      </Exhibit>
      <Exhibit name="Trail">
        <Trail
          label={say('Part of', '所属')}
          items={[
            { id: 'site', label: say('Hospital', '医院'), onSelect: () => undefined },
            { id: 'building', label: say('East wing', '东翼'), onSelect: () => undefined },
            { id: 'storey', label: say('Second floor', '三层'), onSelect: () => undefined },
            { id: 'room', label: say('Operating theatre 2', '2 号手术室') },
          ]}
        />
      </Exhibit>
      <Exhibit name="Tabs">
        <Tabs
          label={say('Layer', '图层')}
          value={tab}
          onChange={setTab}
          tabs={[
            {
              id: 'style',
              label: say('Style', '样式'),
              icon: 'palette',
              panel: <Note>{say('Colours and heights.', '颜色与高度。')}</Note>,
            },
            {
              id: 'filter',
              label: say('Filter', '筛选'),
              icon: 'filter',
              count: 2,
              panel: <Note>{say('Two conditions.', '两个条件。')}</Note>,
            },
            { id: 'info', label: say('Info', '信息'), disabled: true, panel: null },
          ]}
        />
      </Exhibit>
      <Exhibit name="SearchBox">
        <Stack>
          <SearchBox
            label={say('Search the city', '搜索城市')}
            shortcut="/"
            search={search}
            onChoose={(place) => setChosen(place.title)}
          />
          <SearchBox
            label={say('A search that fails', '失败的搜索')}
            search={fail}
            onChoose={() => undefined}
          />
          <Note kind="faint">{chosen || say('Try “cool” or “xyz”.', '试试“人民”或“xyz”。')}</Note>
        </Stack>
      </Exhibit>
      <Exhibit name="Highlight">
        <Note>
          <Highlight
            text={say('Coolhaven 236, Rotterdam', '人民南路 236 号')}
            query={say('cool rot', '南路')}
          />
        </Note>
      </Exhibit>
      <Exhibit name="CommandPalette">
        <Button icon="command" shortcut="Mod+K" onClick={() => setOpen('palette')}>
          {say('Open the palette', '打开命令面板')}
        </Button>
        <CommandPalette
          label={say('Commands', '命令')}
          placeholder={say('What do you want to do?', '您想做什么？')}
          isOpen={open === 'palette'}
          onClose={() => setOpen(undefined)}
          commands={commands}
          recentIds={['shadows']}
        />
      </Exhibit>
      <Exhibit name="ShortcutSheet">
        <Button icon="keyboard" shortcut="?" onClick={() => setOpen('sheet')}>
          {say('Open the sheet', '打开快捷键表')}
        </Button>
        <ShortcutSheet
          title={say('Shortcuts', '快捷键')}
          isOpen={open === 'sheet'}
          onClose={() => setOpen(undefined)}
          groups={[
            {
              title: say('View', '视图'),
              items: commands.flatMap((each) =>
                each.shortcut ? [{ id: each.id, title: each.title, shortcut: each.shortcut }] : [],
              ),
            },
            {
              title: say('Everywhere', '全局'),
              items: [
                { id: 'palette', title: say('Commands', '命令'), shortcut: 'Mod+K' },
                { id: 'chrome', title: say('Hide all chrome', '隐藏界面'), shortcut: 'Mod+/' },
                { id: 'cancel', title: say('Cancel', '取消'), shortcut: 'Escape' },
              ],
            },
          ]}
        />
      </Exhibit>
    </>
  );
}
