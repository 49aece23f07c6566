import type { Language } from '#model/text.ts';
import type { AppStore } from './store.ts';

export interface Preferences {
  readonly language: Language;
  readonly theme: 'dark' | 'light';
  /** What this person signs with, e.g. the acknowledgement of an alarm; empty until they said. */
  readonly signature: string;
}

export const initialPreferences: Preferences = {
  language: 'en',
  theme: 'dark',
  signature: '',
};

export function setPreferences(store: AppStore, change: Partial<Preferences>): void {
  store.setState(({ preferences }) => ({ preferences: { ...preferences, ...change } }));
}
