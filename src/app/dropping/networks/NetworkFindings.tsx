import { useStore } from 'zustand';
import { findingKey } from '#conversion/networks/examine-networks.ts';
import { countFindings, type NetworkReport } from '#conversion/networks/network-report.ts';
import {
  type FindingKind,
  findingNames,
  type NetworkFinding,
  repairKinds,
  repairNames,
} from '#conversion/networks/report/findings.ts';
import { useText } from '#store/use-store.tsx';
import { Checkbox, PropertySection, Stack } from '#ui';
import { useParts } from '../../parts.tsx';
import { networkMessages } from './messages.ts';
import type { NetworkDrop } from './network-importer.ts';

/** The same empty list each time, so that nothing is drawn anew. */
const none: readonly NetworkReport[] = [];
const reportsOf = ({ preview }: NetworkDrop) => preview?.reports ?? none;

/** Shown at once; all of them are in the report. */
const MOST = 100;

export function NetworkAssumptions() {
  const { importer } = useParts();
  const say = useText();
  const reports = useStore(importer.networks.drop, reportsOf);
  const assumptions = reports.flatMap(({ id, assumptions: own }) =>
    own.map((one) => ({ ...one, key: `${id} ${one.code}` })),
  );
  if (assumptions.length === 0) return null;
  return (
    <PropertySection title={say(networkMessages.assumed)} aside={assumptions.length} isFree>
      <ul>
        {assumptions.map(({ key, text }) => (
          <li key={key}>{say(text)}</li>
        ))}
      </ul>
    </PropertySection>
  );
}

export function NetworkFindings() {
  const { importer } = useParts();
  const say = useText();
  const reports = useStore(importer.networks.drop, reportsOf);
  if (reports.length === 0) return null;
  const isFine = reports.every(({ findings }) => findings.length === 0);
  return (
    <>
      {isFine ? <p>{say(networkMessages.nothingWrong)}</p> : <p>{say(networkMessages.repairs)}</p>}
      {reports.flatMap((report) =>
        [...countFindings(report.findings)].map(([kind, count]) => (
          <Kind key={`${report.id} ${kind}`} report={report} kind={kind} count={count} />
        )),
      )}
    </>
  );
}

interface KindProps {
  readonly report: NetworkReport;
  readonly kind: FindingKind;
  readonly count: number;
}

function Kind({ report, kind, count }: KindProps) {
  const { importer } = useParts();
  const say = useText();
  const accepted = useStore(importer.networks.drop, ({ answers }) => answers.accepted);
  const taken = new Set(accepted);
  const findings = report.findings.filter((finding) => finding.kind === kind);
  const keyOf = (finding: NetworkFinding) => findingKey(report.id, finding);
  const repairs = repairKinds.flatMap((repair) => {
    const own = findings.filter((finding) => finding.repair?.kind === repair);
    return own.length > 0 ? [[repair, own] as const] : [];
  });
  const set = (keys: readonly string[], isOn: boolean) => {
    const next = new Set(taken);
    for (const key of keys) isOn ? next.add(key) : next.delete(key);
    importer.networks.accept([...next]);
  };
  return (
    <PropertySection
      title={`${report.name}: ${say(findingNames[kind])}`}
      aside={count.toLocaleString('en')}
      isInitiallyOpen={false}
      isFree
    >
      <Stack>
        {repairs.map(([repair, own]) => {
          const keys = own.map(keyOf);
          const on = keys.filter((key) => taken.has(key)).length;
          return (
            <Checkbox
              key={repair}
              label={say(networkMessages.repairAll(repairNames[repair], keys.length))}
              checked={on === keys.length}
              isMixed={on > 0 && on < keys.length}
              onChange={(isOn) => set(keys, isOn)}
            />
          );
        })}
        {findings
          .slice(0, MOST)
          .map((finding) =>
            finding.repair ? (
              <Checkbox
                key={keyOf(finding)}
                label={say(finding.text)}
                hint={`${say(repairNames[finding.repair.kind])} · ${placeOf(finding)}`}
                checked={taken.has(keyOf(finding))}
                onChange={(isOn) => set([keyOf(finding)], isOn)}
              />
            ) : (
              <p key={keyOf(finding)}>{`${say(finding.text)} ${placeOf(finding)}`}</p>
            ),
          )}
        {findings.length > MOST && <p>{say(networkMessages.more(findings.length - MOST))}</p>}
      </Stack>
    </PropertySection>
  );
}

const placeOf = ({ placeDeg }: NetworkFinding): string =>
  `${placeDeg[1].toFixed(6)}, ${placeDeg[0].toFixed(6)}`;
