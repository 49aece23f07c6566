/** Joins the class names that hold. */
export const classNames = (...names: readonly (string | false | undefined)[]): string =>
  names.filter(Boolean).join(' ');

/** Names parts of a Mantine component by our classes of the same name in `sheet`. */
export function pickClasses<Part extends string>(
  sheet: Readonly<Record<string, string>>,
  ...parts: readonly Part[]
): Partial<Record<Part, string>> {
  const picked: Partial<Record<Part, string>> = {};
  for (const part of parts) {
    const name = sheet[part];
    if (name !== undefined) picked[part] = name;
  }
  return picked;
}
