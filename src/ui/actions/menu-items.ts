import type { IconName } from '../icons/icons.ts';

export type MenuItem =
  | {
      readonly kind?: 'action';
      readonly id: string;
      readonly label: string;
      readonly icon?: IconName | undefined;
      readonly shortcut?: string | undefined;
      /** For choices that are on or off. */
      readonly isChecked?: boolean;
      readonly isDanger?: boolean;
      readonly disabled?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: 'heading'; readonly id: string; readonly label: string }
  | { readonly kind: 'divider'; readonly id: string };
