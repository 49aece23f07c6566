import { useState } from 'react';
import {
  BigButton,
  BigButtonList,
  Button,
  ButtonGrid,
  ContextMenu,
  IconButton,
  Kbd,
  Menu,
  type MenuItem,
  Note,
  Popover,
  Row,
  Stack,
  Toggle,
  Toolbar,
  Tooltip,
} from '../index.ts';
import { Exhibit } from './Exhibit.tsx';
import { useSay } from './use-say.ts';

export function ActionExhibits() {
  const say = useSay();
  const [isXRay, setXRay] = useState(true);
  const [hasShadows, setShadows] = useState(true);
  const [point, setPoint] = useState<{ x: number; y: number }>();
  const doNothing = () => undefined;
  const items: readonly MenuItem[] = [
    { kind: 'heading', id: 'here', label: say('Here', '此处') },
    {
      id: 'inspect',
      label: say('Inspect', '查看'),
      icon: 'info',
      shortcut: 'Enter',
      onSelect: doNothing,
    },
    {
      id: 'measure',
      label: say('Measure from here', '从此处测量'),
      icon: 'ruler',
      shortcut: 'M',
      onSelect: doNothing,
    },
    {
      id: 'shadows',
      label: say('Shadows', '阴影'),
      icon: 'shadow',
      isChecked: hasShadows,
      onSelect: () => setShadows(!hasShadows),
    },
    {
      id: 'dispatch',
      label: say('Dispatch (no permission)', '派遣（无权限）'),
      icon: 'ambulance',
      disabled: true,
      onSelect: doNothing,
    },
    { kind: 'divider', id: 'line' },
    {
      id: 'remove',
      label: say('Remove', '删除'),
      icon: 'trash',
      isDanger: true,
      onSelect: doNothing,
    },
  ];
  return (
    <>
      <Exhibit name="BigButton">
        <BigButton
          icon="incident"
          name={say('Burst', '爆管')}
          detail={say('Valves to close, who is without water', '应关阀门、停水用户')}
          kind="danger"
          onClick={doNothing}
        />
      </Exhibit>
      <Exhibit name="BigButtonList">
        <BigButtonList
          label={say('Tools', '工具')}
          buttons={[
            {
              ...{ id: 'search', icon: 'radar' },
              name: say('Leak search', '漏损搜索'),
              detail: say('An area from what sensors say', '根据传感器给出区域'),
              onClick: doNothing,
            },
            {
              ...{ id: 'trace', icon: 'route' },
              name: say('Trace', '追踪'),
              detail: say('Where it comes from, where it goes', '来向与去向'),
              onClick: doNothing,
            },
          ]}
        />
      </Exhibit>
      <Exhibit name="Button">
        <Stack>
          <Row isWrapping>
            <Button kind="primary" icon="flame">
              {say('Simulate', '开始模拟')}
            </Button>
            <Button icon="share">{say('Share', '分享')}</Button>
            <Button kind="quiet">{say('Cancel', '取消')}</Button>
            <Button kind="danger" icon="trash">
              {say('Delete', '删除')}
            </Button>
          </Row>
          <Row isWrapping>
            <Button kind="primary" disabled>
              {say('Disabled', '禁用')}
            </Button>
            <Button disabled>{say('Disabled', '禁用')}</Button>
            <Button isLoading>{say('Saving', '保存中')}</Button>
            <Button isPressed icon="x-ray">
              {say('Pressed', '按下')}
            </Button>
          </Row>
          <Row isWrapping>
            <Button size="s">{say('Small', '小')}</Button>
            <Button>{say('Medium', '中')}</Button>
            <Button size="l">{say('Large', '大')}</Button>
            <Button shortcut="Mod+K" kind="quiet">
              {say('Commands', '命令')}
            </Button>
          </Row>
        </Stack>
      </Exhibit>
      <Exhibit name="ButtonGrid">
        <ButtonGrid>
          <Button icon="wind">{say('Turn the wind', '改变风向')}</Button>
          <Button icon="shield">{say('Defend', '防护')}</Button>
          <Button icon="compare">{say('What if …', '假设')}</Button>
        </ButtonGrid>
      </Exhibit>
      <Exhibit name="IconButton">
        <Row isWrapping>
          <IconButton icon="locate" label={say('Where am I', '我的位置')} shortcut="L" />
          <IconButton
            icon="x-ray"
            label={say('X-ray', '透视')}
            shortcut="X"
            isPressed={isXRay}
            onClick={() => setXRay(!isXRay)}
          />
          <IconButton icon="alarm" label={say('Alarms', '告警')} count={12} />
          <IconButton icon="settings" label={say('Settings', '设置')} kind="secondary" />
          <IconButton icon="play" label={say('Play', '播放')} kind="primary" />
          <IconButton icon="camera" label={say('Picture', '截图')} disabled />
          <IconButton icon="refresh" label={say('Refreshing', '刷新中')} isLoading />
          <IconButton icon="close" label={say('Small', '小')} size="s" />
          <IconButton icon="menu" label={say('Large', '大')} size="l" />
        </Row>
      </Exhibit>
      <Exhibit name="Toolbar">
        <Stack>
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
              <hr />
              <IconButton icon="camera" label={say('Picture', '截图')} shortcut="P" />
            </Toolbar>
          </Row>
          <Note kind="faint">
            {say('One tab stop; arrow keys move.', '仅占一个 Tab 停靠点；用方向键移动。')}
          </Note>
        </Stack>
      </Exhibit>
      <Exhibit name="Menu">
        <Row isWrapping>
          <Menu
            label={say('Actions', '操作')}
            items={items}
            trigger={<Button iconAfter="chevron-down">{say('Actions', '操作')}</Button>}
          />
          <Menu
            label={say('More', '更多')}
            items={items}
            trigger={<IconButton icon="more" label={say('More', '更多')} />}
          />
        </Row>
      </Exhibit>
      <Exhibit name="ContextMenu">
        <Button
          icon="pin"
          onClick={(event) => {
            const box = event.currentTarget.getBoundingClientRect();
            setPoint({ x: box.left + 24, y: box.bottom });
          }}
        >
          {say('Open at a point', '在某点打开')}
        </Button>
        <ContextMenu
          label={say('Here', '此处')}
          at={point}
          items={items}
          onClose={() => setPoint(undefined)}
        />
      </Exhibit>
      <Exhibit name="Popover">
        <Popover
          label={say('View', '视图')}
          trigger={<Button icon="adjust">{say('View settings', '视图设置')}</Button>}
        >
          <Stack>
            <Toggle label={say('Shadows', '阴影')} checked={hasShadows} onChange={setShadows} />
            <Toggle label={say('X-ray', '透视')} checked={isXRay} onChange={setXRay} />
          </Stack>
        </Popover>
      </Exhibit>
      <Exhibit name="Tooltip">
        <Tooltip text={say('Look straight down', '正上方俯视')} shortcut="U">
          <Button>{say('Hover or focus me', '悬停或聚焦')}</Button>
        </Tooltip>
      </Exhibit>
      <Exhibit name="Kbd">
        <Row isWrapping>
          <Kbd shortcut="Mod+K" />
          <Kbd shortcut="Shift+F" />
          <Kbd shortcut="N" />
          <Kbd shortcut="Escape" />
          <Kbd shortcut="ArrowLeft" />
        </Row>
      </Exhibit>
    </>
  );
}
