import { useState } from 'react';
import {
  Badge,
  Banner,
  Button,
  DropTarget,
  DropZone,
  EmptyState,
  ErrorBoundary,
  ErrorState,
  Meter,
  Note,
  Progress,
  Row,
  Skeleton,
  Spinner,
  Stack,
  StatusBadge,
  Toggle,
  useNotify,
  VisuallyHidden,
} from '../index.ts';
import { Exhibit } from './Exhibit.tsx';
import { useSay } from './use-say.ts';

function Broken(): never {
  throw new Error('Pipe P-12 joins node N-9, which does not exist.');
}

export function FeedbackExhibits() {
  const say = useSay();
  const notify = useNotify();
  const [isBroken, setBroken] = useState(false);
  const [isTarget, setTarget] = useState(false);
  const [files, setFiles] = useState<readonly string[]>([]);
  const megabytes = (used: number, budget: number) => `${used} / ${budget} MB`;
  return (
    <>
      <Exhibit name="StatusBadge">
        <Row isWrapping>
          <StatusBadge tone="good" word={say('Normal', '正常')} />
          <StatusBadge tone="info" word={say('Note', '提示')} />
          <StatusBadge tone="warning" word={say('Warning', '警告')} />
          <StatusBadge tone="serious" word={say('Serious', '严重')} />
          <StatusBadge tone="critical" word={say('Critical', '紧急')} />
          <StatusBadge tone="critical" word={say('Unacknowledged', '未确认')} isBlinking />
          <StatusBadge tone="stale" word={say('Stale', '已过期')} />
          <StatusBadge tone="simulated" word={say('Simulated', '模拟')} />
          <StatusBadge tone="off" word={say('Off', '关闭')} isPlain />
        </Row>
      </Exhibit>
      <Exhibit name="Badge">
        <Row isWrapping>
          <Badge>LoD2</Badge>
          <Badge tone="info">1,204</Badge>
          <Badge tone="warning">{say('beta', '测试版')}</Badge>
        </Row>
      </Exhibit>
      <Exhibit name="Banner" isWide>
        <Stack>
          <Banner
            tone="critical"
            title={say('Simulation stopped at step 412', '模拟在第 412 步停止')}
            actions={<Button size="s">{say('Reset', '重置')}</Button>}
          >
            {say('Depth grew past 40 m in cell 18,204.', '单元 18,204 的水深超过 40 m。')}
          </Banner>
          <Banner
            tone="warning"
            title={say('Working offline', '离线工作')}
            onClose={() => undefined}
          >
            {say('Data of 14:05 GMT+1.', '数据时间 14:05 GMT+1。')}
          </Banner>
          <Banner
            tone="simulated"
            title={say('Scenario “Burst main”, simulated', '情景“主管爆裂”，模拟')}
          />
        </Stack>
      </Exhibit>
      <Exhibit name="useNotify">
        <Row isWrapping>
          <Button onClick={() => notify({ tone: 'good', title: say('Link copied', '链接已复制') })}>
            {say('Notice', '通知')}
          </Button>
          <Button
            onClick={() =>
              notify({
                title: say('3 buildings hidden', '已隐藏 3 栋建筑'),
                detail: say('They come back with Show all.', '可用“全部显示”恢复。'),
                action: { label: say('Undo', '撤销'), run: () => undefined },
              })
            }
          >
            {say('With undo', '可撤销')}
          </Button>
          <Button
            onClick={() =>
              notify({ tone: 'critical', title: say('Feed lost', '数据中断'), durationMs: 0 })
            }
          >
            {say('That stays', '常驻')}
          </Button>
        </Row>
      </Exhibit>
      <Exhibit name="EmptyState">
        <EmptyState
          icon="buildings"
          title={say('No city yet', '尚无城市')}
          action={<Button icon="upload">{say('Open a file', '打开文件')}</Button>}
        >
          {say('Drop a CityJSON file anywhere on the page.', '将 CityJSON 文件拖到页面任意处。')}
        </EmptyState>
      </Exhibit>
      <Exhibit name="ErrorState">
        <ErrorState
          title={say('The tiles did not arrive', '瓦片加载失败')}
          onRetry={() => undefined}
        >
          {say('The server answered 503 for tile 4/2/7.', '服务器对瓦片 4/2/7 返回 503。')}
        </ErrorState>
      </Exhibit>
      <Exhibit name="ErrorBoundary">
        <ErrorBoundary>
          {isBroken ? (
            <Broken />
          ) : (
            <Button onClick={() => setBroken(true)}>
              {say('Break this panel', '使此面板出错')}
            </Button>
          )}
        </ErrorBoundary>
      </Exhibit>
      <Exhibit name="Progress">
        <Stack>
          <Progress label={say('Loading tiles', '加载瓦片')} value={0.62} detail="312 / 504" />
          <Progress label={say('Opening file', '打开文件')} value={undefined} />
        </Stack>
      </Exhibit>
      <Exhibit name="Spinner">
        <Row gap="l">
          <Spinner size="s" />
          <Spinner label={say('Tracing valves', '正在追踪阀门')} />
          <Spinner size="l" />
        </Row>
      </Exhibit>
      <Exhibit name="Skeleton">
        <Skeleton lines={4} />
      </Exhibit>
      <Exhibit name="Meter">
        <Stack>
          <Meter label={say('Tile memory', '瓦片内存')} value={212} max={512} format={megabytes} />
          <Meter
            label={say('Near the budget', '接近上限')}
            value={461}
            max={512}
            format={megabytes}
          />
          <Meter
            label={say('Over the budget', '超出上限')}
            value={530}
            max={512}
            format={megabytes}
          />
        </Stack>
      </Exhibit>
      <Exhibit name="DropZone">
        <DropZone
          title={say('Drop to open', '松开以打开')}
          hint="CityJSON · GeoJSON · GeoTIFF · IFC"
          onFiles={(taken) => setFiles(taken.map((file) => file.name))}
        />
        <Note kind="faint">
          {files.join(', ') || say('Drag a file over this page.', '将文件拖到此页面。')}
        </Note>
      </Exhibit>
      <Exhibit name="DropTarget">
        <Toggle
          label={say('Show as while files hover', '显示拖放状态')}
          checked={isTarget}
          onChange={setTarget}
        />
        {isTarget && (
          <DropTarget title={say('Drop to open', '松开以打开')} hint="CityJSON · GeoJSON · IFC" />
        )}
      </Exhibit>
      <Exhibit name="VisuallyHidden">
        <Note kind="faint">
          {say('Words follow for screen readers alone.', '其后文字仅供读屏软件。')}
          <VisuallyHidden>{say('Hello.', '您好。')}</VisuallyHidden>
        </Note>
      </Exhibit>
    </>
  );
}
