import type { Text } from '#model/text.ts';
import { useAppStore, useText } from '#store/use-store.tsx';
import { Button, EmptyState, formatNumber, Note, Row, Stack, Stat, useKit } from '#ui';
import type { RiskSummary } from '../../contract/risk.ts';
import { inputNameOf } from '../../kernel/risk/term-names.ts';
import { askRisk, clearRiskFilters, showRisk } from '../../state/change-risk.ts';
import { ClassBars } from './ClassBars.tsx';
import { FireWeather } from './FireWeather.tsx';
import { messages } from './messages.ts';
import { cityMessages } from './messages-city.ts';
import { RiskHonestLine } from './RiskHonestLine.tsx';
import styles from './risk.module.css';
import { useRiskFrame } from './use-risk.ts';

/** The city's risk in numbers: what to expect in a year, who stands out now, how the weather is, what isn't known. */
export default function RiskSection() {
  const say = useText();
  const store = useAppStore();
  const summary = useRiskFrame()?.summary;
  if (!summary) {
    return (
      <EmptyState icon="flame" title={say(messages.waiting)}>
        {say(messages.waitingWhy)}
      </EmptyState>
    );
  }
  return (
    <Stack gap="s">
      <RiskHonestLine />
      <Headline summary={summary} />
      <ClassBars summary={summary} />
      <Row gap="s" isWrapping>
        <Button icon="list" onClick={() => showRisk(store, 'list')}>
          {say(cityMessages.open)}
        </Button>
        <Button icon="checklist" onClick={() => showRisk(store, 'plan')}>
          {say(cityMessages.plan)}
        </Button>
      </Row>
      <FireWeather weather={summary.weather} />
      <Lacks lacks={summary.lacks} />
    </Stack>
  );
}

function Headline({ summary }: { readonly summary: RiskSummary }) {
  const say = useText();
  const store = useAppStore();
  const { language } = useKit();
  const write = (value: number) => formatNumber(value, language);
  const showRaised = () => {
    clearRiskFilters(store);
    askRisk(store, { onlyRaised: true, order: 'live', isDescending: true });
    showRisk(store, 'list');
  };
  return (
    <>
      <div className={styles.stats}>
        <Stat label={say(cityMessages.fires)} value={Number(summary.firesPerYear.toPrecision(3))}>
          {say(cityMessages.inBuildings(write(summary.buildings)))}
        </Stat>
        <Stat label={say(cityMessages.raised)} value={summary.raised}>
          {say(cityMessages.raisedBy(write(summary.detectors)))}
        </Stat>
        <Stat label={say(cityMessages.stale)} value={summary.stale}>
          {say(cityMessages.staleWhy)}
        </Stat>
      </div>
      {summary.raised > 0 && (
        <Button icon="alarm" isWide onClick={showRaised}>
          {say(messages.onlyRaised)} ({write(summary.raised)})
        </Button>
      )}
    </>
  );
}

/** What the twin finds out itself some time after the city is opened. */
const foundLater: readonly string[] = ['firstEngineS', 'waterShortfallShare', 'secondaryIgnitions'];

function Lacks({ lacks }: { readonly lacks: readonly string[] }) {
  const say = useText();
  if (lacks.length === 0) return <Note kind="faint">{say(cityMessages.lacksNothing)}</Note>;
  const later = lacks.filter((name) => foundLater.includes(name));
  const never = lacks.filter((name) => !foundLater.includes(name));
  return (
    <>
      <Lacking title={cityMessages.lacks} why={cityMessages.lacksWhy} names={never} />
      <Lacking title={cityMessages.later} why={cityMessages.laterWhy} names={later} />
    </>
  );
}

interface LackingProps {
  readonly title: Text;
  readonly why: Text;
  readonly names: readonly string[];
}

function Lacking({ title, why, names }: LackingProps) {
  const say = useText();
  if (names.length === 0) return null;
  return (
    <div>
      <Note>
        <strong>{say(title)}:</strong> {names.map((name) => say(inputNameOf(name))).join(' · ')}
      </Note>
      <Note kind="faint">{say(why)}</Note>
    </div>
  );
}
