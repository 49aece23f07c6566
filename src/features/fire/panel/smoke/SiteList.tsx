import { nameOfUse } from '#model/use-names.ts';
import { select } from '#store/selection.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { IconButton, Note } from '#ui';
import type { AirReport } from '../../contract/smoke.ts';
import { lookAt } from '../look-at.ts';
import panel from '../panel.module.css';
import { useCount } from '../use-fire.ts';
import { messages } from './messages.ts';
import { type SiteInZone, sitesOf } from './sites-of.ts';
import { useLength } from './use-air.ts';

interface SiteListProps {
  readonly report: AirReport;
  readonly most: number;
}

/** Hospitals, homes and schools inside, the nearest first, then the others. */
export function SiteList({ report, most }: SiteListProps) {
  const say = useText();
  const sites = sitesOf(report);
  if (sites.length === 0) return <Note kind="faint">{say(messages.noSites)}</Note>;
  const left = sites.length - most;
  return (
    <>
      <ul className={panel.list} aria-label={say(messages.inside)}>
        {sites.slice(0, most).map((one) => (
          <SiteRow key={`${one.site.kind}/${one.site.id}/${one.site.name}`} {...one} />
        ))}
      </ul>
      {left > 0 && <Note kind="faint">{say(messages.more(left))}</Note>}
    </>
  );
}

function SiteRow({ site, tier, awayM }: SiteInZone) {
  const store = useAppStore();
  const say = useText();
  const length = useLength();
  const count = useCount();
  const { kind, name, at, people, feature, id, index } = site;
  const show = () => {
    if (feature !== '' && index !== undefined) select(store, [{ feature, id, index }]);
    lookAt(store, at);
  };
  const words = [
    say(nameOfUse(kind)),
    say(messages.tier(tier)),
    ...(Number.isFinite(awayM) ? [say(messages.away(length(awayM)))] : []),
    ...(people > 0 ? [say(messages.people(count(people)))] : []),
  ];
  return (
    <li className={panel.item}>
      <span />
      <span className={panel.words}>
        <span className={panel.name}>{name}</span>
        <span className={panel.small}>{words.join(' · ')}</span>
      </span>
      <IconButton size="s" icon="locate" label={say(messages.show(name))} onClick={show} />
    </li>
  );
}
