export const classNamesOf = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ');
