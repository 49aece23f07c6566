import { type IconName, isIconName } from '#ui';

/** The kit's icon of that name; a plain circle where a feature names one that the kit doesn't have. */
export const toIconName = (name: string): IconName => (isIconName(name) ? name : 'circle');
