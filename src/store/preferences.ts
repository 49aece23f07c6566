import type { Language } from '#model/text.ts';
import type { AppStore } from './store.ts';

export interface Preferences {
  readonly language: Language;
  readonly theme: 'dark' | 'light';
}

export const initialPreferences: Preferences = { language: 'en', theme: 'dark' };

export function setPreferences(store: AppStore, change: Partial<Preferences>): void {
  store.setState(({ preferences }) => ({ preferences: { ...preferences, ...change } }));
}
