import { useMediaQuery } from '@mantine/hooks';

/** Whether the page is as narrow as a phone, where panels become sheets. */
export const useIsPhone = (): boolean => useMediaQuery('(max-width: 40rem)', false) ?? false;
