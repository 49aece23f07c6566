import { instant } from '#model/time.ts';
import {
  Badge,
  Button,
  Inspector,
  PropertyRow,
  PropertySection,
  Quantity,
  StatusBadge,
} from '../index.ts';
import { useSay } from './use-say.ts';

const moment = instant(Date.UTC(2026, 10, 26, 13, 5));

/** A building's sheet with every kind of row. */
export function SampleInspector({ title }: { readonly title?: string }) {
  const say = useSay();
  return (
    <Inspector
      icon="building"
      title={title ?? say('Coolhaven 236', '人民南路 236 号')}
      subtitle="NL.IMBAG.Pand.0599100000012345"
      badges={
        <>
          <Badge>LoD2</Badge>
          <StatusBadge tone="good" word={say('in use', '使用中')} />
        </>
      }
      actions={
        <>
          <Button size="s" icon="focus">
            {say('Zoom to', '缩放至')}
          </Button>
          <Button size="s" icon="eye-off">
            {say('Hide', '隐藏')}
          </Button>
          <Button size="s" icon="share">
            {say('Share', '分享')}
          </Button>
        </>
      }
      onClose={() => undefined}
    >
      <PropertySection title={say('Building', '建筑')} aside="5">
        <PropertyRow name={say('Use', '用途')}>{say('Housing, shop', '住宅、商铺')}</PropertyRow>
        <PropertyRow name={say('Built', '建成')}>
          <Quantity value={1931} isGrouped={false} />
        </PropertyRow>
        <PropertyRow name={say('Height', '高度')} copyText="18.42">
          <Quantity value={18.42} unit="m" />
        </PropertyRow>
        <PropertyRow name={say('Floor area', '建筑面积')} copyText="1240">
          <Quantity value={1240} unit="m²" />
        </PropertyRow>
        <PropertyRow name={say('Energy label', '能效等级')} />
      </PropertySection>
      <PropertySection title={say('Now', '实时')} aside={say('2 sensors', '2 个传感器')}>
        <PropertyRow name={say('Power', '功率')}>
          <Quantity
            value={42.8}
            unit="kW"
            time={moment}
            timeZone="Europe/Amsterdam"
            source="Stedin"
          />
        </PropertyRow>
        <PropertyRow name={say('Water level', '水位')}>
          <Quantity value={1.84} unit="m" state="stale" time={moment} timeZone="Europe/Amsterdam" />
        </PropertyRow>
        <PropertyRow name={say('Flood depth', '淹没深度')}>
          <Quantity
            value={0.34}
            unit="m"
            state="simulated"
            model={say('shallow water, to 6 h', '浅水方程，6 小时内')}
          />
        </PropertyRow>
      </PropertySection>
      <PropertySection title={say('History', '历史')} isInitiallyOpen={false} isFree>
        {say('No permits since 2019.', '2019 年以来无许可。')}
      </PropertySection>
    </Inspector>
  );
}
