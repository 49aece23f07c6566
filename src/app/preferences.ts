import * as v from 'valibot';
import { initialPreferences, type Preferences } from '#store/preferences.ts';
import type { AppStore } from '#store/store.ts';

const PREFERENCES = 'panopolis.preferences';
const LAST_CITY = 'panopolis.city';

const kept = v.object({
  language: v.fallback(v.optional(v.picklist(['en', 'zh'])), undefined),
  theme: v.fallback(v.optional(v.picklist(['dark', 'light'])), undefined),
  signature: v.fallback(v.optional(v.string()), undefined),
});

/** What the person chose before, else what browser and system prefer. */
export function readPreferences(): Preferences {
  const { language, theme, signature } = readKept();
  const prefersChinese = navigator.language.toLowerCase().startsWith('zh');
  const prefersLight = matchMedia('(prefers-color-scheme: light)').matches;
  return {
    language: language ?? (prefersChinese ? 'zh' : initialPreferences.language),
    theme: theme ?? (prefersLight ? 'light' : initialPreferences.theme),
    signature: signature ?? initialPreferences.signature,
  };
}

function readKept(): v.InferOutput<typeof kept> {
  try {
    return v.parse(kept, JSON.parse(localStorage.getItem(PREFERENCES) ?? '{}'));
  } catch {
    // Not ours, or storage is switched off: as on a first visit.
    return {};
  }
}

/** The city of the last visit. */
export function readLastCity(): string | undefined {
  try {
    return localStorage.getItem(LAST_CITY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps what the person chooses for the next visit; returns how to stop. */
export function keepPreferences(store: AppStore): () => void {
  return store.subscribe(({ preferences, city }, before) => {
    try {
      if (preferences !== before.preferences) {
        localStorage.setItem(PREFERENCES, JSON.stringify(preferences));
      }
      if (city && city !== before.city) localStorage.setItem(LAST_CITY, city.manifest.id);
    } catch {
      // Storage is full or switched off: the choice holds for this visit.
    }
  });
}
