import { useState } from 'react';
import {
  BottomSheet,
  Button,
  Dialog,
  Drawer,
  Heading,
  IconButton,
  LayerCard,
  Legend,
  Note,
  Panel,
  PrintSheet,
  PropertyRow,
  PropertySection,
  Quantity,
  Row,
  SheetHead,
  type SheetHeight,
  SplitHandle,
  Stack,
  Surface,
  TextField,
  ToolPage,
  useIsPhone,
} from '../index.ts';
import { Exhibit } from './Exhibit.tsx';
import styles from './Gallery.module.css';
import { SampleInspector } from './SampleInspector.tsx';
import { viridis } from './samples.ts';
import { useSay } from './use-say.ts';

export function SurfaceExhibits() {
  const say = useSay();
  const isPhone = useIsPhone();
  const [isCollapsed, setCollapsed] = useState(false);
  const [isOn, setOn] = useState(true);
  const [opacity, setOpacity] = useState(0.8);
  const [isExpanded, setExpanded] = useState(true);
  const [open, setOpen] = useState<'dialog' | 'drawer' | 'sheet'>();
  const [sheet, setSheet] = useState<SheetHeight>('half');
  const [split, setSplit] = useState(0.4);
  const [name, setName] = useState('');
  const close = () => setOpen(undefined);
  return (
    <>
      <Exhibit name="Panel">
        <Panel
          title={say('Layers', '图层')}
          icon="layers"
          aside="6"
          actions={<IconButton size="s" icon="plus" label={say('Add a layer', '添加图层')} />}
          isCollapsed={isCollapsed}
          onCollapsedChange={setCollapsed}
          onClose={() => undefined}
          footer={<Note kind="faint">{say('212 of 512 MB', '212 / 512 MB')}</Note>}
        >
          <Note>{say('The head stays, the body scrolls.', '标题固定，内容滚动。')}</Note>
        </Panel>
      </Exhibit>
      <Exhibit name="LayerCard">
        <Stack>
          <LayerCard
            icon="buildings"
            name={say('Buildings', '建筑')}
            detail={say('128,412 · 2026-05', '128,412 · 2026-05')}
            isOn={isOn}
            onToggle={setOn}
            opacity={opacity}
            onOpacityChange={setOpacity}
            isExpanded={isExpanded}
            onExpandedChange={setExpanded}
            actions={<IconButton size="s" icon="focus" label={say('Zoom to', '缩放至')} />}
          >
            <Legend
              title={say('Height', '高度')}
              unit="m"
              scale={{ kind: 'continuous', min: 0, max: 120, colours: viridis }}
            />
          </LayerCard>
          <LayerCard
            icon="droplet"
            name={say('Flood', '洪水')}
            status={{ tone: 'simulated', word: say('simulated', '模拟') }}
            isOn={isOn}
            onToggle={setOn}
            isExpanded={false}
            onExpandedChange={() => undefined}
          />
          <LayerCard
            icon="sensor"
            name={say('Sensors', '传感器')}
            detail={say('since 13:02 GMT+1', '自 13:02 GMT+1')}
            status={{ tone: 'stale', word: say('stale', '已过期') }}
            isOn={false}
            onToggle={setOn}
          />
          <LayerCard
            icon="pipe"
            name={say('Water network', '供水管网')}
            status={{ tone: 'critical', word: say('failed', '失败') }}
            isOn
            onToggle={setOn}
          />
        </Stack>
      </Exhibit>
      <Exhibit name="Inspector">
        <SampleInspector />
      </Exhibit>
      <Exhibit name="PropertySection">
        <PropertySection title={say('Foundation', '基础')} aside="2">
          <PropertyRow name={say('Piles', '桩')}>{say('wood, 1931', '木桩，1931 年')}</PropertyRow>
          <PropertyRow name={say('Depth', '深度')}>
            <Quantity value={18} unit="m" />
          </PropertyRow>
        </PropertySection>
      </Exhibit>
      <Exhibit name="PropertyRow">
        <dl>
          <PropertyRow name={say('To copy', '可复制')} copyText="18.42" source="BAG, 2026-05">
            <Quantity value={18.42} unit="m" />
          </PropertyRow>
          <PropertyRow name={say('No value', '无数据')} />
        </dl>
      </Exhibit>
      <Exhibit name="Dialog">
        <Button onClick={() => setOpen('dialog')}>{say('Open the dialog', '打开对话框')}</Button>
        <Dialog
          title={say('Save this view', '保存此视图')}
          isOpen={open === 'dialog'}
          onClose={close}
          actions={
            <>
              <Button kind="quiet" onClick={close}>
                {say('Cancel', '取消')}
              </Button>
              <Button kind="primary" onClick={close}>
                {say('Save', '保存')}
              </Button>
            </>
          }
        >
          <TextField label={say('Name', '名称')} value={name} onChange={setName} />
        </Dialog>
      </Exhibit>
      <Exhibit name="PrintSheet">
        <Button onClick={() => setOpen('sheet')}>{say('Open the sheet', '打开打印页')}</Button>
        {open === 'sheet' && (
          <PrintSheet
            title={say('Work order', '工单')}
            tools={<Button icon="printer">{say('Print', '打印')}</Button>}
            onClose={close}
          >
            <SheetHead
              title={say('Work order', '工单')}
              subtitle={say('Close off Voorstraat', '关闭前街')}
              facts={[{ name: say('Began', '开始'), value: '12:40' }]}
            />
            <p>{say('Three valves, north to south.', '三个阀门，自北向南。')}</p>
          </PrintSheet>
        )}
      </Exhibit>
      <Exhibit name="ToolPage">
        <ToolPage
          title={say('Trace', '追踪')}
          back={say('Back to the tools', '返回工具列表')}
          broken={say('This tool has failed', '此工具出错')}
          onBack={close}
        >
          <Note>{say('What the tool asks and finds.', '工具的输入与结果。')}</Note>
        </ToolPage>
      </Exhibit>
      <Exhibit name="Drawer">
        <Button onClick={() => setOpen('drawer')}>{say('Open the drawer', '打开抽屉')}</Button>
        <Drawer title={say('Menu', '菜单')} isOpen={open === 'drawer'} onClose={close}>
          <Stack gap="s">
            <Button kind="quiet" icon="share" isWide>
              {say('Share', '分享')}
            </Button>
            <Button kind="quiet" icon="printer" isWide>
              {say('Print', '打印')}
            </Button>
          </Stack>
        </Drawer>
      </Exhibit>
      <Exhibit name="BottomSheet">
        <div className={styles.phone}>
          <BottomSheet
            title={say('Layers on a phone', '手机图层')}
            height={sheet}
            onHeightChange={setSheet}
          >
            <Note>
              {say('Drag the handle, or use the arrow keys on it.', '拖动手柄，或用方向键。')}
            </Note>
          </BottomSheet>
        </div>
      </Exhibit>
      <Exhibit name="SplitHandle">
        <Stack>
          <div className={styles.split}>
            <div style={{ inlineSize: `${split * 100}%` }} className={styles.before} />
            <div className={styles.after} />
            <SplitHandle
              kind="floating"
              label={say('Swipe', '卷帘')}
              value={split}
              onChange={setSplit}
            />
          </div>
          <div className={styles.split}>
            <div style={{ inlineSize: `${split * 100}%` }} className={styles.before} />
            <SplitHandle
              label={say('Width of the panel', '面板宽度')}
              value={split}
              onChange={setSplit}
              min={0.2}
              max={0.8}
            />
            <div className={styles.after} />
          </div>
        </Stack>
      </Exhibit>
      <Exhibit name="Surface">
        <Surface>
          <Note>{say('A plain plate over the globe.', '地球之上的素面板。')}</Note>
        </Surface>
      </Exhibit>
      <Exhibit name="Stack">
        <Stack gap="s">
          <Note>{say('One', '一')}</Note>
          <Note>{say('below the other', '上下排列')}</Note>
        </Stack>
      </Exhibit>
      <Exhibit name="Row">
        <Row spread="between">
          <Note>{say('Side', '左右')}</Note>
          <Note>{say('by side', '并排')}</Note>
        </Row>
      </Exhibit>
      <Exhibit name="Heading">
        <Stack>
          <Heading level={1}>{say('Delfshaven', '德尔夫斯港')}</Heading>
          <Heading level={2}>{say('Water network', '供水管网')}</Heading>
          <Heading level={3}>{say('Main N-12', 'N-12 主管')}</Heading>
          <Heading level={4}>{say('Pressure', '压力')}</Heading>
        </Stack>
      </Exhibit>
      <Exhibit name="Note">
        <Stack gap="s">
          <Note>{say('Plain words.', '普通文字。')}</Note>
          <Note kind="faint">{say('Faint words beside something.', '旁注文字。')}</Note>
          <Note kind="number">1,111.10</Note>
          <Note kind="number">8,888.80</Note>
        </Stack>
      </Exhibit>
      <Exhibit name="useIsPhone">
        <Note>
          {isPhone
            ? say('This is a phone.', '当前为手机宽度。')
            : say('This is a desk.', '当前为桌面宽度。')}
        </Note>
      </Exhibit>
    </>
  );
}
