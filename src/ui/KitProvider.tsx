import { createTheme, MantineProvider } from '@mantine/core';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import type { Language } from '#model/text.ts';
import './mantine-styles.ts';
import './tokens.css';
import './mantine.css';
import './base.css';
import { ToastProvider } from './feedback/ToastProvider.tsx';
import { KitContext } from './kit-context.ts';

const theme = createTheme({ respectReducedMotion: true, cursorType: 'pointer' });

interface KitProviderProps {
  readonly theme: 'dark' | 'light';
  readonly language: Language;
  readonly children: ReactNode;
}

/** Theme, language and the notices of everything below; one for each page. */
export function KitProvider({ theme: scheme, language, children }: KitProviderProps) {
  const kit = useMemo(() => ({ theme: scheme, language }), [scheme, language]);
  useLayoutEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  }, [language]);
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={scheme}
      // Our own sheets carry the variables: no style tag, so a strict CSP holds.
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <KitContext value={kit}>
        <ToastProvider>{children}</ToastProvider>
      </KitContext>
    </MantineProvider>
  );
}
