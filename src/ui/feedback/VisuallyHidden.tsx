import { VisuallyHidden as MantineVisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

/** Words for screen readers alone. */
export function VisuallyHidden({ children }: { readonly children: ReactNode }) {
  return <MantineVisuallyHidden>{children}</MantineVisuallyHidden>;
}
