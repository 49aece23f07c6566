import type { AppStore } from '#store/store.ts';
import type { RiskChange, RiskQuery } from '../contract/risk.ts';
import { change } from './change.ts';
import { initialQuery, type RiskPart, type RiskState } from './risk.ts';

/** Id of the tool in `panel/tools.ts`. */
export const RISK_TOOL = 'risk';

const changeRisk = (store: AppStore, part: Partial<RiskState>): void =>
  change(store, ({ risk }) => ({ risk: { ...risk, ...part } }));

/** Opens the tool of the risk at one of its parts. */
export const showRisk = (store: AppStore, part: RiskPart): void =>
  change(store, ({ risk }) => ({ tool: RISK_TOOL, risk: { ...risk, part } }));

export const showRiskPart = (store: AppStore, part: RiskPart): void => changeRisk(store, { part });

/** Another question begins at the first row again. */
export const askRisk = (store: AppStore, part: Partial<RiskQuery>): void =>
  change(store, ({ risk }) => ({
    risk: { ...risk, query: { ...risk.query, from: 0, ...part } },
  }));

export const clearRiskFilters = (store: AppStore): void =>
  change(store, ({ risk }) => {
    const { order, isDescending } = risk.query;
    return { risk: { ...risk, query: { ...initialQuery, order, isDescending } } };
  });

/** Adds a change that is tried; one of the same fact of the same building is replaced. */
export const tryChange = (store: AppStore, tried: RiskChange): void =>
  change(store, ({ risk }) => {
    const key = keyOfChange(tried);
    const others = risk.changes.filter((one) => keyOfChange(one) !== key);
    return { risk: { ...risk, changes: [...others, tried] } };
  });

export const dropChange = (store: AppStore, key: string): void =>
  change(store, ({ risk }) => ({
    risk: { ...risk, changes: risk.changes.filter((one) => keyOfChange(one) !== key) },
  }));

export const dropChanges = (store: AppStore): void => changeRisk(store, { changes: [] });

/** The table as text; undefined: the one that Panopolis comes with. */
export const setCoefficients = (store: AppStore, coefficients: string | undefined): void =>
  changeRisk(store, { coefficients });

/** What a change is of: two with the same key can't be tried at once. */
export function keyOfChange(change: RiskChange): string {
  switch (change.kind) {
    case 'sprinkler':
      return `fact/${change.building.id}/sprinkleredShare`;
    case 'fact':
      return `fact/${change.building.id}/${change.factor}`;
    case 'engine':
      return `engine/${change.at.join(',')}`;
  }
}
